/* SPDX-License-Identifier: MIT */
#include "lexicon/import.h"
#include "base/error.h"
#include "base/utf8.h"
#include "lexicon/importer.h"
#include "text/language.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- formats ---- */

static const struct {
	const char *name;
	enum import_format format;
} names[] = {
	{"liwc", IMPORT_LIWC}, {"lexicoder", IMPORT_LEXICODER}, {"csv", IMPORT_CSV}, {"tsv", IMPORT_TSV}, {"list", IMPORT_LIST},
}, endings[] = {
	{".dic", IMPORT_LIWC}, {".lcd", IMPORT_LEXICODER}, {".lc3", IMPORT_LEXICODER}, {".ykd", IMPORT_LEXICODER},
	{".csv", IMPORT_CSV}, {".tsv", IMPORT_TSV}, {".tab", IMPORT_TSV},
};

int import_format_from_name(const char *name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i].name, name) == 0)
			return (int)names[i].format;
	}
	return -1;
}

enum import_format import_format_of_path(const char *path)
{
	size_t n = strlen(path);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t length = strlen(endings[i].name);
		if (n > length && strcasecmp(path + n - length, endings[i].name) == 0)
			return endings[i].format;
	}
	return IMPORT_LIST;
}

/* ---- identifiers ---- */

/* "Negative Emotion" -> negative_emotion */
static char *slug(struct arena *arena, const char *s)
{
	char *out = arena_alloc(arena, strlen(s) + 8);
	size_t n = 0;
	for (; *s && n < 80; s++) {
		char c = (char)((*s >= 'A' && *s <= 'Z') ? *s | 0x20 : *s);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[n++] = c;
		else if (n > 0 && out[n - 1] != '_')
			out[n++] = '_';
	}
	while (n > 0 && out[n - 1] == '_')
		n--;
	if (n == 0)
		n = (size_t)sprintf(out, "words");
	out[n] = '\0';
	return out;
}

/* Two categories may come to the same identifier: the second is x_2. */
static const char *unique_id(struct importer *im, const char *prefix, const char *name)
{
	char *id = slug(&im->arena, name);
	for (unsigned number = 2;; number++) {
		char *full = arena_printf(&im->arena, "%s/%s", prefix, id);
		uint32_t limit = vocabulary_limit(im->ids);
		if (vocabulary_add(im->ids, full, strlen(full)) == limit)
			return id;
		id = arena_printf(&im->arena, "%s_%u", slug(&im->arena, name), number);
	}
}

/* ---- entries ---- */

void import_leave_out(struct importer *im, const char *what, const char *why)
{
	char *message = arena_printf(&im->arena, "%s:%lu: '%s' left out: %s", im->options->path, im->line, brief(what).text, why);
	im->count.left_out++;
	im->options->tell(im->options->context, message);
}

static void set_text(json_t *object, const char *key, const char *value)
{
	if (value != NULL && *value && json_object_get(object, key) == NULL)
		json_object_set_new(object, key, json_string(value));
}

/* NULL for none, else "0" to "3". */
static const char *weight_of(struct importer *im, const struct import_row *row)
{
	const char *w = row->weight;
	if (w == NULL || *w == '\0')
		return NULL;
	if (w[0] >= '0' && w[0] <= '3' && w[1] == '\0')
		return w;
	import_leave_out(im, w, "a weight is 0, 1, 2 or 3 (the term is kept)");
	return NULL;
}

static void set_worded(json_t *object, const struct import_row *row, const char *weight)
{
	json_object_set_new(object, "terms", json_array());
	if (weight != NULL)
		json_object_set_new(object, "weight", json_integer(*weight - '0'));
	if (row->source != NULL && *row->source)
		json_object_set_new(object, "sources", strcmp(row->source, "usage") == 0
				    ? json_pack("[s]", "usage") : json_pack("[{ss}]", "guide", row->source));
}

/* "a; b" */
static void set_alternatives(struct importer *im, json_t *object, const char *list)
{
	json_t *array = list != NULL && *list ? json_array() : NULL;
	while (array != NULL && *list) {
		size_t n = strcspn(list, ";");
		char *one = arena_copy(&im->arena, list, n);
		while (*one == ' ')
			one++;
		if (*one)
			json_array_append_new(array, json_string(one));
		list += n + (list[n] == ';');
	}
	if (json_array_size(array) > 0)
		json_object_set(object, "alternatives", array);
	json_decref(array);
}

