/* SPDX-License-Identifier: MIT */
/* The comparison as tidy tables: one row an observation, every row with its story,
 * outlet and article, so that each file can be read alone. docs/tables.md names the
 * columns. */
#include "report/report.h"
#include "base/buffer.h"
#include "base/json.h"
#include "report/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tables {
	struct csv csv;
	const json_t *comparison, *records, *story;
};

/* ---- pieces ---- */

static const json_t *article(const struct tables *t, json_int_t index)
{
	return json_array_get(json_object_get(t->comparison, "articles"), (size_t)index);
}

static const char *group_name(const struct tables *t, const json_t *group)
{
	if (json_is_string(group)) /* "others" */
		return json_string_value(group);
	const json_t *g = json_array_get(json_object_get(t->story, "groups"), (size_t)json_integer_value(group));
	return json_get_text(g, "outlet", json_get_text(g, "file", ""));
}

static void put_story(struct tables *t)
{
	csv_text(&t->csv, json_get_text(t->story, "story", NULL));
}

static void put_group(struct tables *t, const json_t *group)
{
	put_story(t);
	csv_text(&t->csv, group_name(t, group));
}

/* id, outlet of an article */
static void put_article(struct tables *t, json_int_t index)
{
	csv_members(&t->csv, article(t, index), "id outlet");
}

static void put_pair(struct tables *t, const json_t *pair)
{
	csv_value(&t->csv, json_array_get(pair, 0));
	csv_value(&t->csv, json_array_get(pair, 1));
}

static void put_joined(struct tables *t, const json_t *list, const char *key)
{
	struct buffer b = {0};
	const json_t *item;
	size_t i;
	json_array_foreach(list, i, item)
		buffer_printf(&b, "%s%s", i ? "; " : "", key ? json_get_text(item, key, "") : json_string_value(item));
	csv_text(&t->csv, b.data);
	buffer_free(&b);
}

/* ---- articles and findings ---- */

static void articles_table(struct tables *t)
{
	const json_t *a;
	size_t i;
	csv_head(&t->csv, "article source outlet story title author date url genre language words narrator quoted reported "
			  "distanced sentences paragraphs copy_group");
	json_array_foreach(json_object_get(t->comparison, "articles"), i, a) {
		csv_members(&t->csv, a, "id source outlet story title author date url genre language words");
		csv_members(&t->csv, json_object_get(a, "words_by_voice"), "narrator quoted reported distanced");
		csv_members(&t->csv, a, "sentences paragraphs copy_group");
		csv_end(&t->csv);
	}
}

