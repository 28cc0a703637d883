/* SPDX-License-Identifier: MIT */
#include "lexicon/run.h"

#include <string.h>

/* A lexicon that marks every word in a thousand ways must not fill the memory: at
 * `room` items a list grows no more. */
void *run_grow(struct run *r, void *items, uint32_t count, uint32_t *size, size_t each)
{
	if (*size >= r->room) {
		r->overrun = 1;
		return items;
	}
	*size = *size ? *size * 2 : 32 + r->d->token_count / 8;
	if (*size > r->room)
		*size = r->room;
	void *more = arena_alloc(r->arena, *size * each);
	if (count)
		memcpy(more, items, count * each);
	return more;
}

static int walk(struct run *, uint32_t node, uint32_t at);

/* Could a phrase go on from this node with the token at hand? Nearly always not. */
static inline int may_walk(const struct run *r, uint32_t node, uint32_t at)
{
	uint32_t word = r->d->tokens[at].word;
	return (trie_may_go_on(&r->a->trie, node, word) | (r->a->trie.flags[word] & TRIE_CLASSED)) != 0;
}

/* ---- the end of a phrase ---- */

static int check_holds(const struct run *r, const struct phrase_check *c)
{
	const slant_token *t = &r->d->tokens[r->part + c->offset];
	uint32_t length = t->end - t->start;
	if (phrase_apostrophe(c->text, c->length))
		return phrase_apostrophe(r->d->text + t->start, length);
	if (c->whole ? length != c->length : length < c->length)
		return 0;
	return memcmp(r->d->text + t->start, c->text, c->length) == 0;
}

static int checks_hold(const struct run *r, uint32_t check)
{
	for (; check != TRIE_NOTHING; check = r->a->checks.items[check].next) {
		if (!check_holds(r, &r->a->checks.items[check]))
			return 0;
	}
	return 1;
}

static inline void push_hit(struct run *r, const struct trie_output *o, uint32_t end_token, unsigned form)
{
	struct hit_list *list = &r->hits[o->group];
	if (!run_has_room(r, list))
		return;
	list->items[list->count++] = (slant_hit){
		.start = r->d->tokens[r->start].start, .end = r->d->tokens[end_token - 1].end,
		.first_token = r->start, .end_token = end_token, .entry = o->id,
		.form = (uint8_t)(form == FORM_UNMARKED ? SLANT_FORM_BASE : form)};
}

static void push_context(struct run *r, uint32_t list, uint32_t end_token)
{
	if (run_has_room(r, &r->contexts))
		r->contexts.items[r->contexts.count++] = (struct context_span){
			.list = list, .start = r->d->tokens[r->start].start, .end = r->d->tokens[end_token - 1].end};
}

static void push_literal(struct run *r, uint32_t pattern, uint32_t end_token)
{
	if (run_has_room(r, &r->literals))
		r->literals.items[r->literals.count++] = (struct literal_place){pattern, r->start, end_token};
}

static int ends_gap(uint32_t word)
{
	return word == SLANT_PERIOD || word == SLANT_QUESTION || word == SLANT_EXCLAMATION ||
	       word == SLANT_SEMICOLON || word == SLANT_COLON;
}

/* The rest of the phrase, wherever it begins within the gap; the nearest place wins. */
static int follow_gap(struct run *r, const struct phrase_gap *g, uint32_t at)
{
	uint32_t words = 0, part = r->part;
	int found = 0;
	for (; at < r->end && r->steps > 0; at++) {
		const slant_token *t = &r->d->tokens[at];
		r->steps--;
		r->part = at;
		if (may_walk(r, g->root, at) && (found = walk(r, g->root, at)) != 0)
			break;
		if (t->kind == SLANT_MARK) {
			if (ends_gap(t->word))
				break;
		} else if ((t->flags & (SLANT_CLITIC | SLANT_JOINED)) == 0 && ++words > g->words)
			break;
	}
	if (r->steps == 0)
		r->overrun = 1;
	r->part = part;
	return found;
}

/* Everything but a hit, which is what most phrases are. */
static int conclude(struct run *r, const struct trie_output *o, unsigned form, uint32_t end_token)
{
	if (o->kind == PHRASE_ANCHOR)
		r->anchors[o->id >> 6] |= (uint64_t)1 << (o->id & 63);
	else if (o->kind == PHRASE_CONTEXT && r->analyzed)
		push_context(r, o->id, end_token);
	else if (o->kind == PHRASE_LITERAL && r->analyzed)
		push_literal(r, o->id, end_token);
	else if (o->kind == PHRASE_GAP) {
		unsigned before = r->form;
		r->form = form;
		int found = follow_gap(r, &r->a->gaps.items[o->id], end_token);
		r->form = before;
		return found;
	}
	return 1;
}

/* 1 when some phrase came to its end. */
static int conclude_all(struct run *r, uint32_t outputs, uint32_t end_token)
{
	int found = 0;
	for (const struct trie_output *o = &r->a->trie.outputs[outputs];; o++) {
		unsigned form = r->form == FORM_UNMARKED ? o->form : r->form;
		if (o->checks != TRIE_NOTHING && !checks_hold(r, o->checks))
			;
		else if (o->kind != PHRASE_HIT)
			found |= conclude(r, o, form, end_token);
		else {
			found = 1;
			if (r->analyzed)
				push_hit(r, o, end_token, form);
		}
		if (o->last)
			return found;
	}
}

