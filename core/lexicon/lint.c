/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "base/json.h"
#include "base/vector.h"
#include "lexicon/linter.h"
#include "lexicon/tag.h"
#include "lexicon/term.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- saying ---- */

void lint_say(const struct linter *l, enum lint_level level, const struct place *at, const char *format, ...)
{
	char message[500], text[1200];
	va_list list;
	va_start(list, format);
	vsnprintf(message, sizeof message, format, list);
	va_end(list);
	place_text(at, message, text, sizeof text);
	l->tell(l->context, level, text);
}

struct place lint_place(const struct linter *l, uint32_t lexicon, uint32_t entry, int32_t variant)
{
	const json_t *json = lint_object(l, lexicon, entry, -1);
	return (struct place){l->lexicons->items[lexicon]->path, entry, variant, NULL, -1, json_get_text(json, "id", NULL)};
}

const json_t *lint_object(const struct linter *l, uint32_t lexicon, uint32_t entry, int32_t variant)
{
	const json_t *json = json_array_get(json_object_get(l->lexicons->items[lexicon]->json, "entries"), entry);
	return variant < 0 ? json : json_array_get(json_object_get(json, "variants"), (size_t)variant);
}

/* ---- the file ---- */

static void check_name(const struct linter *l, const struct lexicon *x, const struct place *at)
{
	const char *base = strrchr(x->path, '/');
	base = base ? base + 1 : x->path;
	size_t n = strlen(x->name);
	if (strncmp(base, x->name, n) != 0 || strcmp(base + n, ".json") != 0)
		lint_say(l, LINT_NOTE, at, "the file should be named after the lexicon: %s.json", x->name);
}

static void check_head(const struct linter *l, const struct lexicon *x)
{
	static const char *const wanted[] = {"licence", "title", "description", "citation", "history"};
	struct place at = {x->path, -1, -1, NULL, -1, NULL};
	check_name(l, x, &at);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		if (json_object_get(x->json, wanted[i]) == NULL)
			lint_say(l, LINT_NOTE, &at, "the key \"%s\" is missing", wanted[i]);
	}
	const json_t *history = json_object_get(x->json, "history");
	for (size_t i = 0; i < json_array_size(history); i++) {
		if (strcmp(json_get_text(json_array_get(history, i), "version", ""), x->version) == 0)
			return;
	}
	if (history != NULL)
		lint_say(l, LINT_NOTE, &at, "the history does not tell of version %s", x->version);
}

/* ---- lists of terms ---- */

enum { FIRST = 1, LAST = 2 };

/* Where a piece stands among the alternatives of its place; 0 in between, 3 alone. */
static unsigned rank(const struct term *t, uint32_t i)
{
	unsigned place = t->pieces[i].place;
	return (i == 0 || t->pieces[i - 1].place != place ? FIRST : 0u) |
	       (i + 1 == t->count || t->pieces[i + 1].place != place ? LAST : 0u);
}

static int same_piece(const struct term_piece *a, const struct term_piece *b)
{
	return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* "like|as if|as though" means (like or as) (if or as) though: the same word last
 * among the alternatives of two neighbouring places (or first: "x|has been|had been")
 * shows that phrases were meant. */
static const struct term_piece *torn_phrase(const struct term *t)
{
	for (uint32_t i = 0; i < t->count; i++) {
		for (uint32_t k = i + 1; k < t->count; k++) {
			const struct term_piece *a = &t->pieces[i], *b = &t->pieces[k];
			unsigned at = rank(t, i);
			if (b->place == a->place + 1 && t->gap[b->place] == 0 && (at == FIRST || at == LAST) &&
			    at == rank(t, k) && same_piece(a, b))
				return a;
		}
	}
	return NULL;
}

static void check_terms_of(const struct linter *l, struct place at, const json_t *object)
{
	static const char *const keys[] = {"terms", "exclude", "only_in", "anchors"};
	for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
		const json_t *terms = json_object_get(object, keys[k]);
		for (size_t i = 0; i < json_array_size(terms); i++) {
			const json_t *text = json_array_get(terms, i);
			struct term term;
			term_parse(json_string_value(text), json_string_length(text), &term);
			const struct term_piece *torn = torn_phrase(&term);
			at.key = keys[k];
			at.item = (long)i;
			if (torn != NULL)
				lint_say(l, LINT_WARNING, &at, "'%s': '%.*s' stands in two places side by side; join the words "
					 "of an alternative with hyphens (as-if|as-though)",
					 brief(json_string_value(text)).text, (int)torn->length, torn->text);
		}
	}
}