static void finding_row(struct tables *t, size_t index, const json_t *f)
{
	const json_t *data = json_object_get(f, "data");
	char *all = data ? json_dumps(data, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
	put_article(t, (json_int_t)index);
	csv_text(&t->csv, json_get_text(article(t, (json_int_t)index), "story", NULL));
	csv_members(&t->csv, f, "id plugin rule start end byte line column");
	csv_text(&t->csv, json_get_text(f, "role", "body"));
	csv_text(&t->csv, json_get_text(f, "voice", "narrator"));
	csv_members(&t->csv, f, "speaker text");
	csv_members(&t->csv, data, "concept variant lexicon weight polarity");
	csv_text(&t->csv, all);
	csv_end(&t->csv);
	free(all);
}

static void findings_table(struct tables *t)
{
	const json_t *record, *f;
	size_t i, k;
	csv_head(&t->csv, "article outlet story finding plugin rule start end byte line column role voice speaker text concept "
			  "variant lexicon weight polarity data");
	json_array_foreach(t->records, i, record)
		json_array_foreach(json_object_get(record, "findings"), k, f)
			finding_row(t, i, f);
}

/* ---- figures ---- */

/* k and n under one pair of columns, whatever the kind calls them. */
static void put_sums(struct tables *t, const json_t *row, const json_t *cell)
{
	const char *kind = json_get_text(row, "kind", "");
	if (strcmp(kind, "rate") == 0)
		csv_members(&t->csv, cell, "count words");
	else if (strcmp(kind, "mean") == 0)
		csv_members(&t->csv, cell, "sum n");
	else if (strcmp(kind, "share") == 0)
		csv_members(&t->csv, cell, "k n");
	else
		csv_members(&t->csv, cell, "count no_n");
}

static void metric_row(struct tables *t, const json_t *row, const json_t *cell, const char *label, const json_t *count)
{
	put_group(t, json_object_get(cell, "group"));
	csv_members(&t->csv, row, "plugin name kind unit voice");
	csv_text(&t->csv, label);
	if (label != NULL) {
		csv_value(&t->csv, count);
		csv_text(&t->csv, NULL);
	} else
		put_sums(t, row, cell);
	csv_members(&t->csv, cell, "value");
	put_pair(t, json_object_get(cell, "interval"));
	csv_members(&t->csv, cell, "method state");
	csv_end(&t->csv);
}

static void metrics_table(struct tables *t)
{
	const json_t *row, *cell;
	json_t *count;
	const char *label;
	size_t i, k;
	json_array_foreach(json_object_get(t->story, "metrics"), i, row)
		json_array_foreach(json_object_get(row, "cells"), k, cell) {
			json_t *labels = json_object_get(cell, "labels");
			if (labels == NULL)
				metric_row(t, row, cell, NULL, NULL);
			json_object_foreach(labels, label, count)
				metric_row(t, row, cell, label, count);
		}
}

/* What a contrast is about: a metric's name, a wording, or two. */
static void put_figure(struct tables *t, const json_t *c)
{
	csv_members(&t->csv, c, "figure plugin");
	csv_text(&t->csv, json_get_text(c, "name", json_get_text(c, "concept", NULL)));
	if (json_object_get(c, "variants") != NULL)
		put_joined(t, json_object_get(c, "variants"), NULL);
	else
		csv_members(&t->csv, c, "variant");
}

static void contrasts_table(struct tables *t)
{
	const json_t *c;
	size_t i;
	json_array_foreach(json_object_get(json_object_get(t->story, "contrasts"), "list"), i, c) {
		put_story(t);
		put_figure(t, c);
		csv_members(&t->csv, c, "voice");
		for (size_t k = 0; k < 2; k++) {
			csv_text(&t->csv, group_name(t, json_array_get(json_object_get(c, "groups"), k)));
			put_pair(t, json_array_get(json_object_get(c, "counts"), k));
		}
		csv_members(&t->csv, c, "kind method value");
		put_pair(t, json_object_get(c, "interval"));
		csv_members(&t->csv, c, "p p_adjusted distinguishable");
		csv_members(&t->csv, json_object_get(c, "sensitivity"), "runs same_sign same_side");
		csv_end(&t->csv);
	}
}

/* ---- words and sources ---- */

static const json_t *variant_of(const json_t *list, const char *variant)
{
	const json_t *v;
	size_t i;
	json_array_foreach(list, i, v)
		if (strcmp(json_get_text(v, "variant", ""), variant) == 0)
			return v;
	return NULL;
}

/* One row for every wording in every article, found or not. */
static void term_row(struct tables *t, const json_t *row, const json_t *cell, const json_t *variant)
{
	const json_t *found = variant_of(json_object_get(cell, "variants"), json_get_text(variant, "variant", ""));
	const char *state = json_get_text(cell, "state", "");
	put_story(t);
	put_article(t, json_get_int(cell, "article", 0));
	csv_members(&t->csv, row, "lexicon topic concept label");
	csv_members(&t->csv, variant, "variant side pair weight");
	csv_text(&t->csv, found == NULL && strcmp(state, "found") == 0 ? "not_found" : state);
	static const char *const voices[] = {"narrator", "quoted", "reported", "distanced"};
	for (size_t i = 0; i < 4; i++)
		csv_int(&t->csv, json_get_int(json_object_get(found, "by_voice"), voices[i], 0));
	csv_end(&t->csv);
}

static void terms_table(struct tables *t)
{
	const json_t *row, *cell, *variant;
	size_t i, k, n;
	json_array_foreach(json_object_get(t->story, "terms"), i, row)
		json_array_foreach(json_object_get(row, "articles"), k, cell)
			json_array_foreach(json_object_get(row, "variants"), n, variant)
				term_row(t, row, cell, variant);
}

static void sources_table(struct tables *t)
{
	const json_t *group, *source;
	size_t i, k;
	json_array_foreach(json_object_get(t->story, "sources"), i, group)
		json_array_foreach(json_object_get(group, "sources"), k, source) {
			put_group(t, json_object_get(group, "group"));
			csv_members(&t->csv, source, "name type findings words direct indirect mixed");
			put_joined(t, json_object_get(source, "verbs"), "lemma");
			put_joined(t, json_object_get(source, "also_named"), NULL);
			csv_end(&t->csv);
		}
}

static void agency_table(struct tables *t)
{
	const json_t *group, *entry;
	size_t i, k;
	json_array_foreach(json_object_get(t->story, "agency"), i, group)
		json_array_foreach(json_object_get(group, "entries"), k, entry) {
			put_story(t);
			put_article(t, json_get_int(entry, "article", 0));
			csv_members(&t->csv, entry, "finding rule text voice agent agent_text patient patient_text told");
			csv_end(&t->csv);
		}
}

/* ---- pairs of passages ---- */

static void put_place(struct tables *t, const json_t *place)
{
	put_article(t, json_get_int(place, "article", 0));
	csv_members(&t->csv, place, "start end text");
}

static void quotations_table(struct tables *t)
{
	static const char *const sides[] = {"first", "second"};
	const json_t *item;
	size_t i;
	json_array_foreach(json_object_get(t->story, "quotations"), i, item) {
		put_story(t);
		csv_members(&t->csv, item, "relation attributed_differently");
		for (size_t k = 0; k < 2; k++) {
			const json_t *place = json_object_get(item, sides[k]);
			put_article(t, json_get_int(place, "article", 0));
			csv_members(&t->csv, place, "finding text speaker speaker_type");
		}
		csv_end(&t->csv);
	}
}

static void passages_table(struct tables *t)
{
	const json_t *item;
	size_t i;
	json_array_foreach(json_object_get(t->story, "passages"), i, item) {
		char *differences = json_dumps(json_object_get(item, "differences"), JSON_COMPACT);
		put_story(t);
		csv_members(&t->csv, item, "score");
		put_place(t, json_object_get(item, "first"));
		put_place(t, json_object_get(item, "second"));
		put_joined(t, json_object_get(item, "shared"), NULL);
		csv_text(&t->csv, differences);
		csv_end(&t->csv);
		free(differences);
	}
}

/* ---- all ---- */

/* Tables whose rows come from the stories. */
static const struct table {
	const char *name, *head;
	void (*rows)(struct tables *);
} tables[] = {
	{"metrics", "story group plugin name kind unit voice label k n value low high method state", metrics_table},
	{"contrasts", "story figure plugin name variant voice group_1 k_1 n_1 group_2 k_2 n_2 kind method value low high p "
		      "p_adjusted distinguishable runs same_sign same_side", contrasts_table},
	{"terms", "story article outlet lexicon topic concept label variant side pair weight state narrator quoted reported "
		  "distanced", terms_table},
	{"sources", "story group name type findings words direct indirect mixed verbs also_named", sources_table},
	{"agency", "story article outlet finding rule text voice agent agent_text patient patient_text told", agency_table},
	{"quotations", "story relation attributed_differently article_1 outlet_1 finding_1 text_1 speaker_1 speaker_type_1 "
		       "article_2 outlet_2 finding_2 text_2 speaker_2 speaker_type_2", quotations_table},
	{"passages", "story score article_1 outlet_1 start_1 end_1 text_1 article_2 outlet_2 start_2 end_2 text_2 shared "
		     "differences", passages_table},
};

int report_csv(const json_t *comparison, const json_t *records,
	       int (*write)(void *context, const char *name, const struct buffer *, struct error *), void *context,
	       struct error *error)
{
	struct buffer b = {0};
	struct tables t = {.csv = {.out = &b}, .comparison = comparison, .records = records};
	size_t i;
	articles_table(&t);
	int result = write(context, "articles.csv", &b, error);
	buffer_clear(&b);
	findings_table(&t);
	result = result == 0 ? write(context, "findings.csv", &b, error) : result;
	for (size_t n = 0; result == 0 && n < sizeof tables / sizeof *tables; n++) {
		char name[32];
		buffer_clear(&b);
		csv_head(&t.csv, tables[n].head);
		json_array_foreach(json_object_get(comparison, "stories"), i, t.story)
			tables[n].rows(&t);
		snprintf(name, sizeof name, "%s.csv", tables[n].name);
		result = write(context, name, &b, error);
	}
	buffer_free(&b);
	return result;
}
