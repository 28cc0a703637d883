/* SPDX-License-Identifier: MIT */
/* The metric table: sums of the records added up by group, with intervals. Sums
 * of an article are integers, so groups of any size and order are exact. */
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/metrics.h"
#include "compare/scope.h"
#include "compare/tree.h"
#include "text/document.h"

#include <math.h>
#include <string.h>

const char *metric_voice_name(int voice)
{
	return voice == METRIC_ALL_VOICES ? "all" : voice_name(voice);
}

/* ---- which metrics there are ---- */

/* Which findings it counts, as the record says beside the plugin's name. */
static void read_rules(struct metric *m, const struct view *v)
{
	const json_t *about = json_object_get(json_object_get(view_plugin(v, m->plugin), "metrics"), m->name);
	m->rules = json_get_text(about, "rules", NULL);
	m->of = json_get_text(about, "of", NULL);
	m->key = json_get_text(about, "key", NULL);
	m->lexicon = json_get_text(about, "lexicon", NULL);
}

static struct metric *metric_for(struct metric_list *list, const struct view *v, const json_t *row)
{
	const char *plugin = json_get_text(row, "plugin", ""), *name = json_get_text(row, "name", "");
	for (uint32_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].plugin, plugin) == 0 && strcmp(list->items[i].name, name) == 0)
			return &list->items[i];
	struct metric *m = vector_push(list);
	*m = (struct metric){.plugin = plugin, .name = name};
	m->kind = json_get_text(row, "kind", "count");
	m->unit = json_get_text(row, "unit", NULL);
	read_rules(m, v);
	return m;
}

static int voice_of_row(const json_t *row)
{
	const char *name = json_get_text(row, "voice", "narrator");
	int voice = voice_from_name(name);
	return voice < 0 ? METRIC_ALL_VOICES : voice;
}

void metrics_collect(struct metric_list *list, const struct scope *s)
{
	*list = (struct metric_list){0};
	for (uint32_t i = 0; i < s->count; i++) {
		const json_t *rows = json_object_get(s->views[i]->record, "metrics"), *row;
		size_t k;
		json_array_foreach(rows, k, row)
			metric_for(list, s->views[i], row)->voices |= 1u << voice_of_row(row);
	}
}

void metrics_free(struct metric_list *list)
{
	vector_free(list);
}

/* ---- sums ---- */

static void add_labels(struct metric_sums *sums, const json_t *labels)
{
	const char *label;
	json_t *count;
	if (sums->labels == NULL)
		sums->labels = json_object();
	json_object_foreach((json_t *)labels, label, count)
		tree_add(sums->labels, label, json_integer_value(count));
}

static void add_row(struct metric_sums *sums, const struct metric *m, const json_t *row)
{
	if (strcmp(m->kind, "mean") == 0) {
		sums->k += json_get_int(row, "sum", 0);
		sums->squares += json_get_int(row, "sum_squares", 0);
		sums->n += json_get_int(row, "n", 0);
	} else if (strcmp(m->kind, "share") == 0) {
		sums->k += json_get_int(row, "k", 0);
		sums->n += json_get_int(row, "n", 0);
	} else if (strcmp(m->kind, "distribution") == 0)
		add_labels(sums, json_object_get(row, "labels"));
	else
		sums->k += json_get_int(row, "count", 0);
}

static int64_t words_of(const struct view *v, int voice)
{
	return voice == METRIC_ALL_VOICES ? v->words : v->words_by_voice[voice];
}

static int row_is(const struct metric *m, const json_t *row)
{
	return strcmp(json_get_text(row, "name", ""), m->name) == 0 &&
	       strcmp(json_get_text(row, "plugin", ""), m->plugin) == 0;
}

int metric_sum(struct metric_sums *sums, const struct metric *m, int voice, const struct view *v)
{
	if (!view_measured(v, m->plugin))
		return 0;
	const json_t *rows = json_object_get(v->record, "metrics"), *row;
	size_t i;
	/* every voice's row counts for all voices, and a row of all voices only there */
	json_array_foreach(rows, i, row)
		if (row_is(m, row) && (voice == METRIC_ALL_VOICES || voice_of_row(row) == voice))
			add_row(sums, m, row);
	if (strcmp(m->kind, "rate") == 0)
		sums->n += words_of(v, voice);
	sums->articles++;
	return 1;
}

