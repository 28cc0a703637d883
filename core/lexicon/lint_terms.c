/* SPDX-License-Identifier: MIT */
/* The same phrase twice: in one wording (then one of them says nothing), or in two
 * wordings that nothing keeps apart (then the later one never counts). */
#include "base/error.h"
#include "base/hash.h"
#include "base/json.h"
#include "lexicon/lint_terms.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* A phrase that a term stands for: equal when key and letters are. */
struct path {
	const struct automaton *a;
	uint64_t key, letters;
	uint32_t unit, term, order;
};

struct term_record {
	const struct automaton *a;
	uint32_t unit, item;
	uint32_t paths, covered; /* by others of its unit */
	uint32_t by;             /* one of those, an item */
	int told;
};

struct collection {
	VECTOR(struct path) paths;
	VECTOR(struct term_record) terms;
};

/* ---- collecting ---- */

static uint64_t letters_of(const struct automaton *a, uint32_t check)
{
	uint64_t h = 1;
	for (; check != TRIE_NOTHING; check = a->checks.items[check].next) {
		const struct phrase_check *c = &a->checks.items[check];
		h = h * 31 + hash_bytes(c->text, c->length) + c->offset * 7u + c->whole;
	}
	return h;
}

/* What stands behind a gap hangs on a root of its own: such terms are compared as they are written. */
static uint64_t key_of(const char *term, uint32_t node)
{
	return strstr(term, "...") ? hash_bytes(term, strlen(term)) | (uint64_t)1 << 63 : node;
}

static void watch(struct compiler *c, uint32_t node, const struct trie_output *out)
{
	struct collection *all = c->watcher;
	if (out->kind != PHRASE_HIT)
		return;
	struct term_record *t = all->terms.count ? &all->terms.items[all->terms.count - 1] : NULL;
	if (t == NULL || t->a != c->to || t->unit != out->id || t->item != (uint32_t)c->at.item) {
		t = vector_push(&all->terms);
		*t = (struct term_record){.a = c->to, .unit = out->id, .item = (uint32_t)c->at.item};
	}
	t->paths++;
	*vector_push(&all->paths) = (struct path){
		.a = c->to, .key = key_of(c->term, node), .letters = letters_of(c->to, out->checks), .unit = out->id,
		.term = all->terms.count - 1, .order = all->paths.count};
}

static int by_phrase(const void *x, const void *y)
{
	const struct path *a = x, *b = y;
	if (a->a != b->a)
		return strcmp(a->a->language, b->a->language);
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->letters != b->letters)
		return a->letters < b->letters ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int same_phrase(const struct path *a, const struct path *b)
{
	return a->a == b->a && a->key == b->key && a->letters == b->letters;
}

/* ---- telling ---- */

static struct place term_place(const struct linter *l, const struct term_record *t, const char **text)
{
	const struct unit *u = &t->a->units.items[t->unit];
	struct place at = lint_place(l, u->lexicon, u->position, u->variant);
	const json_t *object = lint_object(l, u->lexicon, u->position, u->variant);
	at.key = "terms";
	at.item = t->item;
	*text = json_string_value(json_array_get(json_object_get(object, "terms"), t->item));
	return at;
}

/* A term whose every phrase other terms of its wording give, too. The one with more phrases, or the first, stays. */
static void cover(struct collection *all, const struct path *a, const struct path *b)
{
	struct term_record *x = &all->terms.items[a->term], *y = &all->terms.items[b->term];
	if (a->term == b->term)
		return;
	if (x->paths < y->paths || (x->paths == y->paths && a->term > b->term)) {
		x->covered++;
		x->by = y->item;
	} else {
		y->covered++;
		y->by = x->item;
	}
}

/* Only the very same term twice is surely a slip; forms that a mark would give are merely needless. */
static void tell_covered(const struct linter *l, const struct collection *all)
{
	for (uint32_t i = 0; i < all->terms.count; i++) {
		const struct term_record *t = &all->terms.items[i];
		const char *text, *other;
		if (t->covered < t->paths)
			continue;
		struct term_record by = *t;
		by.item = t->by;
		term_place(l, &by, &other);
		struct place at = term_place(l, t, &text);
		lint_say(l, strcmp(text, other) == 0 ? LINT_WARNING : LINT_NOTE, &at, "'%s' is said by '%s' already",
			 brief(text).text, brief(other).text);
	}
}

/* Anchors or only_in: it counts in other texts than the other one does. */
static int is_conditional(const struct unit *u)
{
	const struct unit_context *c = &u->context;
	return c->anchors[0] != NO_LIST || c->anchors[1] != NO_LIST || c->only_in[0] != NO_LIST || c->only_in[1] != NO_LIST;
}

static void tell_contested(const struct linter *l, struct term_record *later, const struct term_record *first)
{
	const struct unit *u = &first->a->units.items[first->unit], *v = &later->a->units.items[later->unit];
	const json_t *entry = lint_object(l, u->lexicon, u->position, -1);
	const json_t *variant = lint_object(l, u->lexicon, u->position, u->variant);
	const char *text;
	struct place at = term_place(l, later, &text);
	later->told = 1;
	/* Simple entries of one plugin may well share a cue: a word can be of two frames. */
	lint_say(l, u->variant < 0 || v->variant < 0 ? LINT_NOTE : LINT_WARNING, &at,
		 "'%s' is a term of %s%s%s (%s), too, and that one comes first", brief(text).text,
		 json_get_text(entry, "id", ""), u->variant < 0 ? "" : ".",
		 u->variant < 0 ? "" : json_get_text(variant, "id", ""), l->lexicons->items[u->lexicon]->path);
}

/* All wordings that one phrase stands in, in lexicon order. */
static void look_at_phrase(const struct linter *l, struct collection *all, uint32_t from, uint32_t to)
{
	const struct path *p = all->paths.items, *first = NULL;
	for (uint32_t i = from; i < to; i++) {
		const struct unit *u = &p[i].a->units.items[p[i].unit];
		if (i > from && p[i - 1].unit == p[i].unit)
			cover(all, &p[i - 1], &p[i]);
		if (is_conditional(u))
			continue;
		if (first == NULL)
			first = &p[i];
		else if (first->unit != p[i].unit && first->a->units.items[first->unit].group == u->group &&
			 !all->terms.items[p[i].term].told)
			tell_contested(l, &all->terms.items[p[i].term], &all->terms.items[first->term]);
	}
}

static void look_at_phrases(const struct linter *l, struct collection *all)
{
	if (all->paths.count > 0)
		qsort(all->paths.items, all->paths.count, sizeof *all->paths.items, by_phrase);
	for (uint32_t i = 0, from = 0; i < all->paths.count; from = i) {
		while (i < all->paths.count && same_phrase(&all->paths.items[from], &all->paths.items[i]))
			i++;
		look_at_phrase(l, all, from, i);
	}
	tell_covered(l, all);
}

/* ---- */

int lint_terms(const struct linter *l)
{
	struct collection all = {0};
	struct error error = {0};
	struct vocabulary *words = vocabulary_new();
	struct matcher *m = matcher_compile(l->lexicons, l->languages, words, watch, &all, &error);
	if (m == NULL)
		l->tell(l->context, LINT_ERROR, error.text);
	else {
		vocabulary_freeze(words);
		matcher_finish(m, words);
		look_at_phrases(l, &all);
		lint_reach(l, m, words);
	}
	matcher_free(m);
	vocabulary_free(words);
	vector_free(&all.paths);
	vector_free(&all.terms);
	return m ? 0 : -1;
}
