/* SPDX-License-Identifier: MIT */
/* What can be settled only once every word is known: which words the wildcards
 * stand for, and the tables in their final size. */
#include "lexicon/automaton.h"
#include "lexicon/tag.h"
#include "pattern/pattern.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* ---- classes ---- */

struct membership {
	uint32_t word, class;
};

struct memberships {
	VECTOR(struct membership) pairs;
};

static int by_bytes(const void *a, const void *b)
{
	const struct wildcard *x = a, *y = b;
	int order = memcmp(x->folded, y->folded, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

static void sort_wildcards(struct classes *c)
{
	uint32_t kept = 0;
	if (c->wildcards.count > 0)
		qsort(c->wildcards.items, c->wildcards.count, sizeof *c->wildcards.items, by_bytes);
	for (uint32_t i = 0; i < c->wildcards.count; i++) {
		if (kept == 0 || c->wildcards.items[kept - 1].id != c->wildcards.items[i].id)
			c->wildcards.items[kept++] = c->wildcards.items[i];
	}
	c->wildcards.count = kept;
}

/* A word that has an id of its own, or that of a longer wildcard, still begins as this one says. */
static void add_members(const struct classes *c, uint32_t at, const struct vocabulary *words, struct memberships *out)
{
	const struct wildcard *w = &c->wildcards.items[at];
	uint32_t count = vocabulary_with_prefix(words, w->folded, w->length, NULL, 0);
	uint32_t *ids = mem_alloc(((size_t)count + 1) * sizeof *ids);
	vocabulary_with_prefix(words, w->folded, w->length, ids, count);
	for (uint32_t i = 0; i < count; i++)
		*vector_push(&out->pairs) = (struct membership){ids[i], w->id};
	free(ids);
	for (uint32_t i = at; i < c->wildcards.count; i++) {
		const struct wildcard *longer = &c->wildcards.items[i];
		if (longer->length < w->length || memcmp(longer->folded, w->folded, w->length) != 0)
			break;
		*vector_push(&out->pairs) = (struct membership){longer->id, w->id};
	}
}

/* By word: how many, where they begin, and then each in its place. */
static void lay_out(struct classes *c, const struct memberships *m)
{
	c->start = mem_alloc(((size_t)c->limit + 2) * sizeof *c->start);
	c->of = mem_alloc(((size_t)m->pairs.count + 1) * sizeof *c->of);
	uint32_t *next = c->start + 1;
	for (uint32_t i = 0; i < m->pairs.count; i++)
		next[m->pairs.items[i].word]++;
	for (uint32_t w = 0, sum = 0; w <= c->limit; w++) {
		uint32_t count = next[w];
		next[w] = sum;
		sum += count;
	}
	for (uint32_t i = 0; i < m->pairs.count; i++)
		c->of[next[m->pairs.items[i].word]++] = m->pairs.items[i].class;
}

/* Numbers that a lexicon names ("7 October") have ids of their own. */
static int is_number(const char *word)
{
	if (*word < '0' || *word > '9')
		return 0;
	return word[strspn(word, "0123456789.,:")] == '\0';
}

static void add_numbers(const struct classes *c, const struct vocabulary *words, struct memberships *out)
{
	*vector_push(&out->pairs) = (struct membership){SLANT_WORD_NUMBER, SLANT_WORD_NUMBER};
	for (uint32_t i = 0; i < c->numerals.count; i++)
		*vector_push(&out->pairs) = (struct membership){c->numerals.items[i], SLANT_WORD_NUMBER};
	for (uint32_t w = SLANT_FIRST_WORD; w < c->limit; w++) {
		if (is_number(vocabulary_word(words, w)))
			*vector_push(&out->pairs) = (struct membership){w, SLANT_WORD_NUMBER};
	}
}

static void settle_classes(struct classes *c, const struct vocabulary *words)
{
	struct memberships members = {0};
	c->limit = vocabulary_limit(words);
	sort_wildcards(c);
	for (uint32_t i = 0; i < c->wildcards.count; i++)
		add_members(c, i, words, &members);
	if (c->numbers)
		add_numbers(c, words, &members);
	lay_out(c, &members);
	vector_free(&members.pairs);
}

/* ---- */

static int all_plain(const struct automaton *a, uint32_t outputs)
{
	const struct trie_output *o = &a->trie.outputs[outputs];
	for (;; o++) {
		if (o->kind != PHRASE_HIT || o->checks != TRIE_NOTHING)
			return 0;
		if (o->last)
			return 1;
	}
}

static void mark_plain(struct automaton *a)
{
	for (uint32_t w = 0; w < a->trie.word_limit; w++) {
		if (a->trie.first[w].outputs != TRIE_NOTHING && all_plain(a, a->trie.first[w].outputs))
			a->trie.flags[w] |= TRIE_PLAIN;
	}
}

static void mark_classes(struct automaton *a, const struct classes *c)
{
	for (uint32_t w = 0; w < c->limit; w++) {
		for (uint32_t i = c->start[w]; i < c->start[w + 1]; i++) {
			a->trie.flags[w] |= TRIE_CLASSED;
			if (trie_find(&a->trie, TRIE_ROOT, TRIE_CLASS | c->of[i]) != NULL)
				a->trie.flags[w] |= TRIE_BY_CLASS;
		}
	}
}

void matcher_finish(struct matcher *m, const struct vocabulary *words)
{
	settle_classes(&m->classes, words);
	for (uint32_t i = 0; i < m->automata.count; i++) {
		trie_finish(&m->automata.items[i]->trie, m->classes.limit);
		mark_plain(m->automata.items[i]);
		mark_classes(m->automata.items[i], &m->classes);
	}
}

static void free_automaton(struct automaton *a)
{
	trie_free(&a->trie);
	vector_free(&a->units);
	vector_free(&a->checks);
	vector_free(&a->gaps);
	for (uint32_t i = 0; i < a->patterns.count; i++)
		pattern_free(a->patterns.items[i].pattern);
	vector_free(&a->patterns);
	vector_free(&a->anchor_lists);
	vector_free(&a->anchor_ids);
	free(a);
}

void matcher_free(struct matcher *m)
{
	if (m == NULL)
		return;
	for (uint32_t i = 0; i < m->automata.count; i++)
		free_automaton(m->automata.items[i]);
	for (uint32_t i = 0; i < m->groups.count; i++) {
		vector_free(&m->groups.items[i].entries);
		vector_free(&m->groups.items[i].languages);
	}
	vector_free(&m->automata);
	vector_free(&m->groups);
	vector_free(&m->names);
	vector_free(&m->classes.wildcards);
	vector_free(&m->classes.numerals);
	free(m->classes.start);
	free(m->classes.of);
	arena_free(&m->arena);
	free(m);
}

/* ---- questions ---- */

uint32_t matcher_plugins(const struct matcher *m, const char *const **names)
{
	*names = m->names.items;
	return m->names.count;
}

uint32_t matcher_group(const struct matcher *m, const char *plugin)
{
	for (uint32_t i = 0; i < m->groups.count; i++) {
		if (strcmp(m->groups.items[i].name, plugin) == 0)
			return i;
	}
	return SLANT_NONE;
}

uint32_t matcher_entries(const struct matcher *m, uint32_t group, const slant_entry **entries)
{
	*entries = m->groups.items[group].entries.items;
	return m->groups.items[group].entries.count;
}

int matcher_group_has_language(const struct matcher *m, uint32_t group, const char *language)
{
	const struct group *g = &m->groups.items[group];
	for (uint32_t i = 0; i < g->languages.count; i++) {
		if (tag_same_language(g->languages.items[i], language))
			return 1;
	}
	return 0;
}
