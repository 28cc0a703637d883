/* SPDX-License-Identifier: MIT */
#include "compare/contrast_table.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/placebo.h"
#include "compare/tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PAIRED 8

struct contrast_table {
	uint32_t groups;
	int64_t too_few;
	int64_t varied, keep_sign, keep_side; /* contrasts with variations, and those that none of them turns */
	VECTOR(json_t *) list;
	VECTOR(double) p; /* of each of the list */
};

/* ---- measures ---- */

void measure_init(struct measure *m, enum contrast_kind kind, uint32_t groups, json_t *about)
{
	*m = (struct measure){.kind = kind, .about = about, .count = groups};
	m->sides = mem_alloc((groups + 1) * sizeof *m->sides);
}

void measure_free(struct measure *m)
{
	for (uint32_t i = 0; i < m->count; i++)
		free(m->sides[i].units);
	for (uint32_t i = 0; i < m->variation_count; i++)
		measure_free(&m->variations[i]);
	free(m->variations);
	free(m->entries);
	free(m->sides);
	json_decref(m->about);
}

struct measure *measure_variation(struct measure *m, const char *name)
{
	if (m->variation_count == m->variation_size) {
		m->variation_size = m->variation_size ? 2 * m->variation_size : 8;
		m->variations = mem_resize(m->variations, m->variation_size * sizeof *m->variations);
	}
	struct measure *v = &m->variations[m->variation_count++];
	measure_init(v, m->kind, m->count, json_string_nocheck(name));
	return v;
}

void measure_unit(struct measure *m, uint32_t group, double y, double w, double squares)
{
	struct side *s = &m->sides[group];
	if ((s->count & (s->count - 1)) == 0) /* full at every power of two */
		s->units = mem_resize(s->units, (s->count ? 2 * (size_t)s->count : 1) * sizeof *s->units);
	s->units[s->count++] = (struct unit){y, w};
	s->squares += squares;
}

/* ---- the table ---- */

struct contrast_table *contrast_table_new(uint32_t groups)
{
	struct contrast_table *t = mem_alloc(sizeof *t);
	t->groups = groups;
	return t;
}

static json_t *contrast_json(const struct measure *m, const struct contrast_result *r)
{
	json_t *c = json_copy(m->about);
	tree_text(c, "kind", m->kind == CONTRAST_RATE ? "ratio" : "difference");
	tree_text(c, "method", r->method);
	tree_put(c, "value", tree_real(r->contrast.value));
	if (!isnan(r->contrast.interval.low))
		tree_put(c, "interval", tree_interval(r->contrast.interval));
	if (!isnan(r->contrast.p))
		tree_put(c, "p", tree_real(r->contrast.p));
	return c;
}

static void put_counts(json_t *contrast, const struct side *a, const struct side *b)
{
	const struct side *sides[] = {a, b};
	json_t *list = tree_array(contrast, "counts");
	for (int i = 0; i < 2; i++) {
		double y = 0, w = 0;
		for (uint32_t k = 0; k < sides[i]->count; k++) {
			y += sides[i]->units[k].y;
			w += sides[i]->units[k].w;
		}
		json_array_append_new(list, json_pack("[I,I]", (json_int_t)y, (json_int_t)w));
	}
}

/* ---- what other choices would say ---- */

static int same_side(const struct side *a, const struct side *b)
{
	return a->count == b->count && a->squares == b->squares &&
	       (a->count == 0 || memcmp(a->units, b->units, a->count * sizeof *a->units) == 0);
}

static int sign_of(enum contrast_kind kind, double value)
{
	double none = kind == CONTRAST_RATE ? 1 : 0;
	return isnan(value) ? 0 : (value > none) - (value < none);
}

struct stability {
	int64_t runs, same_sign, same_side;
	double least, most;
	json_t *turns; /* names of variations that move the interval over, onto or off the line */
};

static void judge(struct stability *s, enum contrast_kind kind, const struct contrast_result *base,
		  const struct contrast_result *r, const json_t *name)
{
	int side = r->method != NULL && contrast_direction(kind, &r->contrast) == contrast_direction(kind, &base->contrast);
	s->runs++;
	s->same_sign += r->method != NULL && sign_of(kind, r->contrast.value) == sign_of(kind, base->contrast.value);
	s->same_side += side;
	if (!side)
		json_array_append(s->turns, (json_t *)name);
	if (r->method == NULL || isnan(r->contrast.value))
		return;
	s->least = fmin(s->least, r->contrast.value);
	s->most = fmax(s->most, r->contrast.value);
}

/* Entries that stand once in one article all change the counts alike: one test does for all. */
static struct contrast_result again(const struct measure *m, uint32_t i, const struct side *a, const struct side *b,
				    struct contrast_result *known, const uint32_t pair[2])
{
	for (uint32_t k = 0; k < i; k++)
		if (same_side(&m->variations[k].sides[pair[0]], a) && same_side(&m->variations[k].sides[pair[1]], b))
			return known[k];
	return contrast_sides(m->kind, a, b);
}

static void put_stability(struct contrast_table *t, json_t *contrast, const struct stability *s)
{
	json_t *out = tree_object(contrast, "sensitivity");
	tree_int(out, "runs", s->runs);
	tree_int(out, "same_sign", s->same_sign);
	tree_int(out, "same_side", s->same_side);
	tree_put(out, "range", tree_interval((struct interval){s->least, s->most}));
	if (json_array_size(s->turns) > 0)
		tree_put(out, "turned_by", json_incref(s->turns));
	t->varied++;
	t->keep_sign += s->same_sign == s->runs;
	t->keep_side += s->same_side == s->runs;
}

