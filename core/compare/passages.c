/* SPDX-License-Identifier: MIT */
/* Sentences of different articles that may tell the same event. Each is the other's
 * best counterpart in its article, they share names, numbers, days or rare words, and
 * they do not put it weeks apart. Few and good rather than many. */
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/diff.h"
#include "compare/features.h"
#include "compare/passages.h"
#include "compare/tree.h"
#include "compare/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_SCORE 0.25
#define FEWEST_SHARED 4   /* features */
#define LEAST_UNITS 2.5   /* see units() */
#define COMMON 0.12       /* share of sentences from which on a feature is everywhere */
#define MOST_DAYS_APART 10
#define NEIGHBOURS 0.25   /* what the best similarity of the sentences around adds */
#define PASSAGES_MOST 60  /* in one story */

struct candidate {
	uint32_t a, b; /* sentences */
	double score;
};
struct candidates {
	struct candidate *items;
	uint32_t count, size;
};

/* ---- similarity ---- */

static int is_common(const struct features *f, uint32_t id)
{
	double limit = COMMON * f->count;
	return f->postings[id].count > (limit > 6 ? limit : 6);
}

struct shared {
	double dot;
	uint32_t features;
};

static struct shared share(const struct features *f, const struct sentence *a, const struct sentence *b)
{
	struct shared s = {0};
	for (uint32_t i = 0, k = 0; i < a->count && k < b->count;) {
		if (a->features[i].id < b->features[k].id)
			i++;
		else if (a->features[i].id > b->features[k].id)
			k++;
		else {
			uint32_t id = a->features[i].id;
			s.dot += f->weights[id] * f->weights[id];
			s.features++;
			i++;
			k++;
		}
	}
	return s;
}

double features_likeness(const struct features *f, const struct sentence *a, const struct sentence *b)
{
	return a->norm > 0 && b->norm > 0 ? share(f, a, b).dot / (a->norm * b->norm) : 0;
}

static int beside(const struct features *f, uint32_t s, int step, uint32_t *other)
{
	if ((step < 0 && s == 0) || (step > 0 && s + 1 >= f->count))
		return 0;
	*other = (uint32_t)((int64_t)s + step);
	return f->sentences[*other].article == f->sentences[s].article;
}

/* Stories tell what belongs together in one place: the sentences around speak for a pair. */
static double neighbourhood(const struct features *f, uint32_t a, uint32_t b)
{
	double best = 0;
	for (int i = -1; i <= 1; i++)
		for (int k = -1; k <= 1; k++) {
			uint32_t x = a, y = b;
			if ((i == 0 && k == 0) || (i != 0 && !beside(f, a, i, &x)) || (k != 0 && !beside(f, b, k, &y)))
				continue;
			best = fmax(best, features_likeness(f, &f->sentences[x], &f->sentences[y]));
		}
	return best;
}

/* ---- how many things two sentences share ---- */

