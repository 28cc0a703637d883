/* SPDX-License-Identifier: MIT */
/* The term matrix: which of the competing words for one thing stand in which
 * article, in whose voice. A word that is missing where the thing is spoken of in
 * other words ("not_found") says something else than a thing that the article does
 * not speak of at all ("not_mentioned"). */
#include "base/json.h"
#include "base/vector.h"
#include "compare/catalogue.h"
#include "compare/scope.h"
#include "compare/tree.h"
#include "text/document.h"

#include <string.h>

struct place { /* one finding of a concept */
	const struct view *view;
	const struct view_finding *finding;
	const char *variant;
};

struct concept_row {
	const char *id, *lexicon, *plugin; /* lexicon NULL: unknown */
	const json_t *entry;               /* of the catalogue, or NULL */
	VECTOR(struct place) places;       /* in article and text order */
	VECTOR(const char *) variants;     /* in the lexicon's order, then of appearance */
};

struct concept_rows {
	struct concept_row *items;
	uint32_t count, size;
	json_t *index; /* "lexicon\tconcept" -> number */
};

/* ---- collecting ---- */

static struct concept_row *row_for(struct concept_rows *rows, const struct scope *s, const struct view_finding *f)
{
	const char *id = json_get_text(f->data, "concept", NULL), *lexicon = json_get_text(f->data, "lexicon", NULL);
	json_t *key = json_sprintf("%s\t%s", lexicon ? lexicon : "", id);
	int64_t at = json_get_int(rows->index, json_string_value(key), -1);
	if (at < 0) {
		at = rows->count;
		tree_int(rows->index, json_string_value(key), at);
		*vector_push(rows) = (struct concept_row){
			.id = id, .lexicon = lexicon, .plugin = f->plugin, .entry = catalogue_concept(s->catalogue, lexicon, id)};
	}
	json_decref(key);
	return &rows->items[at];
}

static void add_variant(struct concept_row *row, const char *variant)
{
	for (uint32_t i = 0; i < row->variants.count; i++)
		if (strcmp(row->variants.items[i], variant) == 0)
			return;
	*vector_push(&row->variants) = variant;
}

static int row_has(const struct concept_row *row, const char *variant)
{
	for (uint32_t i = 0; i < row->places.count; i++)
		if (strcmp(row->places.items[i].variant, variant) == 0)
			return 1;
	return 0;
}

static void order_variants(struct concept_row *row)
{
	const json_t *v;
	size_t i;
	json_array_foreach(json_object_get(row->entry, "variants"), i, v)
		if (row_has(row, json_get_text(v, "id", "")))
			add_variant(row, json_get_text(v, "id", ""));
	for (uint32_t k = 0; k < row->places.count; k++)
		add_variant(row, row->places.items[k].variant);
}

static void collect(struct concept_rows *rows, const struct scope *s)
{
	*rows = (struct concept_rows){.index = json_object()};
	for (uint32_t i = 0; i < s->count; i++) {
		const struct view *v = s->views[i];
		for (uint32_t k = 0; k < v->finding_count; k++) {
			const struct view_finding *f = &v->findings[k];
			const char *variant = json_get_text(f->data, "variant", NULL);
			if (json_get_text(f->data, "concept", NULL) == NULL || variant == NULL)
				continue;
			*vector_push(&row_for(rows, s, f)->places) = (struct place){v, f, variant};
		}
	}
	for (uint32_t i = 0; i < rows->count; i++)
		order_variants(&rows->items[i]);
}

static void rows_free(struct concept_rows *rows)
{
	for (uint32_t i = 0; i < rows->count; i++) {
		vector_free(&rows->items[i].places);
		vector_free(&rows->items[i].variants);
	}
	vector_free(rows);
	json_decref(rows->index);
}

/* ---- cells ---- */

/* Another concept's word at the same place: the thing is spoken of. */
static int counted_elsewhere(const struct view *v, const struct concept_row *row)
{
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const json_t *also = json_object_get(v->findings[i].data, "also"), *other;
		size_t k;
		json_array_foreach(also, k, other)
			if (json_is_string(other) && strcmp(json_string_value(other), row->id) == 0)
				return 1;
	}
	return 0;
}

static const char *absence(const struct view *v, const struct concept_row *row)
{
	if (!view_measured(v, row->plugin))
		return "not_measured";
	return counted_elsewhere(v, row) ? "not_found" : "not_mentioned";
}

