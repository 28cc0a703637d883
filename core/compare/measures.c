/* SPDX-License-Identifier: MIT */
/* Which figures are contrasted between groups: metrics, and the words for one
 * thing; each also under other choices, to see what a result hangs on. */
#include "base/json.h"
#include "base/memory.h"
#include "compare/contrast_table.h"
#include "compare/counts.h"
#include "compare/metrics.h"
#include "compare/tree.h"
#include "text/document.h"

#include <stdio.h>
#include <string.h>

/* ---- metrics ---- */

static int kind_of(const struct metric *m, enum contrast_kind *kind)
{
	static const struct { const char *name; enum contrast_kind kind; } kinds[] = {
		{"rate", CONTRAST_RATE}, {"share", CONTRAST_SHARE}, {"mean", CONTRAST_MEAN}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(m->kind, kinds[i].name) == 0) {
			*kind = kinds[i].kind;
			return 1;
		}
	return 0;
}

/* The writer's voice where most of it stands there, else all voices: one contrast a metric. */
static int voice_to_contrast(const struct scope *s, const struct metric *m)
{
	int64_t own = 0, all = 0;
	for (uint32_t i = 0; i < s->count; i++) {
		struct metric_sums narrator = {0}, sum = {0};
		metric_sum(&narrator, m, SLANT_VOICE_NARRATOR, s->views[i]);
		metric_sum(&sum, m, METRIC_ALL_VOICES, s->views[i]);
		int by_n = strcmp(m->kind, "rate") != 0;
		own += by_n ? narrator.n : narrator.k;
		all += by_n ? sum.n : sum.k;
		metric_sums_free(&narrator);
		metric_sums_free(&sum);
	}
	return own > 0 && 2 * own >= all ? SLANT_VOICE_NARRATOR : METRIC_ALL_VOICES;
}

static void fill(struct measure *measure, const struct scope *s, const struct metric *m, int voice)
{
	for (uint32_t i = 0; i < s->count; i++) {
		struct metric_sums sums = {0};
		if (metric_sum(&sums, m, voice, s->views[i]))
			measure_unit(measure, s->views[i]->group, (double)sums.k, (double)sums.n, (double)sums.squares);
		metric_sums_free(&sums);
	}
}

/* ---- other choices ---- */

#define UNCERTAIN_NAME "uncertain voices as the writer's"
#define OPINION_NAME "without opinion pieces"

/* What a finding was found by: its concept, or the words themselves. */
static const char *entry_of(const struct view_finding *f, int by_concept)
{
	const char *concept_id = json_get_text(f->data, "concept", NULL), *lemma = json_get_text(f->data, "lemma", NULL);
	if (by_concept)
		return concept_id;
	if (concept_id != NULL)
		return json_get_text(f->data, "variant", concept_id);
	return lemma ? lemma : f->text;
}

/* Entry -> article -> what its findings add there. */
static json_t *entries_of(const struct scope *s, const struct metric *m, int voice, int by_concept)
{
	json_t *entries = json_object();
	char key[16];
	for (uint32_t i = 0; i < s->count; i++)
		for (uint32_t k = 0; k < s->views[i]->finding_count; k++) {
			const struct view_finding *f = &s->views[i]->findings[k];
			const char *entry = entry_of(f, by_concept);
			struct metric_sums adds;
			if (entry == NULL || !metric_contribution(m, voice, f, &adds))
				continue;
			snprintf(key, sizeof key, "%u", i);
			json_t *sums = tree_object(tree_object(entries, entry), key);
			tree_add(sums, "k", adds.k);
			tree_add(sums, "n", adds.n);
			tree_add(sums, "squares", adds.squares);
		}
	return entries;
}

static void fill_without(struct measure *variation, const struct scope *s, const struct metric *m, int voice,
			 const json_t *entry)
{
	char key[16];
	for (uint32_t i = 0; i < s->count; i++) {
		struct metric_sums sums = {0};
		snprintf(key, sizeof key, "%u", i);
		const json_t *less = json_object_get(entry, key);
		if (metric_sum(&sums, m, voice, s->views[i]))
			measure_unit(variation, s->views[i]->group, (double)(sums.k - json_get_int(less, "k", 0)),
				     (double)(sums.n - json_get_int(less, "n", 0)),
				     (double)(sums.squares - json_get_int(less, "squares", 0)));
		metric_sums_free(&sums);
	}
}

