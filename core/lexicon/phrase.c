/* SPDX-License-Identifier: MIT */
/* From a term to the paths of the trie: the words are cut and folded by the same
 * rules as texts are, and every inflected form is written out here, so that
 * nothing of it is left to do while articles are read. */
#include "lexicon/automaton.h"
#include "base/error.h"
#include "lexicon/term.h"
#include "text/language.h"
#include "text/tokenize.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <string.h>

#define MAX_TOKENS 16u /* of one word with its hyphens */
#define MAX_PATHS 5000u

/* How a token may look in a text. */
struct form {
	uint32_t label;
	uint8_t form;
	uint16_t common; /* bytes it shares with the word as written */
	uint8_t whole;   /* it is the word as written */
};

struct forms {
	struct form *items;
	uint32_t count, size;
};

/* A piece cut into tokens; mostly one. */
struct spelt {
	slant_token *tokens; /* NULL for # */
	uint32_t count;
	struct forms forms[MAX_TOKENS];
};

struct expansion {
	struct compiler *c;
	const char *text; /* the term */
	size_t length;
	struct term term;
	struct spelt pieces[TERM_MAX_PIECES];
	uint32_t part_end; /* place behind the part being written */
	struct trie_output end;
	uint32_t paths;
};

int compiler_refuse(struct compiler *c, const char *term, const char *why)
{
	char message[700], text[1000];
	snprintf(message, sizeof message, "'%s': %s", brief(term).text, why);
	place_text(&c->at, message, text, sizeof text);
	return error_set(c->error, ERROR_USAGE, "%s", text);
}

static uint32_t class_label(struct compiler *c, const char *folded, size_t n)
{
	uint32_t id = vocabulary_add_prefix(c->words, folded, n);
	*vector_push(&c->matcher->classes.wildcards) = (struct wildcard){arena_copy(&c->matcher->arena, folded, n), (uint32_t)n, id};
	return TRIE_CLASS | id;
}

/* ---- forms ---- */

static struct form *add_form(struct compiler *c, struct forms *f, uint32_t label)
{
	if (f->count == f->size) {
		f->size = f->size ? f->size * 2 : 4;
		struct form *more = arena_alloc(&c->scratch, f->size * sizeof *more);
		if (f->count)
			memcpy(more, f->items, f->count * sizeof *more);
		f->items = more;
	}
	f->items[f->count] = (struct form){.label = label, .form = FORM_UNMARKED, .whole = 1};
	return &f->items[f->count++];
}

struct inflecting {
	struct compiler *c;
	struct forms *to;
	const char *base; /* folded */
};

static void take_inflected(void *context, const char *folded, int slant_form)
{
	struct inflecting *in = context;
	struct form *f = add_form(in->c, in->to, vocabulary_add(in->c->words, folded, strlen(folded)));
	while (in->base[f->common] && in->base[f->common] == folded[f->common])
		f->common++;
	f->whole = in->base[f->common] == '\0' && folded[f->common] == '\0';
	f->form = (uint8_t)slant_form;
}

static int is_quote(const slant_token *t)
{
	return t->word == SLANT_OPEN_QUOTE || t->word == SLANT_CLOSE_QUOTE || t->word == SLANT_STRAY_QUOTE;
}

/* "workers'", "'em": to the tokeniser a quotation mark, to the reader part of the word. */
static int is_apostrophe(const struct term_piece *p, const slant_token *t)
{
	return is_quote(t) && phrase_apostrophe(p->text + t->start, t->end - t->start);
}

static void spell_mark(struct compiler *c, const struct term_piece *p, const slant_token *t, struct forms *out)
{
	static const uint32_t taken_for[] = {SLANT_OTHER_MARK, SLANT_STRAY_QUOTE, SLANT_OPEN_QUOTE, SLANT_CLOSE_QUOTE};
	if (!is_apostrophe(p, t)) {
		add_form(c, out, t->word);
		return;
	}
	for (size_t i = 0; i < sizeof taken_for / sizeof *taken_for; i++)
		add_form(c, out, taken_for[i]);
}