/* The cell's entry for the variant: counts by voice and what they rest on. */
static json_t *variant_entry(json_t *cell, const char *variant)
{
	json_t *list = tree_array(cell, "variants"), *entry;
	size_t i;
	json_array_foreach(list, i, entry)
		if (strcmp(json_get_text(entry, "variant", ""), variant) == 0)
			return entry;
	entry = json_object();
	tree_text(entry, "variant", variant);
	tree_int(entry, "count", 0);
	json_array_append_new(list, entry);
	return entry;
}

static void count_place(json_t *cell, const struct place *p)
{
	json_t *entry = variant_entry(cell, p->variant);
	tree_add(entry, "count", 1);
	tree_add(tree_object(entry, "by_voice"), voice_name(p->finding->voice), 1);
	scope_refer(tree_array(entry, "passages"), p->view, p->finding);
}

/* Variants of a cell in the row's order. */
static void sort_cell(json_t *cell, const struct concept_row *row)
{
	json_t *sorted = json_array();
	for (uint32_t i = 0; i < row->variants.count; i++) {
		json_t *list = json_object_get(cell, "variants"), *entry;
		size_t k;
		json_array_foreach(list, k, entry)
			if (strcmp(json_get_text(entry, "variant", ""), row->variants.items[i]) == 0)
				json_array_append(sorted, entry);
	}
	tree_put(cell, "variants", sorted);
}

/* Variants that other articles have and this one lacks, though it speaks of the thing. */
static void put_absent(json_t *cell, const struct concept_row *row)
{
	json_t *absent = tree_array(cell, "not_found");
	for (uint32_t i = 0; i < row->variants.count; i++) {
		const json_t *entry;
		size_t k, found = 0;
		json_array_foreach(json_object_get(cell, "variants"), k, entry)
			found += strcmp(json_get_text(entry, "variant", ""), row->variants.items[i]) == 0;
		if (found == 0)
			json_array_append_new(absent, json_string_nocheck(row->variants.items[i]));
	}
}

static json_t *article_cell(const struct concept_row *row, const struct view *v, uint32_t *next)
{
	json_t *cell = json_object();
	tree_int(cell, "article", v->index);
	uint32_t first = *next;
	for (; *next < row->places.count && row->places.items[*next].view == v; (*next)++)
		count_place(cell, &row->places.items[*next]);
	if (*next > first) {
		sort_cell(cell, row);
		put_absent(cell, row);
	}
	tree_text(cell, "state", *next > first ? "found" : absence(v, row));
	return cell;
}

static json_t *group_cells(const struct concept_row *row, const struct scope *s)
{
	json_t *cells = json_array();
	for (uint32_t i = 0; i < s->group_count; i++) {
		json_t *cell = json_object();
		tree_int(cell, "group", i);
		json_array_append_new(cells, cell);
	}
	for (uint32_t i = 0; i < row->places.count; i++)
		count_place(json_array_get(cells, row->places.items[i].view->group), &row->places.items[i]);
	for (uint32_t i = 0; i < s->group_count; i++)
		sort_cell(json_array_get(cells, i), row);
	return cells;
}

/* ---- rows ---- */

static json_t *variant_json(const struct concept_row *row, const char *variant)
{
	static const char *const keys[] = {"side", "pair", "frame", "weight", "alternatives", "sources", NULL};
	json_t *v = json_object();
	tree_text(v, "variant", variant);
	tree_copy(v, catalogue_variant(row->entry, variant), keys);
	return v;
}

static json_t *row_json(const struct concept_row *row, const struct scope *s)
{
	static const char *const keys[] = {"label", "topic", "note", NULL};
	json_t *r = json_object();
	tree_text(r, "concept", row->id);
	tree_text(r, "lexicon", row->lexicon);
	tree_copy(r, row->entry, keys);
	json_t *variants = tree_array(r, "variants"), *articles = tree_array(r, "articles");
	for (uint32_t i = 0; i < row->variants.count; i++)
		json_array_append_new(variants, variant_json(row, row->variants.items[i]));
	uint32_t next = 0;
	for (uint32_t i = 0; i < s->count; i++)
		json_array_append_new(articles, article_cell(row, s->views[i], &next));
	tree_put(r, "groups", group_cells(row, s));
	return r;
}

json_t *scope_terms(const struct scope *s)
{
	struct concept_rows rows;
	json_t *list = json_array();
	collect(&rows, s);
	for (uint32_t i = 0; i < rows.count; i++)
		json_array_append_new(list, row_json(&rows.items[i], s));
	rows_free(&rows);
	return list;
}
