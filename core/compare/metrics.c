/* SPDX-License-Identifier: MIT */
/* Sums of an article are integers, so groups of any size and order are exact. */
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/metrics.h"
#include "compare/tree.h"
#include "text/document.h"

#include <stdio.h>
#include <stdlib.h>
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

static struct unit unit_of(const struct metric_sums *s)
{
	return (struct unit){(double)s->k, (double)s->n};
}

static void add_unit(struct cluster_sums *c, struct unit u)
{
	c->articles++;
	c->y += u.y;
	c->w += u.w;
	c->yy += u.y * u.y;
	c->yw += u.y * u.w;
	c->ww += u.w * u.w;
}

void metric_total(struct metric_total *t, const struct metric *m, int voice, const struct group *g)
{
	*t = (struct metric_total){0};
	t->units = mem_alloc((g->count + 1) * sizeof *t->units);
	for (uint32_t i = 0; i < g->count; i++) {
		struct metric_sums before = t->sums;
		if (!metric_sum(&t->sums, m, voice, g->views[i]))
			continue;
		struct metric_sums own = {.k = t->sums.k - before.k, .n = t->sums.n - before.n};
		t->units[t->sums.articles - 1] = unit_of(&own);
		add_unit(&t->clusters, unit_of(&own));
	}
}

void metric_total_free(struct metric_total *t)
{
	metric_sums_free(&t->sums);
	free(t->units);
}

void metric_sums_free(struct metric_sums *sums)
{
	json_decref(sums->labels);
}

/* ---- findings ---- */

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

/* An integer at a path of keys ("cue.strength"). */
static const json_t *at_path(const json_t *object, const char *path)
{
	char key[64];
	for (size_t n; object != NULL && *path != '\0'; path += n + (path[n] == '.')) {
		n = strcspn(path, ".");
		snprintf(key, sizeof key, "%.*s", (int)(n < 63 ? n : 63), path);
		object = json_object_get(object, key);
	}
	return object;
}

int metric_contribution(const struct metric *m, int voice, const struct view_finding *f, struct metric_sums *sums)
{
	int counted = metric_counts(m, voice, f);
	*sums = (struct metric_sums){0};
	if (strcmp(m->kind, "share") == 0) {
		struct metric of = *m;
		of.rules = m->of ? m->of : "*";
		sums->n = metric_counts(&of, voice, f);
		sums->k = counted;
	} else if (strcmp(m->kind, "mean") == 0) {
		const json_t *value = counted && m->key ? at_path(f->data, m->key) : NULL;
		if (json_is_integer(value)) {
			sums->n = 1;
			sums->k = json_integer_value(value);
			sums->squares = sums->k * sums->k;
		}
	} else
		sums->k = counted;
	return sums->k != 0 || sums->n != 0;
}