/* Weight is said of a whole entry: terms of another weight make an entry of their own under the same rule. */
static struct import_entry *entry_for(struct importer *im, const struct import_row *row, const char *weight)
{
	const char *category = row->category && *row->category ? row->category : "words";
	int simple = row->variant == NULL || *row->variant == '\0';
	char *key = arena_printf(&im->arena, "%d%s %s", simple, simple && weight ? weight : "", category);
	uint32_t number = vocabulary_add(im->categories, key, strlen(key)) - SLANT_FIRST_WORD;
	if (number < im->entries.count)
		return &im->entries.items[number];
	const char *id = unique_id(im, "", category), *rule = slug(&im->arena, category);
	struct import_entry *e = vector_push(&im->entries);
	*e = (struct import_entry){.json = json_pack("{ss}", "id", id)};
	if (strcmp(rule, id) != 0)
		set_text(e->json, "rule", rule);
	set_text(e->json, "label", row->label ? row->label : category);
	set_text(e->json, "topic", row->topic);
	set_text(e->json, "note", row->note);
	if (simple)
		set_worded(e->json, row, weight);
	else
		json_object_set_new(e->json, "variants", json_array());
	return e;
}

static json_t *variant_for(struct importer *im, struct import_entry *e, const struct import_row *row, const char *weight)
{
	for (uint32_t i = 0; i < e->names.count; i++) {
		if (strcmp(e->names.items[i], row->variant) == 0)
			return e->variants.items[i];
	}
	const char *id = unique_id(im, json_string_value(json_object_get(e->json, "id")), row->variant);
	json_t *v = json_pack("{ss}", "id", id);
	set_worded(v, row, weight);
	set_text(v, "side", row->side);
	set_text(v, "frame", row->frame);
	set_alternatives(im, v, row->alternatives);
	json_array_append_new(json_object_get(e->json, "variants"), v);
	*vector_push(&e->variants) = v;
	*vector_push(&e->names) = arena_copy(&im->arena, row->variant, strlen(row->variant));
	return v;
}

/* ---- terms ---- */

/* Marks of ours that mean something else, or nothing, elsewhere. */
static const char *foreign_mark(const char *term)
{
	size_t n = strcspn(term, "@|#=");
	if (term[n] != '\0' || strstr(term, "...") != NULL)
		return "@ | # = and ... are marks here and cannot stand for themselves";
	return NULL;
}

static const char *fault_of(struct importer *im, const struct import_row *row)
{
	const char *why = row->foreign ? foreign_mark(row->term) : NULL;
	if (why != NULL)
		return why;
	im->compiler.at = (struct place){"", -1, -1, NULL, -1, NULL};
	if (phrase_add(&im->compiler, row->term, strlen(row->term), PHRASE_HIT, 0) == 0)
		return NULL;
	const char *reason = strstr(im->error->text, "': ");
	return reason ? arena_copy(&im->arena, reason + 3, strlen(reason + 3)) : im->error->text;
}

void import_add(struct importer *im, const struct import_row *row)
{
	const char *why = fault_of(im, row);
	if (why != NULL) {
		import_leave_out(im, row->term, why);
		return;
	}
	const char *weight = weight_of(im, row);
	struct import_entry *e = entry_for(im, row, weight);
	int simple = row->variant == NULL || *row->variant == '\0';
	json_t *to = simple ? e->json : variant_for(im, e, row, weight);
	char *key = arena_printf(&im->arena, "%p %s", (void *)to, row->term);
	uint32_t limit = vocabulary_limit(im->seen);
	if (vocabulary_add(im->seen, key, strlen(key)) != limit)
		return; /* a repetition */
	json_array_append_new(json_object_get(to, "terms"), json_string(row->term));
	im->count.terms++;
}

/* ---- the whole ---- */

