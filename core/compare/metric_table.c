/* SPDX-License-Identifier: MIT */
/* The metric table: a row for each metric and voice, a cell for each group. */
#include "base/json.h"
#include "compare/metrics.h"
#include "compare/resample.h"
#include "compare/tree.h"

#include <math.h>
#include <string.h>

static void refer(json_t *cell, const struct metric *m, int voice, const struct view *v)
{
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (metric_counts(m, voice, &v->findings[i]))
			scope_refer(tree_array(cell, "passages"), v, &v->findings[i]);
}

static struct interval scaled(struct interval x, double scale)
{
	return (struct interval){x.low * scale, x.high * scale};
}

static void put_interval(json_t *cell, struct interval x, const char *method)
{
	if (isnan(x.low))
		return;
	tree_put(cell, "interval", tree_interval(x));
	tree_text(cell, "method", method);
}

/* ---- rates ---- */

/* Exact and by sentences; the wider one is the interval, since words gather in
 * sentences and few events say little in either way. */
static void put_article_rate(json_t *cell, const struct metric_sums *s, const struct metric *m, int voice, struct view *v)
{
	double per_thousand = 1000 / (double)s->n;
	struct interval exact = scaled(poisson_interval((double)s->k, METRIC_LEVEL), per_thousand);
	struct interval drawn = s->k > 0 ? scaled(resample_rate(v, m, voice), 1000) : (struct interval){NAN, NAN};
	json_t *both = tree_object(cell, "intervals");
	tree_put(both, "poisson", tree_interval(exact));
	if (isnan(drawn.low)) {
		put_interval(cell, exact, "poisson");
		return;
	}
	tree_put(both, "bootstrap", tree_interval(drawn));
	if (drawn.high - drawn.low > exact.high - exact.low)
		put_interval(cell, drawn, "bootstrap");
	else
		put_interval(cell, exact, "poisson");
}

static void put_rate(json_t *cell, const struct metric_total *t, const struct metric *m, int voice, const struct group *g)
{
	const struct metric_sums *s = &t->sums;
	tree_int(cell, "count", s->k);
	tree_int(cell, "words", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real(1000.0 * (double)s->k / (double)s->n));
	if (g->count == 1)
		put_article_rate(cell, s, m, voice, g->views[0]);
	else if (s->articles >= METRIC_FEWEST_ARTICLES)
		put_interval(cell, scaled(clustered_interval(t->clusters, METRIC_LEVEL), 1000), "clustered");
}

/* ---- shares, means, and what has no interval ---- */

static void put_share(json_t *cell, const struct metric_total *t, const struct group *g)
{
	const struct metric_sums *s = &t->sums;
	tree_int(cell, "k", s->k);
	tree_int(cell, "n", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real((double)s->k / (double)s->n));
	if (g->count == 1)
		put_interval(cell, wilson_interval((double)s->k, (double)s->n, METRIC_LEVEL), "wilson");
	else if (s->articles >= METRIC_FEWEST_ARTICLES)
		put_interval(cell, clustered_share_interval(t->clusters, METRIC_LEVEL), "clustered");
}

static void put_mean(json_t *cell, const struct metric_total *t, const struct group *g)
{
	const struct metric_sums *s = &t->sums;
	tree_int(cell, "sum", s->k);
	tree_int(cell, "sum_squares", s->squares);
	tree_int(cell, "n", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real((double)s->k / (double)s->n));
	struct moments m = {(double)s->n, (double)s->k, (double)s->squares};
	if (g->count == 1)
		put_interval(cell, mean_interval(m, METRIC_LEVEL), "student");
	else if (s->articles >= METRIC_FEWEST_ARTICLES)
		put_interval(cell, clustered_mean_interval(t->clusters, METRIC_LEVEL), "clustered");
}

static void put_total(json_t *cell, const struct metric_total *t, const struct metric *m, int voice, const struct group *g)
{
	if (strcmp(m->kind, "rate") == 0)
		put_rate(cell, t, m, voice, g);
	else if (strcmp(m->kind, "share") == 0)
		put_share(cell, t, g);
	else if (strcmp(m->kind, "mean") == 0)
		put_mean(cell, t, g);
	else if (strcmp(m->kind, "distribution") == 0)
		tree_put(cell, "labels", t->sums.labels ? json_incref(t->sums.labels) : json_object());
	else
		tree_int(cell, "count", t->sums.k);
}

/* ---- cells and rows ---- */

static json_t *make_cell(const struct metric *m, int voice, const struct group *g, uint32_t index)
{
	json_t *cell = json_object();
	struct metric_total t;
	metric_total(&t, m, voice, g);
	tree_int(cell, "group", index);
	if (t.sums.articles == 0)
		tree_text(cell, "state", "not_measured");
	else
		put_total(cell, &t, m, voice, g);
	if (t.sums.articles < g->count && t.sums.articles > 0)
		tree_int(cell, "articles", t.sums.articles);
	for (uint32_t i = 0; i < g->count; i++)
		if (view_measured(g->views[i], m->plugin))
			refer(cell, m, voice, g->views[i]);
	metric_total_free(&t);
	return cell;
}

static json_t *make_row(const struct scope *s, const struct metric *m, int voice)
{
	json_t *row = json_object();
	tree_text(row, "plugin", m->plugin);
	tree_text(row, "name", m->name);
	tree_text(row, "kind", m->kind);
	tree_text(row, "unit", m->unit);
	tree_text(row, "voice", metric_voice_name(voice));
	json_t *cells = tree_array(row, "cells");
	for (uint32_t i = 0; i < s->group_count; i++)
		json_array_append_new(cells, make_cell(m, voice, &s->groups[i], i));
	return row;
}

json_t *scope_metrics(const struct scope *s)
{
	struct metric_list list;
	json_t *rows = json_array();
	metrics_collect(&list, s);
	for (uint32_t i = 0; i < list.count; i++)
		for (int voice = 0; voice <= METRIC_ALL_VOICES; voice++)
			if (voice == METRIC_ALL_VOICES || (list.items[i].voices & 1u << voice) != 0)
				json_array_append_new(rows, make_row(s, &list.items[i], voice));
	metrics_free(&list);
	return rows;
}