static void vary_entries(struct measure *measure, const struct scope *s, const struct metric *m, int voice, int by_concept)
{
	json_t *entries = entries_of(s, m, voice, by_concept), *entry;
	const char *name;
	char label[120];
	json_object_foreach(entries, name, entry) {
		snprintf(label, sizeof label, "without %.100s", name);
		fill_without(measure_variation(measure, label), s, m, voice, entry);
	}
	json_decref(entries);
}

/* Stretches whose voice rests on a weak rule, taken as the writer's. */
static void vary_voices(struct measure *measure, const struct scope *s, const struct metric *m)
{
	struct measure *variation = measure_variation(measure, UNCERTAIN_NAME);
	for (uint32_t i = 0; i < s->count; i++) {
		const struct view *v = s->views[i];
		struct metric_sums sums = {0}, adds;
		if (!metric_sum(&sums, m, SLANT_VOICE_NARRATOR, v))
			continue;
		for (uint32_t k = 0; k < v->finding_count; k++)
			if (v->findings[k].uncertain && v->findings[k].voice != SLANT_VOICE_NARRATOR &&
			    metric_contribution(m, METRIC_ALL_VOICES, &v->findings[k], &adds)) {
				sums.k += adds.k;
				sums.n += adds.n;
				sums.squares += adds.squares;
			}
		if (strcmp(m->kind, "rate") == 0)
			sums.n += v->uncertain_words;
		measure_unit(variation, v->group, (double)sums.k, (double)sums.n, (double)sums.squares);
		metric_sums_free(&sums);
	}
}

static int some_opinion(const struct scope *s)
{
	for (uint32_t i = 0; i < s->count; i++)
		if (view_is_opinion(s->views[i]))
			return 1;
	return 0;
}

static void vary_opinion(struct measure *measure, const struct scope *s, const struct metric *m, int voice)
{
	struct measure *variation = measure_variation(measure, OPINION_NAME);
	for (uint32_t i = 0; i < s->count; i++) {
		struct metric_sums sums = {0};
		if (!view_is_opinion(s->views[i]) && metric_sum(&sums, m, voice, s->views[i]))
			measure_unit(variation, s->views[i]->group, (double)sums.k, (double)sums.n, (double)sums.squares);
		metric_sums_free(&sums);
	}
}

/* How often each entry stands in all: what a random list of words has to match. */
static void read_entries(struct measure *measure, const struct scope *s, const struct metric *m, int voice,
			 const struct word_counts *words)
{
	json_t *entries = entries_of(s, m, voice, 0), *entry, *article;
	const char *name, *key;
	measure->entries = mem_alloc((json_object_size(entries) + 1) * sizeof *measure->entries);
	measure->words = words;
	json_object_foreach(entries, name, entry) {
		json_int_t total = 0;
		json_object_foreach(entry, key, article)
			total += json_get_int(article, "k", 0);
		measure->entries[measure->entry_count++] = (uint32_t)total;
	}
	json_decref(entries);
}

static void contrast_metric(struct contrast_table *t, const struct scope *s, const struct metric *m,
			    const struct word_counts counts[2])
{
	enum contrast_kind kind;
	if (!kind_of(m, &kind))
		return;
	int voice = voice_to_contrast(s, m);
	struct measure measure;
	measure_init(&measure, kind, s->group_count,
		     json_pack("{s:s,s:s,s:s,s:s}", "figure", "metric", "plugin", m->plugin, "name", m->name, "voice",
			       metric_voice_name(voice)));
	fill(&measure, s, m, voice);
	if (m->rules != NULL) {
		if (kind == CONTRAST_RATE)
			read_entries(&measure, s, m, voice, &counts[voice == METRIC_ALL_VOICES]);
		vary_entries(&measure, s, m, voice, 0);
		vary_entries(&measure, s, m, voice, 1);
		if (voice == SLANT_VOICE_NARRATOR)
			vary_voices(&measure, s, m);
	}
	if (some_opinion(s))
		vary_opinion(&measure, s, m, voice);
	contrast_table_add(t, &measure);
	measure_free(&measure);
}

/* ---- words for one thing ---- */

/* The writer's own uses of a variant in one article, by the matrix. */
static int64_t uses(const json_t *cell, const char *variant)
{
	const json_t *entry;
	size_t i;
	json_array_foreach(json_object_get(cell, "variants"), i, entry)
		if (strcmp(json_get_text(entry, "variant", ""), variant) == 0)
			return json_get_int(json_object_get(entry, "by_voice"), "narrator", 0);
	return 0;
}