void metric_sums_free(struct metric_sums *sums)
{
	json_decref(sums->labels);
}

/* ---- passages ---- */

static int names_rule(const char *names, const char *rule)
{
	size_t n = strlen(rule);
	if (strcmp(names, "*") == 0)
		return 1;
	for (const char *at = names; *at != '\0'; at += strcspn(at, ","), at += *at == ',')
		if (strncmp(at, rule, n) == 0 && (at[n] == ',' || at[n] == '\0'))
			return 1;
	return 0;
}

int metric_counts(const struct metric *m, int voice, const struct view_finding *f)
{
	if (m->rules == NULL || strcmp(f->plugin, m->plugin) != 0 || !names_rule(m->rules, f->rule))
		return 0;
	if (m->lexicon != NULL && strcmp(json_get_text(f->data, "lexicon", ""), m->lexicon) != 0)
		return 0;
	return voice == METRIC_ALL_VOICES || f->voice == voice;
}

static void refer(json_t *cell, const struct metric *m, int voice, const struct view *v)
{
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (metric_counts(m, voice, &v->findings[i]))
			scope_refer(tree_array(cell, "passages"), v, &v->findings[i]);
}

/* ---- one cell ---- */

static void put_interval(json_t *cell, struct interval x, double scale, const char *method)
{
	if (isnan(x.low))
		return;
	tree_put(cell, "interval", tree_interval((struct interval){x.low * scale, x.high * scale}));
	tree_text(cell, "method", method);
}

static void put_rate(json_t *cell, const struct metric_sums *s, const struct group *g)
{
	tree_int(cell, "count", s->k);
	tree_int(cell, "words", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real(1000.0 * (double)s->k / (double)s->n));
	if (g->count == 1)
		put_interval(cell, poisson_interval((double)s->k, METRIC_LEVEL), 1000 / (double)s->n, "poisson");
}

static void put_share(json_t *cell, const struct metric_sums *s, const struct group *g)
{
	tree_int(cell, "k", s->k);
	tree_int(cell, "n", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real((double)s->k / (double)s->n));
	if (g->count == 1)
		put_interval(cell, wilson_interval((double)s->k, (double)s->n, METRIC_LEVEL), 1, "wilson");
}

static void put_mean(json_t *cell, const struct metric_sums *s, const struct group *g)
{
	tree_int(cell, "sum", s->k);
	tree_int(cell, "sum_squares", s->squares);
	tree_int(cell, "n", s->n);
	if (s->n == 0)
		return;
	tree_put(cell, "value", tree_real((double)s->k / (double)s->n));
	struct moments m = {(double)s->n, (double)s->k, (double)s->squares};
	if (g->count == 1)
		put_interval(cell, mean_interval(m, METRIC_LEVEL), 1, "student");
}

static void put_sums(json_t *cell, const struct metric *m, const struct metric_sums *s, const struct group *g)
{
	if (strcmp(m->kind, "rate") == 0)
		put_rate(cell, s, g);
	else if (strcmp(m->kind, "share") == 0)
		put_share(cell, s, g);
	else if (strcmp(m->kind, "mean") == 0)
		put_mean(cell, s, g);
	else if (strcmp(m->kind, "distribution") == 0)
		tree_put(cell, "labels", s->labels ? json_incref(s->labels) : json_object());
	else
		tree_int(cell, "count", s->k);
}

static json_t *make_cell(const struct metric *m, int voice, const struct group *g, uint32_t index)
{
	json_t *cell = json_object();
	struct metric_sums sums = {0};
	tree_int(cell, "group", index);
	for (uint32_t i = 0; i < g->count; i++)
		if (metric_sum(&sums, m, voice, g->views[i]))
			refer(cell, m, voice, g->views[i]);
	if (sums.articles == 0)
		tree_text(cell, "state", "not_measured");
	else
		put_sums(cell, m, &sums, g);
	if (sums.articles < g->count && sums.articles > 0)
		tree_int(cell, "articles", sums.articles);
	metric_sums_free(&sums);
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
