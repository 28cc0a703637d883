/* SPDX-License-Identifier: MIT */
/* A comparison for a terminal. Columns are the groups, called A, B, C ... in the
 * order of the input; nothing is sorted by any figure. */
#include "report/report.h"
#include "base/buffer.h"
#include "base/json.h"
#include "report/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct page {
	struct buffer *out;
	size_t width;
	const json_t *comparison, *story, *groups;
};

/* ---- small pieces ---- */

/* A, B ... Z, AA, AB ... */
static const char *letter(size_t index, char name[8])
{
	char back[8];
	int n = 0, at = 0;
	for (size_t i = index + 1; i > 0 && n < 7; i = (i - 1) / 26)
		back[n++] = (char)('A' + (i - 1) % 26);
	while (n > 0)
		name[at++] = back[--n];
	name[at] = '\0';
	return name;
}

/* A name of the program as words: "named_person" -> "named person". */
static void put_words(struct buffer *b, const char *name)
{
	for (; *name != '\0'; name++)
		buffer_byte(b, *name == '_' ? ' ' : *name);
}

/* Three significant digits are enough to read; no trailing zeros. */
static void put_number(struct buffer *b, const json_t *value)
{
	if (!json_is_number(value)) {
		buffer_text(b, "∞");
		return;
	}
	struct json_writer w;
	double x = json_number_value(value), size = x < 0 ? -x : x;
	json_writer_init(&w, b);
	json_put_fixed(&w, NULL, x, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

static void heading(struct page *p, const char *text)
{
	buffer_printf(p->out, "\n%s\n", text);
}

static void note(struct page *p, const char *text)
{
	plain_wrap(p->out, text, strlen(text), 0, 0, p->width);
}

static const json_t *article(const struct page *p, json_int_t index)
{
	return json_array_get(json_object_get(p->comparison, "articles"), (size_t)index);
}

static size_t group_count(const struct page *p)
{
	return json_array_size(p->groups);
}

/* The group that an article belongs to. */
static size_t group_of(const struct page *p, json_int_t index)
{
	const json_t *group, *member;
	size_t i, k;
	json_array_foreach(p->groups, i, group)
		json_array_foreach(json_object_get(group, "articles"), k, member)
			if (json_integer_value(member) == index)
				return i;
	return 0;
}

static struct plain_table *group_table(const struct page *p)
{
	struct plain_table *t = plain_table_new(group_count(p));
	char name[8];
	for (size_t i = 0; i < group_count(p); i++)
		plain_table_head(t, i, letter(i, name));
	return t;
}

/* ---- who is compared ---- */

static void put_article(struct page *p, const json_t *a)
{
	struct buffer line = {0};
	const char *title = json_get_text(a, "title", NULL), *genre = json_get_text(a, "genre", NULL);
	buffer_printf(&line, "%lld words", (long long)json_get_int(a, "words", 0));
	if (genre != NULL)
		buffer_printf(&line, ", %s", genre);
	if (json_get_text(a, "date", NULL) != NULL)
		buffer_printf(&line, ", %s", json_get_text(a, "date", ""));
	if (title != NULL)
		buffer_printf(&line, ", “%s”", title);
	buffer_printf(&line, " (%s)", json_get_text(a, "source", json_get_text(a, "id", "")));
	buffer_text(p->out, "     ");
	plain_wrap(p->out, line.data, line.length, 5, 5, p->width);
	buffer_free(&line);
}

static void put_groups(struct page *p)
{
	const json_t *group, *index;
	size_t i, k;
	char name[8];
	json_array_foreach(p->groups, i, group) {
		buffer_printf(p->out, "  %-2s ", letter(i, name));
		plain_text(p->out, json_get_text(group, "outlet", json_get_text(group, "file", "")));
		buffer_byte(p->out, '\n');
		json_array_foreach(json_object_get(group, "articles"), k, index)
			put_article(p, article(p, json_integer_value(index)));
	}
}

static void put_warnings(struct page *p)
{
	const json_t *warning, *index;
	size_t i, k;
	char name[8];
	json_array_foreach(json_object_get(p->story, "warnings"), i, warning) {
		struct buffer line = {0};
		const json_t *articles = json_object_get(warning, "articles");
		json_array_foreach(articles, k, index)
			buffer_printf(&line, "%s%s", k ? ", " : "", letter(group_of(p, json_integer_value(index)), name));
		if (json_array_size(articles) > 0)
			buffer_text(&line, ": ");
		buffer_text(&line, json_get_text(warning, "message", ""));
		buffer_text(p->out, i ? "  * " : "\nPlease note\n  * ");
		plain_wrap(p->out, line.data, line.length, 4, 4, p->width);
		buffer_free(&line);
	}
}

/* ---- words for the same thing ---- */

/* "2w 1q" */
static void put_voices(struct buffer *b, const json_t *by_voice)
{
	static const struct { const char *name; char letter; } voices[] = {
		{"narrator", 'w'}, {"quoted", 'q'}, {"reported", 'r'}, {"distanced", 'd'}};
	for (size_t i = 0; i < sizeof voices / sizeof *voices; i++) {
		json_int_t n = json_get_int(by_voice, voices[i].name, 0);
		if (n > 0)
			buffer_printf(b, "%s%lld%c", b->length ? " " : "", (long long)n, voices[i].letter);
	}
}

/* How the group stands to the concept: the strongest state of its articles. */
static const char *group_state(const struct page *p, const json_t *concept_row, size_t group)
{
	static const char *const states[] = {"not_measured", "not_mentioned", "not_found", "found"};
	const json_t *cell;
	size_t i, best = 0;
	json_array_foreach(json_object_get(concept_row, "articles"), i, cell)
		if (group_of(p, json_get_int(cell, "article", 0)) == group)
			for (size_t s = best; s < 4; s++)
				if (strcmp(json_get_text(cell, "state", ""), states[s]) == 0)
					best = s;
	return states[best];
}

static void put_variant_cell(struct plain_table *t, const struct page *p, const json_t *row, const char *variant,
			     size_t group)
{
	const json_t *cell = json_array_get(json_object_get(row, "groups"), group), *entry;
	const char *state = group_state(p, row, group);
	size_t i;
	json_array_foreach(json_object_get(cell, "variants"), i, entry)
		if (strcmp(json_get_text(entry, "variant", ""), variant) == 0) {
			struct buffer b = {0};
			put_voices(&b, json_object_get(entry, "by_voice"));
			plain_table_cell(t, group, b.data);
			buffer_free(&b);
			return;
		}
	if (strcmp(state, "not_measured") == 0)
		plain_table_cell(t, group, "not measured");
	else
		plain_table_cell(t, group, strcmp(state, "not_mentioned") == 0 ? "." : "not found");
}

static void put_concept(struct plain_table *t, const struct page *p, const json_t *row)
{
	const json_t *variant;
	size_t i;
	plain_table_row(t, json_get_text(row, "label", json_get_text(row, "concept", "")), 1);
	json_array_foreach(json_object_get(row, "variants"), i, variant) {
		struct buffer label = {0};
		const char *side = json_get_text(variant, "side", "none");
		put_words(&label, json_get_text(variant, "variant", ""));
		if (strcmp(side, "none") != 0) {
			buffer_text(&label, " (");
			put_words(&label, side);
			buffer_byte(&label, ')');
		}
		plain_table_row(t, label.data, 2);
		buffer_free(&label);
		for (size_t g = 0; g < group_count(p); g++)
			put_variant_cell(t, p, row, json_get_text(variant, "variant", ""), g);
	}
}

static void put_terms(struct page *p)
{
	const json_t *terms = json_object_get(p->story, "terms"), *row;
	size_t i;
	if (json_array_size(terms) == 0)
		return;
	heading(p, "Words for the same thing");
	note(p, "w: in the writer's words, q: quoted, r: reported after a source, d: in distancing marks. not found: the "
		"text speaks of the thing in other words. A point: not mentioned.");
	struct plain_table *t = group_table(p);
	json_array_foreach(terms, i, row)
		put_concept(t, p, row);
	plain_table_end(t, p->out, p->width);
}

/* ---- metrics ---- */

static void put_metric_cell(struct plain_table *t, const json_t *cell, size_t group)
{
	struct buffer b = {0};
	const json_t *interval = json_object_get(cell, "interval");
	if (json_get_text(cell, "state", NULL) != NULL)
		buffer_text(&b, "not measured");
	else if (json_object_get(cell, "value") != NULL)
		put_number(&b, json_object_get(cell, "value"));
	else if (json_object_get(cell, "count") != NULL)
		buffer_int(&b, json_get_int(cell, "count", 0));
	else
		buffer_text(&b, ".");
	if (interval != NULL) {
		buffer_text(&b, " [");
		put_number(&b, json_array_get(interval, 0));
		buffer_text(&b, ", ");
		put_number(&b, json_array_get(interval, 1));
		buffer_text(&b, "]");
	}
	plain_table_cell(t, group, b.data);
	buffer_free(&b);
}

static const char *kind_text(const char *kind)
{
	if (strcmp(kind, "rate") == 0)
		return "per 1,000 words";
	return strcmp(kind, "count") == 0 ? "count" : kind;
}

static void put_metric(struct plain_table *t, const json_t *row)
{
	struct buffer label = {0};
	const char *voice = json_get_text(row, "voice", "all");
	put_words(&label, json_get_text(row, "name", ""));
	buffer_printf(&label, ", %s", kind_text(json_get_text(row, "kind", "")));
	if (strcmp(voice, "all") != 0)
		buffer_printf(&label, ", %s", strcmp(voice, "narrator") == 0 ? "writer's words" : voice);
	plain_table_row(t, label.data, 2);
	buffer_free(&label);
	const json_t *cell;
	size_t i;
	json_array_foreach(json_object_get(row, "cells"), i, cell)
		put_metric_cell(t, cell, i);
}

/* On a terminal the writer's voice and the sum are enough; all of it is in the JSON. */
static int shown_metric(const json_t *row)
{
	const char *kind = json_get_text(row, "kind", ""), *voice = json_get_text(row, "voice", "all");
	return strcmp(kind, "distribution") != 0 && (strcmp(voice, "narrator") == 0 || strcmp(voice, "all") == 0);
}

static void put_metrics(struct page *p)
{
	const json_t *row;
	const char *plugin = NULL;
	size_t i;
	struct plain_table *t = group_table(p);
	heading(p, "Figures, with 95 % intervals");
	json_array_foreach(json_object_get(p->story, "metrics"), i, row) {
		if (!shown_metric(row))
			continue;
		if (plugin == NULL || strcmp(plugin, json_get_text(row, "plugin", "")) != 0)
			plain_table_row(t, plugin = json_get_text(row, "plugin", ""), 1);
		put_metric(t, row);
	}
	plain_table_end(t, p->out, p->width);
}

/* ---- contrasts ---- */

static void put_contrast_name(struct buffer *b, const json_t *c)
{
	const json_t *variants = json_object_get(c, "variants");
	if (json_get_text(c, "name", NULL) != NULL)
		put_words(b, json_get_text(c, "name", ""));
	else if (variants != NULL) {
		put_words(b, json_string_value(json_array_get(variants, 0)));
		buffer_text(b, " rather than ");
		put_words(b, json_string_value(json_array_get(variants, 1)));
	} else {
		buffer_text(b, "“");
		put_words(b, json_get_text(c, "variant", ""));
		buffer_text(b, "”");
	}
	if (strcmp(json_get_text(c, "voice", ""), "narrator") == 0)
		buffer_text(b, ", writer's words");
}

static void put_side(struct buffer *b, const json_t *c, size_t index)
{
	char name[8];
	const json_t *group = json_array_get(json_object_get(c, "groups"), index);
	const json_t *counts = json_array_get(json_object_get(c, "counts"), index);
	const char *who = json_is_string(group) ? json_string_value(group) : letter((size_t)json_integer_value(group), name);
	buffer_printf(b, "%s %lld of %lld", who, (long long)json_integer_value(json_array_get(counts, 0)),
		      (long long)json_integer_value(json_array_get(counts, 1)));
}

static void put_contrast(struct page *p, const json_t *c)
{
	struct buffer b = {0};
	const json_t *interval = json_object_get(c, "interval"), *sensitivity = json_object_get(c, "sensitivity");
	put_contrast_name(&b, c);
	buffer_text(&b, ": ");
	put_side(&b, c, 0);
	buffer_text(&b, ", ");
	put_side(&b, c, 1);
	buffer_printf(&b, "; %s ", json_get_text(c, "kind", ""));
	put_number(&b, json_object_get(c, "value"));
	if (interval != NULL) {
		buffer_text(&b, " [");
		put_number(&b, json_array_get(interval, 0));
		buffer_text(&b, ", ");
		put_number(&b, json_array_get(interval, 1));
		buffer_text(&b, "]");
	}
	buffer_printf(&b, ", adjusted p %.2g", json_number_value(json_object_get(c, "p_adjusted")));
	if (sensitivity != NULL)
		buffer_printf(&b, "; holds in %lld of %lld variations", (long long)json_get_int(sensitivity, "same_side", 0),
			      (long long)json_get_int(sensitivity, "runs", 0));
	buffer_text(p->out, "  ");
	plain_wrap(p->out, b.data, b.length, 2, 4, p->width);
	buffer_free(&b);
}

static void put_contrasts(struct page *p)
{
	const json_t *contrasts = json_object_get(p->story, "contrasts"), *c;
	size_t i, shown = 0;
	if (group_count(p) < 2)
		return;
	heading(p, "Differences that chance would rarely give");
	json_array_foreach(json_object_get(contrasts, "list"), i, c)
		if (json_is_true(json_object_get(c, "distinguishable"))) {
			put_contrast(p, c);
			shown++;
		}
	buffer_printf(p->out, "  %zu of %lld tests, at a false discovery rate of 5 %%; %lld more had fewer than 5 events: too few "
			      "to compare\n", shown, (long long)json_get_int(contrasts, "tests", 0),
		      (long long)json_get_int(contrasts, "too_few", 0));
}

/* ---- who speaks ---- */

#define SOURCES_SHOWN 12

static void put_source(struct page *p, const json_t *source)
{
	struct buffer b = {0};
	const json_t *verb;
	size_t i;
	const char *type = json_get_text(source, "type", "none");
	buffer_text(&b, json_get_text(source, "name", strcmp(type, "none") == 0 ? "no source stated" : "?"));
	buffer_text(&b, " (");
	put_words(&b, type);
	buffer_printf(&b, "): %lld ×, %lld words", (long long)json_get_int(source, "findings", 0),
		      (long long)json_get_int(source, "words", 0));
	json_array_foreach(json_object_get(source, "verbs"), i, verb) {
		buffer_printf(&b, "%s%s", i ? ", " : "; ", json_get_text(verb, "lemma", ""));
		if (json_get_int(verb, "count", 1) > 1)
			buffer_printf(&b, " %lld", (long long)json_get_int(verb, "count", 1));
	}
	buffer_text(p->out, "      ");
	plain_wrap(p->out, b.data, b.length, 6, 8, p->width);
	buffer_free(&b);
}

static void put_sources(struct page *p)
{
	const json_t *group, *source;
	size_t i, k;
	char name[8];
	heading(p, "Who speaks");
	json_array_foreach(json_object_get(p->story, "sources"), i, group) {
		const json_t *named = json_object_get(group, "named"), *sources = json_object_get(group, "sources");
		buffer_printf(p->out, "  %-2s %lld of %lld attributions name their source\n", letter(i, name),
			      (long long)json_get_int(named, "k", 0), (long long)json_get_int(named, "n", 0));
		json_array_foreach(sources, k, source)
			if (k < SOURCES_SHOWN)
				put_source(p, source);
		if (json_array_size(sources) > SOURCES_SHOWN)
			buffer_printf(p->out, "      and %zu more\n", json_array_size(sources) - SOURCES_SHOWN);
	}
}

/* ---- agency ---- */

static void put_harm(struct page *p, const json_t *entry)
{
	struct buffer b = {0};
	const char *agent = json_get_text(entry, "agent_text", NULL);
	const char *patient = json_get_text(entry, "patient_text", NULL);
	buffer_printf(&b, "%s: “%s”", patient ? patient : "not said who came to harm", json_get_text(entry, "text", ""));
	buffer_printf(&b, ", %s%s", agent ? "by " : "no doer", agent ? agent : "");
	if (strcmp(json_get_text(entry, "voice", "narrator"), "narrator") != 0)
		buffer_printf(&b, " (%s)", json_get_text(entry, "voice", ""));
	buffer_text(p->out, "      ");
	plain_wrap(p->out, b.data, b.length, 6, 8, p->width);
	buffer_free(&b);
}

static void put_agency(struct page *p)
{
	const json_t *group, *entry;
	size_t i, k;
	char name[8];
	heading(p, "Harm, and who is said to do it");
	json_array_foreach(json_object_get(p->story, "agency"), i, group) {
		buffer_printf(p->out, "  %-2s %lld of %lld with a doer\n", letter(i, name),
			      (long long)json_get_int(group, "with_doer", 0), (long long)json_get_int(group, "n", 0));
		json_array_foreach(json_object_get(group, "entries"), k, entry)
			if (k < SOURCES_SHOWN)
				put_harm(p, entry);
	}
}

/* ---- quotations ---- */

static void put_quoted(struct page *p, const json_t *place, const char *open, const char *close)
{
	struct buffer b = {0};
	char name[8];
	const char *speaker = json_get_text(place, "speaker", NULL);
	buffer_printf(&b, "%-2s %s%s%s", letter(group_of(p, json_get_int(place, "article", 0)), name), open,
		      json_get_text(place, "text", ""), close);
	if (speaker != NULL)
		buffer_printf(&b, " (%s)", speaker);
	buffer_text(p->out, "      ");
	plain_wrap(p->out, b.data, b.length, 6, 9, p->width);
	buffer_free(&b);
}

static void put_quotations(struct page *p)
{
	const json_t *list = json_object_get(p->story, "quotations"), *item;
	size_t i;
	if (json_array_size(list) == 0)
		return;
	heading(p, "Quotations in several articles");
	json_array_foreach(list, i, item) {
		const char *relation = json_get_text(item, "relation", "");
		buffer_printf(p->out, "  %s%s\n", strcmp(relation, "unmarked") == 0 ? "without quotation marks" : relation,
			      json_is_true(json_object_get(item, "attributed_differently")) ? ", attributed differently" : "");
		put_quoted(p, json_object_get(item, "first"), "“", "”");
		put_quoted(p, json_object_get(item, "second"), "“", "”");
	}
}

/* ---- aligned passages ---- */

#define PASSAGES_SHOWN 10

static void put_texts(struct buffer *b, const json_t *list)
{
	const json_t *item;
	size_t i;
	if (json_is_object(list)) {
		buffer_printf(b, "“%s”", json_get_text(list, "text", ""));
		if (json_get_text(list, "from", NULL) != NULL)
			buffer_printf(b, " = %s", json_get_text(list, "from", ""));
		return;
	}
	if (json_array_size(list) == 0)
		buffer_text(b, "none");
	json_array_foreach(list, i, item)
		buffer_printf(b, "%s“%s”", i ? ", " : "", json_string_value(item));
}

static void put_difference(struct page *p, const json_t *d)
{
	struct buffer b = {0};
	put_words(&b, json_get_text(d, "concept", json_get_text(d, "kind", "")));
	buffer_text(&b, json_is_true(json_object_get(d, "conflict")) ? " (conflict): " : ": ");
	put_texts(&b, json_object_get(d, "first"));
	buffer_text(&b, " / ");
	put_texts(&b, json_object_get(d, "second"));
	buffer_text(p->out, "         ");
	plain_wrap(p->out, b.data, b.length, 9, 11, p->width);
	buffer_free(&b);
}

static void put_passages(struct page *p)
{
	const json_t *list = json_object_get(p->story, "passages"), *item, *d;
	size_t i, k;
	if (json_array_size(list) == 0)
		return;
	heading(p, "Possible matches: sentences that may tell the same");
	json_array_foreach(list, i, item) {
		if (i == PASSAGES_SHOWN)
			break;
		buffer_text(p->out, "  ·\n");
		put_quoted(p, json_object_get(item, "first"), "", "");
		put_quoted(p, json_object_get(item, "second"), "", "");
		json_array_foreach(json_object_get(item, "differences"), k, d)
			put_difference(p, d);
	}
	if (json_array_size(list) > PASSAGES_SHOWN)
		buffer_printf(p->out, "  and %zu more\n", json_array_size(list) - PASSAGES_SHOWN);
}

/* ---- facts and names ---- */

static size_t articles_in_story(const struct page *p)
{
	return json_array_size(json_object_get(p->story, "articles"));
}

/* What only one article has, article by article. */
static void put_only_in(struct page *p, json_int_t article_index)
{
	static const char *const kinds[] = {"names", "days", "figures"}, *const labels[] = {"name", "day", "thing"};
	struct buffer b = {0};
	char name[8];
	size_t listed = 0;
	buffer_printf(&b, "%-2s ", letter(group_of(p, article_index), name));
	for (size_t k = 0; k < 3; k++) {
		const json_t *fact;
		size_t i;
		json_array_foreach(json_object_get(json_object_get(p->story, "facts"), kinds[k]), i, fact) {
			const json_t *in = json_object_get(fact, "articles");
			if (json_array_size(in) != 1 || json_get_int(json_array_get(in, 0), "article", -1) != article_index)
				continue;
			buffer_text(&b, listed++ ? "; " : "");
			if (k == 2)
				buffer_printf(&b, "%s ", json_get_text(fact, "value", ""));
			buffer_text(&b, json_get_text(fact, labels[k], ""));
		}
	}
	if (listed > 0) {
		buffer_text(p->out, "  ");
		plain_wrap(p->out, b.data, b.length, 2, 5, p->width);
	}
	buffer_free(&b);
}

static void put_facts(struct page *p)
{
	const json_t *index;
	size_t i;
	if (articles_in_story(p) < 2)
		return;
	heading(p, "Names, days and figures that one article has and the others lack");
	json_array_foreach(json_object_get(p->story, "articles"), i, index)
		put_only_in(p, json_integer_value(index));
}

static void put_calls(struct buffer *b, const json_t *list)
{
	const json_t *item;
	size_t i;
	json_array_foreach(list, i, item) {
		buffer_printf(b, "%s%s", i ? ", " : "", json_get_text(item, "text", ""));
		if (json_get_int(item, "count", 1) > 1)
			buffer_printf(b, " %lld", (long long)json_get_int(item, "count", 1));
	}
}

/* Names that some group says more of than the bare name. */
static int is_described(const json_t *person)
{
	const json_t *group;
	size_t i;
	json_array_foreach(json_object_get(person, "groups"), i, group)
		if (json_object_get(group, "descriptors") != NULL)
			return 1;
	return 0;
}

static void put_people(struct page *p)
{
	const json_t *person, *group;
	size_t i, k;
	char name[8];
	heading(p, "One name, and how it is called");
	json_array_foreach(json_object_get(p->story, "people"), i, person) {
		if (!is_described(person))
			continue;
		buffer_text(p->out, "  ");
		plain_text(p->out, json_get_text(person, "name", ""));
		buffer_byte(p->out, '\n');
		json_array_foreach(json_object_get(person, "groups"), k, group) {
			struct buffer b = {0};
			buffer_printf(&b, "%-2s ", letter((size_t)json_get_int(group, "group", 0), name));
			put_calls(&b, json_object_get(group, "names"));
			buffer_text(&b, json_object_get(group, "descriptors") ? "; " : "");
			put_calls(&b, json_object_get(group, "descriptors"));
			buffer_text(p->out, "      ");
			plain_wrap(p->out, b.data, b.length, 6, 9, p->width);
			buffer_free(&b);
		}
	}
}

/* ---- marks and headlines ---- */

static void put_scare_quotes(struct page *p)
{
	const json_t *cell, *item;
	size_t i, k;
	char name[8];
	heading(p, "Words in distancing quotation marks");
	json_array_foreach(json_object_get(p->story, "scare_quotes"), i, cell) {
		struct buffer b = {0};
		buffer_printf(&b, "%-2s %lld", letter(group_of(p, json_get_int(cell, "article", 0)), name),
			      (long long)json_get_int(cell, "count", 0));
		json_array_foreach(json_object_get(cell, "items"), k, item)
			buffer_printf(&b, "%s “%s”", k ? "," : ":", json_get_text(item, "text", ""));
		buffer_text(p->out, "  ");
		plain_wrap(p->out, b.data, b.length, 2, 5, p->width);
		buffer_free(&b);
	}
}

/* What the body says of it, where that differs. */
static void put_headline_body(struct page *p, const json_t *body)
{
	const json_t *differences = json_object_get(body, "differences"), *d;
	size_t i;
	if (json_array_size(differences) == 0)
		return;
	buffer_text(p->out, "     body: ");
	plain_wrap(p->out, json_get_text(body, "text", ""), json_string_length(json_object_get(body, "text")), 11, 11, p->width);
	json_array_foreach(differences, i, d)
		put_difference(p, d);
}

static void put_headlines(struct page *p)
{
	const json_t *h;
	size_t i;
	char name[8];
	heading(p, "Headlines");
	json_array_foreach(json_object_get(p->story, "headlines"), i, h) {
		const char *text = json_get_text(json_object_get(h, "headline"), "text", NULL);
		buffer_printf(p->out, "  %-2s ", letter(group_of(p, json_get_int(h, "article", 0)), name));
		const char *title = json_get_text(h, "title", NULL);
		if (text == NULL || (title != NULL && strchr(text, ' ') == NULL)) /* a lone word heads no story */
			text = title ? title : text ? text : "no headline in the file";
		plain_wrap(p->out, text, strlen(text), 5, 5, p->width);
		put_headline_body(p, json_object_get(h, "body"));
	}
}

/* ---- the whole ---- */

static void put_story(struct page *p)
{
	const char *story = json_get_text(p->story, "story", NULL);
	if (story != NULL) {
		buffer_byte(p->out, '\n');
		note(p, story);
	}
	put_groups(p);
	put_warnings(p);
	put_headlines(p);
	put_terms(p);
	put_metrics(p);
	put_contrasts(p);
	put_sources(p);
	put_agency(p);
	put_quotations(p);
	put_passages(p);
	put_facts(p);
	put_people(p);
	put_scare_quotes(p);
}

void report_text(struct buffer *out, const json_t *comparison, unsigned width)
{
	struct page p = {.out = out, .width = width < 40 ? 40 : width, .comparison = comparison};
	size_t i;
	json_array_foreach(json_object_get(comparison, "stories"), i, p.story) {
		p.groups = json_object_get(p.story, "groups");
		put_story(&p);
	}
	buffer_byte(out, '\n');
	note(&p, "Every figure rests on passages: --format json names them. Figures describe these texts; differences in "
		 "wording can follow from different facts.");
}