static void vary(struct contrast_table *t, const struct measure *m, const struct contrast_result *base,
		 const uint32_t pair[2], json_t *contrast)
{
	struct stability s = {.least = base->contrast.value, .most = base->contrast.value, .turns = json_array()};
	struct contrast_result *known = mem_alloc((m->variation_count + 1) * sizeof *known);
	for (uint32_t i = 0; i < m->variation_count; i++) {
		const struct side *a = &m->variations[i].sides[pair[0]], *b = &m->variations[i].sides[pair[1]];
		if (a->count == 0 || b->count == 0) /* leaves nothing to compare: opinion pieces only */
			continue;
		if (same_side(a, &m->sides[pair[0]]) && same_side(b, &m->sides[pair[1]]))
			known[i] = *base;
		else
			known[i] = again(m, i, a, b, known, pair);
		judge(&s, m->kind, base, &known[i], m->variations[i].about);
	}
	if (s.runs > 0)
		put_stability(t, contrast, &s);
	json_decref(s.turns);
	free(known);
}

/* ---- what random words would give ---- */

#define PLACEBO_P 0.05 /* beyond that there is nothing to compare with noise */

static void put_placebo(json_t *contrast, const struct measure *m, const struct contrast_result *r, uint32_t a, uint32_t b)
{
	if (m->words == NULL || m->entry_count == 0 || isnan(r->contrast.p) || r->contrast.p > PLACEBO_P)
		return;
	double k[2] = {0, 0};
	for (uint32_t i = 0; i < m->sides[a].count; i++)
		k[0] += m->sides[a].units[i].y;
	for (uint32_t i = 0; i < m->sides[b].count; i++)
		k[1] += m->sides[b].units[i].y;
	json_t *placebo = tree_object(contrast, "placebo");
	tree_int(placebo, "draws", PLACEBO_DRAWS);
	tree_int(placebo, "as_large", placebo_as_large(m->words, m->entries, m->entry_count, a, b, k[0], k[1]));
}

/* ---- pairs ---- */

/* The contrast, borrowed, or NULL when there is too little. */
static json_t *add(struct contrast_table *t, const struct measure *m, const struct side *a, const struct side *b,
		   json_t *groups, struct contrast_result *r)
{
	r->method = NULL;
	if (a->count > 0 && b->count > 0)
		*r = contrast_sides(m->kind, a, b);
	if (r->method == NULL) {
		t->too_few += a->count > 0 && b->count > 0;
		json_decref(groups);
		return NULL;
	}
	json_t *c = contrast_json(m, r);
	tree_put(c, "groups", groups);
	put_counts(c, a, b);
	*vector_push(&t->list) = c;
	*vector_push(&t->p) = r->contrast.p;
	return c;
}

static void add_pair(struct contrast_table *t, const struct measure *m, uint32_t i, uint32_t k)
{
	struct contrast_result r;
	json_t *c = add(t, m, &m->sides[i], &m->sides[k], json_pack("[i,i]", (int)i, (int)k), &r);
	if (c != NULL)
		put_placebo(c, m, &r, i, k);
	/* dealing articles anew for every variation would take long and say little */
	if (c != NULL && m->variation_count > 0 && strcmp(r.method, "permutation") != 0)
		vary(t, m, &r, (uint32_t[]){i, k}, c);
}

/* All groups but one. */
static void add_against_others(struct contrast_table *t, const struct measure *m, uint32_t group)
{
	struct side others = {0};
	struct contrast_result r;
	for (uint32_t i = 0; i < m->count; i++) {
		const struct side *s = &m->sides[i];
		if (i == group || s->count == 0)
			continue;
		others.units = mem_resize(others.units, (others.count + s->count) * sizeof *others.units);
		memcpy(others.units + others.count, s->units, s->count * sizeof *s->units);
		others.count += s->count;
		others.squares += s->squares;
	}
	add(t, m, &m->sides[group], &others, json_pack("[i,s]", (int)group, "others"), &r);
	free(others.units);
}

void contrast_table_add(struct contrast_table *t, const struct measure *m)
{
	for (uint32_t i = 0; t->groups > MOST_PAIRED && i < t->groups; i++)
		add_against_others(t, m, i);
	if (t->groups > MOST_PAIRED)
		return;
	for (uint32_t i = 0; i < t->groups; i++)
		for (uint32_t k = i + 1; k < t->groups; k++)
			add_pair(t, m, i, k);
}

json_t *contrast_table_end(struct contrast_table *t)
{
	json_t *all = json_object(), *list = json_array();
	double *q = mem_alloc((t->list.count + 1) * sizeof *q);
	size_t tests = benjamini_hochberg(t->p.items, t->list.count, q);
	for (uint32_t i = 0; i < t->list.count; i++) {
		json_t *c = t->list.items[i];
		if (!isnan(q[i]))
			tree_put(c, "p_adjusted", tree_real(q[i]));
		tree_put(c, "distinguishable", json_boolean(!isnan(q[i]) && q[i] <= CONTRAST_Q));
		json_array_append_new(list, c);
	}
	tree_int(all, "tests", (int64_t)tests);
	tree_int(all, "too_few", t->too_few);
	tree_put(all, "q", tree_real(CONTRAST_Q));
	json_t *sensitivity = tree_object(all, "sensitivity");
	tree_int(sensitivity, "contrasts", t->varied);
	tree_int(sensitivity, "keep_sign", t->keep_sign);
	tree_int(sensitivity, "keep_side", t->keep_side);
	tree_put(all, "list", list);
	free(q);
	vector_free(&t->list);
	vector_free(&t->p);
	free(t);
	return all;
}
