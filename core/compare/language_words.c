/* SPDX-License-Identifier: MIT */
#include "compare/language_words.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "compare/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a word is; most words of a language are none of this and have no entry. */
struct meaning {
	uint8_t month, weekday, last, next, function_word, title, is_day, apposition, relative;
	int8_t days;
	int64_t number, multiplier;
};

struct language_words {
	struct meaning *of; /* by word */
	uint32_t count;
	json_t *ordinal_endings;
};

static struct meaning *meaning_of(struct language_words *l, struct words *words, const char *word)
{
	uint32_t number = words_add(words, word, strlen(word));
	if (number >= l->count) {
		uint32_t count = 2 * number + 64;
		l->of = mem_resize(l->of, count * sizeof *l->of);
		memset(l->of + l->count, 0, (count - l->count) * sizeof *l->of);
		l->count = count;
	}
	return &l->of[number];
}

static void read_months(struct language_words *l, struct words *words, const json_t *file)
{
	const json_t *names, *name;
	size_t i, k;
	json_array_foreach(json_object_get(file, "months"), i, names)
		json_array_foreach(names, k, name)
			meaning_of(l, words, json_string_value(name))->month = (uint8_t)(i + 1);
	json_array_foreach(json_object_get(file, "weekdays"), i, names)
		json_array_foreach(names, k, name)
			meaning_of(l, words, json_string_value(name))->weekday = (uint8_t)(i + 1);
}

static void read_comparison(struct language_words *l, struct words *words, const json_t *file)
{
	const char *word;
	json_t *value;
	size_t i;
	read_months(l, words, file);
	json_object_foreach(json_object_get(file, "days"), word, value) {
		struct meaning *m = meaning_of(l, words, word);
		m->is_day = 1;
		m->days = (int8_t)json_integer_value(value);
	}
	json_array_foreach(json_object_get(file, "last"), i, value)
		meaning_of(l, words, json_string_value(value))->last = 1;
	json_array_foreach(json_object_get(file, "next"), i, value)
		meaning_of(l, words, json_string_value(value))->next = 1;
	json_object_foreach(json_object_get(file, "numbers"), word, value)
		meaning_of(l, words, word)->number = json_integer_value(value);
	json_object_foreach(json_object_get(file, "multipliers"), word, value)
		meaning_of(l, words, word)->multiplier = json_integer_value(value);
	json_array_foreach(json_object_get(file, "appositions"), i, value)
		meaning_of(l, words, json_string_value(value))->apposition = 1;
	json_array_foreach(json_object_get(file, "relatives"), i, value)
		meaning_of(l, words, json_string_value(value))->relative = 1;
	l->ordinal_endings = json_incref(json_object_get(file, "ordinal_endings"));
}

static void read_language(struct language_words *l, struct words *words, const json_t *language)
{
	json_t *value;
	size_t i;
	json_array_foreach(json_object_get(language, "function_words"), i, value)
		meaning_of(l, words, json_string_value(value))->function_word = 1;
	json_array_foreach(json_object_get(language, "titles"), i, value)
		meaning_of(l, words, json_string_value(value))->title = 1;
	json_array_foreach(json_object_get(json_object_get(language, "abbreviations"), "title"), i, value) {
		char folded[32];
		snprintf(folded, sizeof folded, "%s", json_string_value(value));
		for (char *s = folded; *s != '\0'; s++)
			*s = (char)(*s >= 'A' && *s <= 'Z' ? *s + 32 : *s);
		meaning_of(l, words, folded)->title = 1;
	}
}

/* 0 also when the file is not there. */
static int read_file(struct language_words *l, struct words *words, const char *dir, const char *tag, const char *name,
		     void (*read)(struct language_words *, struct words *, const json_t *), struct error *error)
{
	char path[4096];
	if (snprintf(path, sizeof path, "%s/%s/%s", dir, tag, name) >= (int)sizeof path || !file_is_regular(path))
		return 0;
	json_t *json = json_read_file(path, ERROR_USAGE, error);
	if (json == NULL)
		return -1;
	read(l, words, json);
	json_decref(json);
	return 0;
}

struct language_words *language_words_load(const char *dir, const char *tag, struct words *words, struct error *error)
{
	struct language_words *l = mem_alloc(sizeof *l);
	if (dir == NULL || tag == NULL || strchr(tag, '/') != NULL || strchr(tag, '.') != NULL)
		return l;
	if (read_file(l, words, dir, tag, "comparison.json", read_comparison, error) == 0 &&
	    read_file(l, words, dir, tag, "language.json", read_language, error) == 0)
		return l;
	language_words_free(l);
	return NULL;
}

void language_words_free(struct language_words *l)
{
	if (l == NULL)
		return;
	json_decref(l->ordinal_endings);
	free(l->of);
	free(l);
}

static const struct meaning *meaning(const struct language_words *l, uint32_t word)
{
	static const struct meaning none;
	return word < l->count ? &l->of[word] : &none;
}

int language_month(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->month;
}

int language_weekday(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->weekday;
}

int language_is_last(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->last;
}

int language_is_next(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->next;
}

int language_is_function_word(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->function_word;
}

int language_is_title(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->title;
}

int language_begins_apposition(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->apposition;
}

int language_is_relative(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->relative;
}

int language_day(const struct language_words *l, uint32_t word, int *days)
{
	*days = meaning(l, word)->days;
	return meaning(l, word)->is_day;
}

int64_t language_number(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->number;
}

int64_t language_multiplier(const struct language_words *l, uint32_t word)
{
	return meaning(l, word)->multiplier;
}

int language_ordinal_ending(const struct language_words *l, const char *s, size_t n)
{
	const json_t *ending;
	size_t i;
	json_array_foreach(l->ordinal_endings, i, ending)
		if (json_string_length(ending) == n && strncasecmp(json_string_value(ending), s, n) == 0)
			return 1;
	return 0;
}