static int has_feature(const struct sentence *s, uint32_t id)
{
	uint32_t low = 0, high = s->count;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (s->features[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < s->count && s->features[low].id == id;
}

/* Where b goes on as a does: the token of b behind `at` with the same word, or VIEW_NONE. */
static uint32_t same_next(const struct sentence *b, uint32_t at, uint32_t word)
{
	uint32_t end = b->view->sentences[b->index].end_token;
	return at + 1 < end && b->view->tokens[at + 1].word == word ? at + 1 : VIEW_NONE;
}

static uint32_t find_word(const struct sentence *b, uint32_t word)
{
	const struct view_sentence *in = &b->view->sentences[b->index];
	for (uint32_t i = in->first_token; i < in->end_token; i++)
		if (b->view->tokens[i].word == word && b->view->tokens[i].kind != SLANT_MARK)
			return i;
	return VIEW_NONE;
}

/* What one shared token counts: nothing for small words, half where the whole story has it. */
static double token_units(const struct features *f, const struct sentence *a, const struct sentence *b, uint32_t token,
			  int *is_name)
{
	uint32_t id = a->token_features[token - a->view->sentences[a->index].first_token];
	*is_name = 0;
	if (id == VIEW_NONE || !has_feature(b, id))
		return 0;
	*is_name = feature_is_name(f, id);
	return is_common(f, id) ? 0.5 : 1;
}

/* A stretch of words that stands alike in both sentences. */
struct stretch {
	double names, plain;
	uint32_t last_name; /* token, or VIEW_NONE */
};

static void add_token(struct stretch *s, uint32_t token, double counts, int is_name)
{
	if (counts <= 0)
		return;
	if (!is_name)
		s->plain += counts;
	else if (s->last_name == VIEW_NONE || token > s->last_name + 2)
		s->names += counts;
	if (is_name)
		s->last_name = token;
}

/* "Middle East envoy Steve Witkoff" in both is one thing: names with at most a word
 * between them are one, and take one plain word with them. */
static double stretch_units(const struct stretch *s)
{
	return s->names + (s->names > 0 && s->plain > 0 ? (s->plain > 1 ? s->plain - 1 : 0) : s->plain);
}

/* A shared day counts one and a half: few events share it. */
static double day_units(const struct sentence *a, const struct sentence *b)
{
	for (uint32_t i = 0; i < a->date_count; i++)
		for (uint32_t k = 0; k < b->date_count; k++)
			if (says_day(&a->dates[i]) && says_day(&b->dates[k]) && dates_apart(&a->dates[i], &b->dates[k]) == 0)
				return 1.5;
	return 0;
}

static double units(const struct features *f, const struct sentence *a, const struct sentence *b)
{
	const struct view_sentence *in = &a->view->sentences[a->index];
	struct stretch s = {.last_name = VIEW_NONE};
	double total = day_units(a, b);
	uint32_t at = VIEW_NONE; /* where b stands in the stretch */
	for (uint32_t i = in->first_token; i < in->end_token; i++) {
		uint32_t word = a->view->tokens[i].word, next = at != VIEW_NONE ? same_next(b, at, word) : VIEW_NONE;
		if (next == VIEW_NONE) {
			total += stretch_units(&s);
			s = (struct stretch){.last_name = VIEW_NONE};
			next = find_word(b, word);
		}
		int is_name;
		double counts = token_units(f, a, b, i, &is_name);
		add_token(&s, i, counts, is_name);
		at = next;
	}
	return total + stretch_units(&s);
}

/* Score of a pair, 0 when it is none. */
static double judge(const struct features *f, uint32_t a, uint32_t b)
{
	const struct sentence *x = &f->sentences[a], *y = &f->sentences[b];
	struct shared s = share(f, x, y);
	if (s.features < FEWEST_SHARED || x->norm <= 0 || y->norm <= 0)
		return 0;
	if (dates_apart(&x->when, &y->when) > MOST_DAYS_APART)
		return 0;
	double score = s.dot / (x->norm * y->norm) + NEIGHBOURS * neighbourhood(f, a, b);
	return score >= LEAST_SCORE && units(f, x, y) >= LEAST_UNITS ? score : 0;
}

/* ---- best counterparts ---- */

struct table {
	const struct features *f;
	uint32_t articles;
	struct candidate *best; /* [sentence * articles + article] */
	uint32_t *seen;         /* by sentence: last sentence that looked at it, + 1 */
};

static void offer(struct table *t, uint32_t a, uint32_t b, double score)
{
	struct candidate *x = &t->best[(size_t)a * t->articles + t->f->sentences[b].article];
	struct candidate *y = &t->best[(size_t)b * t->articles + t->f->sentences[a].article];
	if (score > x->score)
		*x = (struct candidate){a, b, score};
	if (score > y->score)
		*y = (struct candidate){b, a, score};
}

/* Counterparts in later articles share at least one feature that is not everywhere. */
static void look(struct table *t, uint32_t a)
{
	const struct sentence *s = &t->f->sentences[a];
	for (uint32_t i = 0; i < s->count; i++) {
		const struct posting *p = &t->f->postings[s->features[i].id];
		if (!s->features[i].anchor || is_common(t->f, s->features[i].id))
			continue;
		for (uint32_t k = 0; k < p->count; k++) {
			uint32_t b = p->sentences[k];
			if (t->f->sentences[b].article <= s->article || t->seen[b] == a + 1)
				continue;
			t->seen[b] = a + 1;
			double score = judge(t->f, a, b);
			if (score > 0)
				offer(t, a, b, score);
		}
	}
}

static int by_score(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static void align(struct candidates *out, const struct features *f, uint32_t articles)
{
	struct table t = {.f = f, .articles = articles};
	t.best = mem_alloc(((size_t)f->count * articles + 1) * sizeof *t.best);
	t.seen = mem_alloc((f->count + 1) * sizeof *t.seen);
	for (uint32_t i = 0; i < f->count; i++)
		look(&t, i);
	for (uint32_t i = 0; i < f->count; i++)
		for (uint32_t k = 0; k < articles; k++) {
			const struct candidate *c = &t.best[(size_t)i * articles + k];
			if (c->score <= 0 || c->b < i)
				continue;
			const struct candidate *back = &t.best[(size_t)c->b * articles + f->sentences[i].article];
			if (back->b == i)
				*vector_push(out) = *c;
		}
	if (out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, by_score);
	free(t.best);
	free(t.seen);
}

/* ---- JSON ---- */

/* Words that the other sentence lacks, as places in the text; runs are joined. */
static json_t *own_words(const struct sentence *s, const struct sentence *other)
{
	const struct view_sentence *x = &s->view->sentences[s->index], *y = &other->view->sentences[other->index];
	uint32_t n = x->end_token - x->first_token, m = y->end_token - y->first_token, before = VIEW_NONE;
	uint32_t *a = mem_alloc((n + 1) * sizeof *a), *b = mem_alloc((m + 1) * sizeof *b);
	uint32_t *match = mem_alloc((n + 1) * sizeof *match);
	json_t *list = json_array(), *run = NULL;
	for (uint32_t i = 0; i < n; i++)
		a[i] = s->view->tokens[x->first_token + i].word;
	for (uint32_t i = 0; i < m; i++)
		b[i] = other->view->tokens[y->first_token + i].word;
	diff_words(a, n, b, m, match);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t token = x->first_token + i;
		if (match[i] != UINT32_MAX || s->view->tokens[token].kind == SLANT_MARK)
			continue;
		if (run == NULL || before + 1 != i)
			json_array_append_new(list, run = json_pack("[i,i]", (int)s->view->tokens[token].start, 0));
		json_array_set_new(run, 1, json_integer(view_token_end(s->view, token)));
		before = i;
	}
	free(a);
	free(b);
	free(match);
	return list;
}

static json_t *side_json(const struct sentence *s, const struct sentence *other)
{
	const struct view *v = s->view;
	const struct view_sentence *x = &v->sentences[s->index];
	json_t *side = json_object(), *findings = json_array();
	tree_int(side, "article", v->index);
	tree_int(side, "start", x->start);
	tree_int(side, "end", x->end);
	tree_put(side, "text", json_stringn_nocheck(v->text + x->byte, x->byte_end - x->byte));
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (v->findings[i].start < x->end && v->findings[i].end > x->start)
			json_array_append_new(findings, json_string_nocheck(v->findings[i].id));
	tree_put(side, "findings", findings);
	tree_put(side, "own_words", own_words(s, other));
	return side;
}

/* How a feature is called: its word or number, a resolved day as a date. */
static json_t *feature_name(const struct features *f, uint32_t id)
{
	const char *name = words_text(f->names, id);
	char text[16];
	if (name[0] != 'd' || strchr(name, '/') != NULL)
		return json_string_nocheck(name + 1);
	date_text(strtoll(name + 1, NULL, 10), text);
	return json_string_nocheck(text);
}

static json_t *shared_json(const struct features *f, const struct sentence *a, const struct sentence *b)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t k = 0; k < b->count; k++)
			if (a->features[i].id == b->features[k].id && a->features[i].anchor)
				json_array_append_new(list, feature_name(f, a->features[i].id));
	return list;
}

json_t *scope_passages(const struct scope *s, const struct features *f)
{
	struct candidates found = {0};
	json_t *list = json_array();
	align(&found, f, s->count);
	for (uint32_t i = 0; i < found.count && i < PASSAGES_MOST; i++) {
		const struct sentence *a = &f->sentences[found.items[i].a], *b = &f->sentences[found.items[i].b];
		json_t *p = json_object();
		tree_put(p, "score", tree_real(found.items[i].score));
		tree_put(p, "shared", shared_json(f, a, b));
		tree_put(p, "first", side_json(a, b));
		tree_put(p, "second", side_json(b, a));
		tree_put(p, "differences", passage_differences(a, b));
		json_array_append_new(list, p);
	}
	vector_free(&found);
	return list;
}