/* ---- one wording ---- */

static int names_guide(const json_t *variant)
{
	const json_t *sources = json_object_get(variant, "sources");
	for (size_t i = 0; i < json_array_size(sources); i++) {
		const char *guide = json_get_text(json_array_get(sources, i), "guide", "usage");
		if (strcmp(guide, "usage") != 0)
			return 1;
	}
	return 0;
}

static void check_variant(const struct linter *l, const struct place *at, const json_t *variant)
{
	int64_t weight = json_get_int(variant, "weight", -1);
	size_t examples = json_array_size(json_object_get(variant, "examples"));
	if (json_object_get(variant, "sources") == NULL)
		lint_say(l, LINT_WARNING, at, "there are no sources (a guide, or \"usage\")");
	if (json_object_get(variant, "side") == NULL)
		lint_say(l, LINT_WARNING, at, "it does not say whose word it is (side)");
	if (json_object_get(variant, "frame") == NULL)
		lint_say(l, LINT_NOTE, at, "it does not say who tends to use it and what it presupposes (frame)");
	if (weight < 0)
		lint_say(l, LINT_NOTE, at, "it has no weight and counts as 1");
	if (examples < (weight == 0 ? 1 : 2))
		lint_say(l, LINT_NOTE, at, "it has %zu of %d examples", examples, weight == 0 ? 1 : 2);
}

static const json_t *find_variant(const json_t *entry, const char *id)
{
	const json_t *variants = json_object_get(entry, "variants");
	for (size_t i = 0; i < json_array_size(variants); i++) {
		const json_t *v = json_array_get(variants, i);
		if (strcmp(json_get_text(v, "id", ""), id) == 0)
			return v;
	}
	return NULL;
}

/* Each pair is spoken of once where both know of it: by the one whose id is less. */
static void check_pair(const struct linter *l, const struct place *at, const json_t *entry, const json_t *variant)
{
	const char *id = json_get_text(variant, "id", ""), *pair = json_get_text(variant, "pair", NULL);
	const json_t *other = pair ? find_variant(entry, pair) : NULL;
	if (other == NULL)
		return;
	int mutual = strcmp(json_get_text(other, "pair", ""), id) == 0;
	if (!mutual)
		lint_say(l, LINT_WARNING, at, "its pair '%s' does not name it in turn", pair);
	if (mutual && strcmp(id, pair) > 0)
		return;
	int64_t a = json_get_int(variant, "weight", 1), b = json_get_int(other, "weight", 1);
	if (a != b && !names_guide(variant) && !names_guide(other))
		lint_say(l, LINT_WARNING, at, "it has weight %lld and its pair '%s' %lld, and no guide is named",
			 (long long)a, pair, (long long)b);
	if (strcmp(json_get_text(variant, "side", ""), json_get_text(other, "side", "")) == 0)
		lint_say(l, LINT_WARNING, at, "it and its pair '%s' are of the same side", pair);
}

static void check_entry(const struct linter *l, uint32_t lexicon, uint32_t number, const json_t *entry)
{
	const json_t *variants = json_object_get(entry, "variants");
	check_terms_of(l, lint_place(l, lexicon, number, -1), entry);
	for (size_t i = 0; i < json_array_size(variants); i++) {
		const json_t *variant = json_array_get(variants, i);
		struct place at = lint_place(l, lexicon, number, (int32_t)i);
		check_terms_of(l, at, variant);
		check_variant(l, &at, variant);
		check_pair(l, &at, entry, variant);
	}
}

