/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "base/memory.h"
#include "lexicon/checker.h"

#include <stdlib.h>
#include <string.h>

/* ---- objects ---- */

enum where { FILE_KEYS = 1, CONCEPT = 2, SIMPLE = 4, VARIANT = 8, ENTRY = CONCEPT | SIMPLE, WORDED = SIMPLE | VARIANT, ALL_ENTRIES = ENTRY | VARIANT };

static void check_entries(struct checker *, const json_t *);
static void check_variants(struct checker *, const json_t *);

static const struct key {
	const char *name;
	unsigned where, required;
	void (*check)(struct checker *, const json_t *);
} keys[] = {
	{"format", FILE_KEYS, FILE_KEYS, check_format},
	{"name", FILE_KEYS, FILE_KEYS, check_id},
	{"version", FILE_KEYS, FILE_KEYS, check_version},
	{"language", FILE_KEYS, FILE_KEYS, check_language},
	{"licence", FILE_KEYS, 0, check_text},
	{"plugin", FILE_KEYS, FILE_KEYS, check_id},
	{"title", FILE_KEYS, 0, check_text},
	{"description", FILE_KEYS, 0, check_text},
	{"citation", FILE_KEYS, 0, check_text},
	{"history", FILE_KEYS, 0, check_history},
	{"enabled", FILE_KEYS, 0, check_bool},
	{"entries", FILE_KEYS, FILE_KEYS, check_entries},
	{"id", ALL_ENTRIES, ALL_ENTRIES, check_id},
	{"rule", ENTRY, 0, check_id},
	{"label", ENTRY, 0, check_text},
	{"topic", ENTRY, 0, check_text},
	{"note", ENTRY, 0, check_text},
	{"reviewed", ENTRY, 0, check_bool},
	{"variants", CONCEPT, CONCEPT, check_variants},
	{"anchors", ALL_ENTRIES, 0, check_terms},
	{"exclude", ALL_ENTRIES, 0, check_terms},
	{"only_in", ALL_ENTRIES, 0, check_terms},
	{"terms", WORDED, 0, check_terms},
	{"pattern", WORDED, 0, check_pattern},
	{"literal", WORDED, 0, check_term},
	{"side", VARIANT, 0, check_text},
	{"pair", VARIANT, 0, check_id},
	{"frame", VARIANT, 0, check_text},
	{"weight", WORDED, 0, check_weight},
	{"alternatives", VARIANT, 0, check_texts},
	{"sources", WORDED, 0, check_sources},
	{"examples", WORDED, 0, check_texts},
	{"attributes", WORDED, 0, check_attributes},
};

#define KEYS (sizeof keys / sizeof *keys)

static const struct key *find_key(const char *name, unsigned where)
{
	const struct key *elsewhere = NULL;
	for (size_t i = 0; i < KEYS; i++) {
		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (keys[i].where & where)
			return &keys[i];
		elsewhere = &keys[i];
	}
	return elsewhere;
}

static const char *where_name(unsigned where)
{
	return where == FILE_KEYS ? "the file" : where == CONCEPT ? "an entry with variants"
					       : where == SIMPLE  ? "an entry without variants"
								  : "a variant";
}

static void check_keys(struct checker *c, const json_t *object, unsigned where)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)object, name, value) {
		const struct key *key = find_key(name, where);
		c->at.key = name;
		if (key == NULL)
			check_fault(c, "unknown key");
		else if (!(key->where & where))
			check_fault(c, "this key may not stand in %s", where_name(where));
		else
			key->check(c, value);
		c->at.key = NULL;
	}
	for (size_t i = 0; i < KEYS; i++) {
		if ((keys[i].required & where) && json_object_get(object, keys[i].name) == NULL)
			check_fault(c, "the key \"%s\" is missing", keys[i].name);
	}
}

static void check_wording(struct checker *c, const json_t *object)
{
	const json_t *terms = json_object_get(object, "terms"), *pattern = json_object_get(object, "pattern");
	const json_t *literal = json_object_get(object, "literal");
	if (terms == NULL && pattern == NULL)
		check_fault(c, "one of the keys \"terms\" and \"pattern\" is needed");
	if (pattern != NULL && literal == NULL)
		check_fault(c, "a pattern needs the key \"literal\": a word or phrase that every match contains");
	if (pattern == NULL && literal != NULL)
		check_fault(c, "a literal without a pattern says nothing");
}