static json_t *head(struct importer *im)
{
	const struct import_options *o = im->options;
	const char *base = strrchr(o->path, '/');
	char *stem = arena_copy(&im->arena, base ? base + 1 : o->path, strlen(base ? base + 1 : o->path));
	char *dot = strrchr(stem, '.');
	if (dot != NULL && dot != stem)
		*dot = '\0';
	const char *name = slug(&im->arena, o->name ? o->name : stem);
	json_t *json = json_pack("{ss ss ss ss}", "format", "slantwise-lexicon/1", "name", name, "version", "1.0.0",
				 "language", o->language);
	set_text(json, "licence", o->licence);
	set_text(json, "plugin", o->plugin ? o->plugin : name);
	set_text(json, "title", o->title ? o->title : stem);
	set_text(json, "description", arena_printf(&im->arena, "Made from %s.", base ? base + 1 : o->path));
	return json;
}

static json_t *assemble(struct importer *im)
{
	json_t *json = head(im), *entries = json_array();
	for (uint32_t i = 0; i < im->entries.count; i++)
		json_array_append(entries, im->entries.items[i].json);
	json_object_set_new(json, "entries", entries);
	im->count.entries = im->entries.count;
	return json;
}

static void first_fault(void *error, const char *message)
{
	struct error *e = error;
	if (e->kind == ERROR_NONE)
		error_set(e, ERROR_USAGE, "%s", message);
}

static int read_rows(struct importer *im, char *text)
{
	switch (im->options->format) {
	case IMPORT_LIWC: return import_liwc(im, text);
	case IMPORT_LEXICODER: return import_lexicoder(im, text);
	case IMPORT_CSV: return import_table(im, text, 0);
	case IMPORT_TSV: return import_table(im, text, '\t');
	default: return import_list(im, text);
	}
}

static void importer_init(struct importer *im, const struct import_options *o, struct error *error)
{
	*im = (struct importer){.options = o, .error = error, .categories = vocabulary_new(), .ids = vocabulary_new(),
				.words = vocabulary_new(), .seen = vocabulary_new()};
	arena_init(&im->arena);
	im->compiler = (struct compiler){.matcher = mem_alloc(sizeof *im->compiler.matcher), .to = mem_alloc(sizeof *im->compiler.to),
					 .language = languages_get(o->languages, o->language), .words = im->words, .error = error};
	arena_init(&im->compiler.matcher->arena);
	arena_init(&im->compiler.scratch);
	trie_init(&im->compiler.to->trie);
	*vector_push(&im->compiler.matcher->automata) = im->compiler.to;
}

static void importer_free(struct importer *im)
{
	for (uint32_t i = 0; i < im->entries.count; i++) {
		json_decref(im->entries.items[i].json);
		vector_free(&im->entries.items[i].variants);
		vector_free(&im->entries.items[i].names);
	}
	vector_free(&im->entries);
	matcher_free(im->compiler.matcher);
	arena_free(&im->compiler.scratch);
	vocabulary_free(im->categories);
	vocabulary_free(im->ids);
	vocabulary_free(im->words);
	vocabulary_free(im->seen);
	arena_free(&im->arena);
}

json_t *lexicon_import(const struct import_options *o, const char *bytes, size_t n, struct import_count *count,
		       struct error *error)
{
	struct importer im;
	json_t *json = NULL;
	size_t valid = utf8_valid(bytes, n);
	if (valid < n || memchr(bytes, '\0', n) != NULL) {
		error_set(error, ERROR_INPUT, "%s: not a text in UTF-8 (byte %zu); 'iconv -t UTF-8' converts it", o->path, valid);
		return NULL;
	}
	importer_init(&im, o, error);
	int bom = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
	if (read_rows(&im, arena_copy(&im.arena, bytes + (bom ? 3 : 0), n - (bom ? 3u : 0u))) == 0) {
		*error = (struct error){0};
		json = assemble(&im);
		if (im.count.terms == 0)
			error_set(error, ERROR_INPUT, "%s: there is no term in it", o->path);
		else
			lexicon_check(o->path, json, first_fault, error);
	}
	if (json != NULL && error->kind != ERROR_NONE) {
		json_decref(json);
		json = NULL;
	}
	*count = im.count;
	importer_free(&im);
	return json;
}