/* Marks of the piece are meant for its last token. */
static void spell_word(struct compiler *c, const struct term_piece *p, const slant_token *t, int last, struct forms *out)
{
	size_t n = t->end - t->start;
	char *folded = arena_alloc(&c->scratch, 4 * n + 1);
	size_t length = text_fold(p->text + t->start, n, folded);
	if (last && p->prefix) {
		struct form *f = add_form(c, out, class_label(c, folded, length));
		f->common = (uint16_t)n;
		f->whole = 0;
	} else if (last && p->kind)
		language_inflect(c->language, p->kind, folded, take_inflected, &(struct inflecting){c, out, folded});
	else
		add_form(c, out, vocabulary_add(c->words, folded, length));
}

static const char *fault_in(const struct term_piece *p, const struct spelt *s)
{
	if (s->count == 0)
		return "there is no word in it";
	if (s->count > MAX_TOKENS)
		return "too many words are joined by hyphens";
	for (uint32_t i = 0; i < s->count; i++) {
		if (is_quote(&s->tokens[i]) && !(is_apostrophe(p, &s->tokens[i]) && s->count > 1))
			return "quotation marks cannot stand in a term";
	}
	return NULL;
}

static int spell(struct expansion *x, uint32_t piece)
{
	const struct term_piece *p = &x->term.pieces[piece];
	struct spelt *s = &x->pieces[piece];
	*s = (struct spelt){.count = 1};
	if (p->number) {
		x->c->matcher->classes.numbers = 1;
		add_form(x->c, &s->forms[0], CLASS_OF_NUMBERS);
		return 0;
	}
	s->count = tokenize(x->c->words, p->text, p->length, &x->c->scratch, &s->tokens);
	const char *why = fault_in(p, s);
	if (why != NULL)
		return compiler_refuse(x->c, x->text, why);
	for (uint32_t i = 0; i < s->count; i++) {
		if (s->tokens[i].kind == SLANT_MARK)
			spell_mark(x->c, p, &s->tokens[i], &s->forms[i]);
		else
			spell_word(x->c, p, &s->tokens[i], i + 1 == s->count, &s->forms[i]);
	}
	return 0;
}

/* ---- paths ---- */

static uint32_t add_check(struct compiler *c, uint32_t next, uint32_t offset, const char *text, size_t n, int whole)
{
	*vector_push(&c->to->checks) = (struct phrase_check){
		.next = next, .offset = (uint16_t)offset, .length = (uint16_t)n, .whole = (uint8_t)whole,
		.text = arena_copy(&c->matcher->arena, text, n)};
	return c->to->checks.count - 1;
}

/* Letters must be as written where `=` says so, and marks that share one id must be the same mark. */
static uint32_t check_form(struct expansion *x, uint32_t piece, uint32_t token, const struct form *f, uint32_t offset,
			   uint32_t checks)
{
	const struct term_piece *p = &x->term.pieces[piece];
	const slant_token *t = x->pieces[piece].tokens ? &x->pieces[piece].tokens[token] : NULL;
	if (t == NULL || (!p->exact && t->word != SLANT_OTHER_MARK && !is_quote(t)))
		return checks;
	/* A fold may change lengths beyond ASCII; the shorter is checked then. */
	size_t n = t->end - t->start;
	if (!f->whole && f->common < n)
		n = f->common;
	return add_check(x->c, checks, offset, p->text + t->start, n, f->whole);
}

/* Where a path has come to. */
struct step {
	uint32_t node, place, offset, checks;
	unsigned form;
};

static int extend(struct expansion *, struct step);

