/* SPDX-License-Identifier: MIT */
#include "lexicon/info.h"
#include "base/json.h"

#include <string.h>

/* ---- balance ---- */

static int is_topic(const struct balance_row *r, const char *topic)
{
	return strcmp(r->topic, topic) == 0;
}

/* A new row goes behind the last of its topic, but before "none". */
static struct balance_row *insert(struct balance *b, const char *topic, const char *side)
{
	uint32_t at = b->rows.count;
	for (uint32_t i = 0; i < b->rows.count; i++) {
		if (is_topic(&b->rows.items[i], topic))
			at = i + (strcmp(b->rows.items[i].side, "none") != 0 || strcmp(side, "none") == 0);
	}
	vector_push(&b->rows);
	memmove(&b->rows.items[at + 1], &b->rows.items[at], (b->rows.count - 1 - at) * sizeof *b->rows.items);
	b->rows.items[at] = (struct balance_row){.topic = topic, .side = side};
	return &b->rows.items[at];
}

static struct balance_row *row_for(struct balance *b, const char *topic, const char *side)
{
	for (uint32_t i = 0; i < b->rows.count; i++) {
		if (is_topic(&b->rows.items[i], topic) && strcmp(b->rows.items[i].side, side) == 0)
			return &b->rows.items[i];
	}
	return insert(b, topic, side);
}

static void add_wording(struct balance *b, const char *topic, const json_t *wording)
{
	struct balance_row *r = row_for(b, topic, json_get_text(wording, "side", "none"));
	r->wordings++;
	r->terms += (uint32_t)json_array_size(json_object_get(wording, "terms"));
	r->by_weight[json_get_int(wording, "weight", 1) & 3]++;
}

static void add_entry(struct balance *b, const json_t *entry)
{
	const json_t *variants = json_object_get(entry, "variants");
	const char *topic = json_get_text(entry, "topic", "");
	if (variants == NULL)
		add_wording(b, topic, entry);
	for (size_t i = 0; i < json_array_size(variants); i++)
		add_wording(b, topic, json_array_get(variants, i));
}

/* Concepts are counted on a topic's first row, which is known only once all sides are. */
static void count_concepts(struct balance *b, const json_t *entry)
{
	const char *topic = json_get_text(entry, "topic", "");
	for (uint32_t i = 0; i < b->rows.count; i++) {
		if (is_topic(&b->rows.items[i], topic)) {
			b->rows.items[i].concepts++;
			return;
		}
	}
}

void lexicons_balance(const struct lexicons *all, struct balance *b)
{
	*b = (struct balance){0};
	for (int round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < all->count; i++) {
			const json_t *entries = json_object_get(all->items[i]->json, "entries");
			for (size_t k = 0; k < json_array_size(entries); k++)
				(round == 0 ? add_entry : count_concepts)(b, json_array_get(entries, k));
		}
	}
}

void balance_free(struct balance *b)
{
	vector_free(&b->rows);
}

/* ---- size ---- */

static void count_wording(struct lexicon_size *size, const json_t *wording)
{
	size->wordings++;
	size->terms += (uint32_t)json_array_size(json_object_get(wording, "terms"));
}

void lexicon_count(const struct lexicon *l, struct lexicon_size *size)
{
	const json_t *entries = json_object_get(l->json, "entries");
	*size = (struct lexicon_size){.entries = (uint32_t)json_array_size(entries)};
	for (size_t i = 0; i < json_array_size(entries); i++) {
		const json_t *entry = json_array_get(entries, i), *variants = json_object_get(entry, "variants");
		size->reviewed += json_is_true(json_object_get(entry, "reviewed"));
		if (variants == NULL)
			count_wording(size, entry);
		for (size_t k = 0; k < json_array_size(variants); k++)
			count_wording(size, json_array_get(variants, k));
	}
}