/* ---- over all files ---- */

struct topic {
	const char *name, *side; /* the first side met */
	struct place at;         /* of its first entry */
	uint32_t sided;          /* variants of a side */
	int several;
};

struct seen_id {
	const char *plugin, *language, *id;
	struct place at;
};

struct survey {
	VECTOR(struct topic) topics;
	struct seen_id *ids;
	size_t id_size;
};

static struct topic *find_topic(struct survey *s, const char *name, const struct place *at)
{
	for (uint32_t i = 0; i < s->topics.count; i++) {
		if (strcmp(s->topics.items[i].name, name) == 0)
			return &s->topics.items[i];
	}
	struct topic *t = vector_push(&s->topics);
	*t = (struct topic){.name = name, .at = {at->file, -1, -1, NULL, -1, NULL}};
	return t;
}

static void survey_sides(struct survey *s, const struct place *at, const json_t *entry)
{
	const json_t *variants = json_object_get(entry, "variants");
	const char *name = json_get_text(entry, "topic", NULL);
	if (variants == NULL || name == NULL)
		return;
	struct topic *t = find_topic(s, name, at);
	for (size_t i = 0; i < json_array_size(variants); i++) {
		const char *side = json_get_text(json_array_get(variants, i), "side", "none");
		if (strcmp(side, "none") == 0)
			continue;
		t->sided++;
		if (t->side == NULL)
			t->side = side;
		t->several |= strcmp(t->side, side) != 0;
	}
}

static void survey_id(const struct linter *l, struct survey *s, const struct lexicon *x, const struct place *at)
{
	const char *id = at->entry_id;
	size_t i = hash_bytes(id, strlen(id)) & (s->id_size - 1);
	for (; s->ids[i].id != NULL; i = (i + 1) & (s->id_size - 1)) {
		const struct seen_id *other = &s->ids[i];
		if (strcmp(other->id, id) != 0 || strcmp(other->plugin, x->plugin) != 0 ||
		    !tag_same_language(other->language, x->language))
			continue;
		lint_say(l, LINT_WARNING, at, "the id is used in %s, too", other->at.file);
		return;
	}
	s->ids[i] = (struct seen_id){x->plugin, x->language, id, *at};
}

static void survey_init(const struct linter *l, struct survey *s)
{
	size_t entries = 0;
	for (uint32_t i = 0; i < l->lexicons->count; i++)
		entries += json_array_size(json_object_get(l->lexicons->items[i]->json, "entries"));
	for (s->id_size = 8; s->id_size < 2 * entries;)
		s->id_size *= 2;
	s->ids = mem_alloc(s->id_size * sizeof *s->ids);
}

static void check_lexicon(const struct linter *l, struct survey *s, uint32_t number)
{
	const struct lexicon *x = l->lexicons->items[number];
	const json_t *entries = json_object_get(x->json, "entries");
	check_head(l, x);
	for (size_t i = 0; i < json_array_size(entries); i++) {
		const json_t *entry = json_array_get(entries, i);
		struct place at = lint_place(l, number, (uint32_t)i, -1);
		survey_id(l, s, x, &at);
		survey_sides(s, &at, entry);
		check_entry(l, number, (uint32_t)i, entry);
	}
}

void lint_fields(const struct linter *l)
{
	struct survey s = {0};
	survey_init(l, &s);
	for (uint32_t i = 0; i < l->lexicons->count; i++)
		check_lexicon(l, &s, i);
	for (uint32_t i = 0; i < s.topics.count; i++) {
		const struct topic *t = &s.topics.items[i];
		if (t->sided > 0 && !t->several)
			lint_say(l, LINT_WARNING, &t->at, "the topic '%s' knows the words of one side only: %s", t->name, t->side);
	}
	vector_free(&s.topics);
	free(s.ids);
}

int lexicons_lint(const struct lexicons *lexicons, const struct languages *languages, lint_tell *tell, void *context)
{
	const struct linter l = {lexicons, languages, tell, context};
	lint_fields(&l);
	return lint_terms(&l);
}