/* ---- the way there ---- */

/* Along an edge; `at` is the token behind it. */
static int enter(struct run *r, uint32_t to, uint32_t outputs, uint32_t at)
{
	int found = 0;
	if (outputs != TRIE_NOTHING)
		found = conclude_all(r, outputs, at);
	if ((to & TRIE_LEAF) == 0 && at < r->end && may_walk(r, to, at) && walk(r, to, at))
		found = 1;
	return found;
}

/* Wildcards and numbers that the word at hand stands for. */
static int enter_classes(struct run *r, uint32_t node, uint32_t word, uint32_t at)
{
	const struct classes *c = r->classes;
	int found = 0;
	for (uint32_t i = c->start[word]; i < c->start[word + 1]; i++) {
		const struct trie_edge *e = trie_find(&r->a->trie, node, TRIE_CLASS | c->of[i]);
		if (e != NULL && enter(r, e->to, e->outputs, at))
			found = 1;
	}
	return found;
}

static int walk(struct run *r, uint32_t node, uint32_t at)
{
	int found = 0;
	while (at < r->end) {
		uint32_t word = r->d->tokens[at++].word;
		if (r->a->trie.flags[word] & TRIE_CLASSED && enter_classes(r, node, word, at))
			found = 1;
		const struct trie_edge *e = trie_find(&r->a->trie, node, word);
		if (e == NULL)
			break;
		if (e->outputs != TRIE_NOTHING && conclude_all(r, e->outputs, at))
			found = 1;
		if (e->to & TRIE_LEAF)
			break;
		node = e->to;
	}
	return found;
}

static void begin(struct run *r, uint32_t at)
{
	uint32_t word = r->d->tokens[at].word;
	const struct trie_first *first = &r->a->trie.first[word];
	r->start = r->part = at;
	r->end = r->d->sentences[r->d->tokens[at].sentence].end_token;
	r->form = FORM_UNMARKED;
	enter(r, first->to, first->outputs, at + 1);
	if (r->a->trie.flags[word] & TRIE_BY_CLASS)
		enter_classes(r, TRIE_ROOT, word, at + 1);
}

/* What is a whole phrase by itself, and no more: nearly all hits are of single words. */
static inline void take_word(struct run *r, uint32_t at)
{
	const struct trie *t = &r->a->trie;
	r->start = at;
	for (const struct trie_output *o = &t->outputs[t->first[r->d->tokens[at].word].outputs];; o++) {
		push_hit(r, o, at + 1, o->form);
		if (o->last)
			return;
	}
}

/* Many phrases begin with "the" and few of them go on as the text does. Both are
 * asked of every token without a branch, since the answers cannot be guessed. */
static void scan_tokens(struct run *r, uint32_t from, uint32_t to)
{
	const struct trie *t = &r->a->trie;
	const slant_token *tokens = r->d->tokens;
	if (from == to)
		return;
	uint32_t next = tokens[from].word;
	unsigned next_flags = t->flags[next];
	for (uint32_t i = from; i < to; i++) {
		uint32_t word = next;
		unsigned flags = next_flags;
		next = i + 1 < to ? tokens[i + 1].word : SLANT_WORD_UNKNOWN;
		next_flags = t->flags[next];
		unsigned goes_on = trie_may_go_on(t, t->first[word].to, next) | (next_flags & TRIE_CLASSED);
		if (((flags & (TRIE_ENDS | TRIE_BY_CLASS)) | (flags & TRIE_BEGINS & (0u - (goes_on != 0)))) == 0)
			continue;
		if ((flags & (TRIE_PLAIN | TRIE_BY_CLASS)) != TRIE_PLAIN || goes_on)
			begin(r, i);
		else if (r->analyzed)
			take_word(r, i);
	}
}

void run_init(struct run *r, const struct matcher *m, const struct automaton *a, const slant_document *d, struct arena *arena)
{
	uint32_t tokens = d->token_count < 1u << 28 ? d->token_count : 1u << 28;
	*r = (struct run){.a = a, .classes = &m->classes, .d = d, .arena = arena, .groups = m->groups.count,
			  .steps = 100000 + 64 * (uint64_t)tokens, .room = 10000 + 8 * tokens};
	r->hits = arena_zero(arena, (m->groups.count + 1) * sizeof *r->hits);
	r->anchors = arena_zero(arena, ((size_t)(a->anchors >> 6) + 1) * sizeof *r->anchors);
}

void run_scan(struct run *r)
{
	for (uint32_t i = 0; i < r->d->paragraph_count; i++) {
		const slant_paragraph *p = &r->d->paragraphs[i];
		r->analyzed = p->analyzed;
		if (p->first_sentence == p->end_sentence || (!p->analyzed && r->a->anchors == 0))
			continue;
		scan_tokens(r, r->d->sentences[p->first_sentence].first_token,
			    r->d->sentences[p->end_sentence - 1].end_token);
	}
}