/* ---- identifiers that may occur once ---- */

struct ids {
	const char **slots;
	size_t size;
};

static void ids_init(struct ids *ids, size_t count)
{
	for (ids->size = 8; ids->size < 2 * count;)
		ids->size *= 2;
	ids->slots = mem_alloc(ids->size * sizeof *ids->slots);
}

/* Where it is or should be. */
static const char **ids_slot(const struct ids *ids, const char *id)
{
	size_t i = hash_bytes(id, strlen(id)) & (ids->size - 1);
	while (ids->slots[i] != NULL && strcmp(ids->slots[i], id) != 0)
		i = (i + 1) & (ids->size - 1);
	return &ids->slots[i];
}

static const char *id_of(const json_t *object)
{
	return json_string_value(json_object_get(object, "id"));
}

static void check_unique(struct checker *c, struct ids *ids, const json_t *object)
{
	const char *id = id_of(object);
	if (id == NULL)
		return;
	const char **slot = ids_slot(ids, id);
	c->at.key = "id";
	if (*slot != NULL)
		check_fault(c, "'%s' was used before", brief(id).text);
	*slot = id;
	c->at.key = NULL;
}

static void check_pair(struct checker *c, const struct ids *ids, const json_t *variant)
{
	const char *pair = json_string_value(json_object_get(variant, "pair"));
	const char *id = id_of(variant);
	if (pair == NULL)
		return;
	c->at.key = "pair";
	if (id != NULL && strcmp(id, pair) == 0)
		check_fault(c, "a variant cannot be its own counterpart");
	else if (*ids_slot(ids, pair) == NULL)
		check_fault(c, "this concept has no variant '%s'", brief(pair).text);
	c->at.key = NULL;
}

static void check_variant(struct checker *c, struct ids *ids, const json_t *variant)
{
	if (!json_is_object(variant)) {
		check_fault(c, "must be an object, not %s", check_type(variant));
		return;
	}
	check_keys(c, variant, VARIANT);
	check_wording(c, variant);
	check_unique(c, ids, variant);
}

static void check_variants(struct checker *c, const json_t *v)
{
	struct ids ids;
	if (!json_is_array(v) || json_array_size(v) == 0) {
		check_fault(c, json_is_array(v) ? "may not be empty" : "must be a list");
		return;
	}
	c->at.key = NULL;
	ids_init(&ids, json_array_size(v));
	for (size_t i = 0; i < json_array_size(v); i++) {
		c->at.variant = (long)i;
		check_variant(c, &ids, json_array_get(v, i));
	}
	for (size_t i = 0; i < json_array_size(v); i++) {
		c->at.variant = (long)i;
		check_pair(c, &ids, json_array_get(v, i));
	}
	c->at.variant = -1;
	free(ids.slots);
}

static void check_entry(struct checker *c, struct ids *ids, const json_t *entry)
{
	if (!json_is_object(entry)) {
		check_fault(c, "must be an object, not %s", check_type(entry));
		return;
	}
	int concept = json_object_get(entry, "variants") != NULL;
	c->at.entry_id = id_of(entry);
	check_keys(c, entry, concept ? CONCEPT : SIMPLE);
	if (!concept)
		check_wording(c, entry);
	check_unique(c, ids, entry);
	c->at.entry_id = NULL;
}

static void check_entries(struct checker *c, const json_t *v)
{
	struct ids ids;
	if (!json_is_array(v)) {
		check_fault(c, "must be a list, not %s", check_type(v));
		return;
	}
	c->at.key = NULL;
	ids_init(&ids, json_array_size(v));
	for (size_t i = 0; i < json_array_size(v); i++) {
		c->at.entry = (long)i;
		check_entry(c, &ids, json_array_get(v, i));
	}
	c->at.entry = -1;
	free(ids.slots);
}

unsigned lexicon_check(const char *file, const json_t *json, void (*tell)(void *, const char *), void *context)
{
	struct checker c = {.at = {file, -1, -1, NULL, -1, NULL}, .tell = tell, .context = context};
	if (!json_is_object(json))
		check_fault(&c, "a lexicon is an object, not %s", check_type(json));
	else
		check_keys(&c, json, FILE_KEYS);
	return c.faults;
}