/* Through token after token of a piece, in all its forms, and on to the next place. */
static int extend_by_token(struct expansion *x, uint32_t piece, uint32_t token, struct step at)
{
	const struct spelt *s = &x->pieces[piece];
	if (token == s->count) {
		at.place++;
		return extend(x, at);
	}
	for (uint32_t i = 0; i < s->forms[token].count; i++) {
		const struct form *f = &s->forms[token].items[i];
		struct step next = at;
		next.node = trie_add(&x->c->to->trie, at.node, f->label);
		next.checks = check_form(x, piece, token, f, at.offset, at.checks);
		next.offset++;
		if (at.form == FORM_UNMARKED)
			next.form = f->form;
		if (extend_by_token(x, piece, token + 1, next) != 0)
			return -1;
	}
	return 0;
}

static int end_path(struct expansion *x, uint32_t node, unsigned form, uint32_t checks)
{
	if (++x->paths > MAX_PATHS)
		return compiler_refuse(x->c, x->text, "alternatives and forms make more than 5000 phrases of it");
	struct trie_output out = x->end;
	out.form = (uint8_t)form;
	out.checks = checks;
	trie_output(&x->c->to->trie, node, out);
	if (x->c->watch != NULL)
		x->c->watch(x->c, node, &out);
	return 0;
}

static int extend(struct expansion *x, struct step at)
{
	if (at.place == x->part_end)
		return end_path(x, at.node, at.form, at.checks);
	for (uint32_t i = 0; i < x->term.count; i++) {
		if (x->term.pieces[i].place == at.place && extend_by_token(x, i, 0, at) != 0)
			return -1;
	}
	return 0;
}

static uint32_t next_part(const struct term *t, uint32_t place)
{
	do
		place++;
	while (place < t->places && t->gap[place] == 0);
	return place;
}

/* import compiles terms of no unit at all */
static uint8_t group_of(const struct automaton *a, uint32_t unit)
{
	return (uint8_t)(unit < a->units.count ? a->units.items[unit].group : 0);
}

/* Each part ends in a gap that leads to the root of the next; the last in what the term means. */
static int write_parts(struct expansion *x, enum phrase_kind kind, uint32_t id)
{
	struct automaton *a = x->c->to;
	uint32_t root = TRIE_ROOT;
	for (uint32_t place = 0; place < x->term.places; place = x->part_end) {
		uint32_t from = root;
		x->part_end = next_part(&x->term, place);
		x->end = (struct trie_output){.kind = (uint8_t)kind, .id = id,
					      .group = kind == PHRASE_HIT ? group_of(a, id) : 0};
		if (x->part_end < x->term.places) {
			root = trie_root(&a->trie);
			x->end = (struct trie_output){.kind = PHRASE_GAP, .id = a->gaps.count};
			*vector_push(&a->gaps) = (struct phrase_gap){root, x->term.gap[x->part_end] - 1u};
		}
		if (extend(x, (struct step){from, place, 0, TRIE_NOTHING, FORM_UNMARKED}) != 0)
			return -1;
	}
	return 0;
}

static int only_marks(const struct expansion *x)
{
	for (uint32_t i = 0; i < x->term.count; i++) {
		const struct spelt *s = &x->pieces[i];
		for (uint32_t k = 0; s->tokens != NULL && k < s->count; k++) {
			if (s->tokens[k].kind != SLANT_MARK)
				return 0;
		}
	}
	return 1;
}

int phrase_add(struct compiler *c, const char *text, size_t n, enum phrase_kind kind, uint32_t id)
{
	arena_reset(&c->scratch);
	c->term = text;
	struct expansion *x = arena_alloc(&c->scratch, sizeof *x);
	x->c = c;
	x->text = text;
	x->length = n;
	x->paths = 0;
	const char *why = term_parse(text, n, &x->term);
	if (why != NULL)
		return compiler_refuse(c, text, why);
	for (uint32_t i = 0; i < x->term.count; i++) {
		if (spell(x, i) != 0)
			return -1;
	}
	if (only_marks(x))
		return compiler_refuse(c, text, "a term may not consist only of marks");
	return write_parts(x, kind, id);
}