static int measured(const json_t *cell)
{
	return strcmp(json_get_text(cell, "state", ""), "not_measured") != 0;
}

static json_t *about_term(const json_t *row, const char *figure)
{
	json_t *about = json_pack("{s:s,s:s}", "figure", figure, "concept", json_get_text(row, "concept", ""));
	tree_text(about, "lexicon", json_get_text(row, "lexicon", NULL));
	tree_text(about, "voice", "narrator");
	return about;
}

/* Its uses in a voice that rests on a weak rule. */
static int64_t uncertain_uses(const struct view *v, const json_t *row, const char *variant)
{
	int64_t count = 0;
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		count += f->uncertain && f->voice != SLANT_VOICE_NARRATOR &&
			 strcmp(json_get_text(f->data, "variant", ""), variant) == 0 &&
			 strcmp(json_get_text(f->data, "concept", ""), json_get_text(row, "concept", "")) == 0 &&
			 strcmp(json_get_text(f->data, "lexicon", ""), json_get_text(row, "lexicon", "")) == 0;
	}
	return count;
}

enum choice { AS_IS, UNCERTAIN_MOVED, NO_OPINION };

/* A wording against the writer's words (other NULL), or against its counterpart. */
static void fill_term(struct measure *measure, const struct scope *s, const json_t *row, const char *variant,
		      const char *other, enum choice choice)
{
	for (uint32_t i = 0; i < s->count; i++) {
		const struct view *v = s->views[i];
		const json_t *cell = json_array_get(json_object_get(row, "articles"), i);
		if (!measured(cell) || (choice == NO_OPINION && view_is_opinion(v)))
			continue;
		int moved = choice == UNCERTAIN_MOVED;
		int64_t k = uses(cell, variant) + (moved ? uncertain_uses(v, row, variant) : 0);
		int64_t n = v->words_by_voice[SLANT_VOICE_NARRATOR] + (moved ? v->uncertain_words : 0);
		if (other != NULL)
			n = k + uses(cell, other) + (moved ? uncertain_uses(v, row, other) : 0);
		if (n > 0)
			measure_unit(measure, v->group, (double)k, (double)n, 0);
	}
}

static void contrast_term(struct contrast_table *t, const struct scope *s, const json_t *row, const char *variant,
			  const char *other)
{
	struct measure measure;
	json_t *about = about_term(row, other ? "pair" : "term");
	if (other != NULL)
		tree_put(about, "variants", json_pack("[s,s]", variant, other));
	else
		tree_text(about, "variant", variant);
	measure_init(&measure, other ? CONTRAST_SHARE : CONTRAST_RATE, s->group_count, about);
	fill_term(&measure, s, row, variant, other, AS_IS);
	fill_term(measure_variation(&measure, UNCERTAIN_NAME), s, row, variant, other, UNCERTAIN_MOVED);
	if (some_opinion(s))
		fill_term(measure_variation(&measure, OPINION_NAME), s, row, variant, other, NO_OPINION);
	contrast_table_add(t, &measure);
	measure_free(&measure);
}

static void contrast_row(struct contrast_table *t, const struct scope *s, const json_t *row)
{
	const json_t *variant;
	size_t i;
	json_array_foreach(json_object_get(row, "variants"), i, variant) {
		const char *name = json_get_text(variant, "variant", ""), *pair = json_get_text(variant, "pair", NULL);
		contrast_term(t, s, row, name, NULL);
		if (pair != NULL && strcmp(name, pair) < 0) /* each pair once */
			contrast_term(t, s, row, name, pair);
	}
}

json_t *scope_contrasts(const struct scope *s, const json_t *terms)
{
	struct contrast_table *t = contrast_table_new(s->group_count);
	struct metric_list list;
	const json_t *row;
	size_t i;
	struct word_counts counts[2];
	word_counts_init(&counts[0], s, 0);
	word_counts_init(&counts[1], s, 1);
	metrics_collect(&list, s);
	for (uint32_t k = 0; k < list.count; k++)
		contrast_metric(t, s, &list.items[k], counts);
	metrics_free(&list);
	word_counts_free(&counts[0]);
	word_counts_free(&counts[1]);
	json_array_foreach(terms, i, row)
		contrast_row(t, s, row);
	return contrast_table_end(t);
}
