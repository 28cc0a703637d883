/* SPDX-License-Identifier: MIT */
#include "text/language.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "slantwise/plugin.h"
#include "text/chars.h"
#include "text/language_data.h"
#include "text/structure.h"
#include "text/tokenize.h"
#include "text/vocabulary.h"

#include <dirent.h>
#include <string.h>

struct languages {
	VECTOR(struct language *) items;
	struct language neutral;
	struct vocabulary *function; /* function words of all languages */
	uint64_t *users;             /* by id - SLANT_FIRST_WORD: bit i, language i has the word */
};

/* Where the words of a list go. */
static const struct {
	const char *object, *key;
	enum word_sort sort;
} LISTS[] = {
	{"abbreviations", "title", WORD_TITLE_ABBREVIATION},
	{"abbreviations", "never_end", WORD_NEVER_ENDS},
	{"abbreviations", "may_end", WORD_MAY_END},
	{"abbreviations", "ends_before_capital", WORD_ENDS_BEFORE_CAPITAL},
	{"abbreviations", "before_number", WORD_BEFORE_NUMBER},
	{NULL, "function_words", WORD_FUNCTION},
	{NULL, "after_clock", WORD_AFTER_CLOCK},
	{NULL, "speech_verbs", WORD_SPEECH},
	{NULL, "elisions", WORD_ELISION},
	{NULL, "titles", WORD_TITLE},
	{NULL, "after_ordinal", WORD_NUMBER_WORD},
	{NULL, "numerals", WORD_NUMERAL},
};

uint32_t language_sorts(const struct language *l, const char *folded, size_t n)
{
	if (l->words == NULL)
		return 0;
	uint32_t id = vocabulary_find(l->words, folded, n);
	return id == SLANT_WORD_UNKNOWN ? 0 : l->sorts[id];
}

int language_abbreviation(const struct language *l, const char *folded, size_t n)
{
	uint32_t sorts = language_sorts(l, folded, n);
	if (sorts & (WORD_TITLE_ABBREVIATION | WORD_NEVER_ENDS))
		return 1;
	if (sorts & (WORD_MAY_END | WORD_ENDS_BEFORE_CAPITAL))
		return 2;
	return sorts & WORD_BEFORE_NUMBER ? 3 : 0;
}

int language_title(const struct language *l, const char *folded, size_t n)
{
	return (language_sorts(l, folded, n) & (WORD_TITLE | WORD_TITLE_ABBREVIATION)) != 0;
}

void language_numerals(const struct language *l, void (*word)(void *, const char *folded), void *context)
{
	for (uint32_t id = SLANT_FIRST_WORD; l->words != NULL && id < vocabulary_limit(l->words); id++) {
		if (l->sorts[id] & WORD_NUMERAL)
			word(context, vocabulary_word(l->words, id));
	}
}

const char *language_tag(const struct language *l)
{
	return l->tag;
}

/* ---- reading ---- */

/* Two rounds over the lists: the words, then (ids being known) their sorts. */
static int read_list(struct language *l, const char *path, size_t which, int sorts, struct error *error)
{
	const json_t *from = LISTS[which].object ? json_object_get(l->json, LISTS[which].object) : l->json;
	const json_t *list = json_object_get(from, LISTS[which].key), *item;
	size_t i;
	if (list != NULL && !json_is_array(list))
		return error_set(error, ERROR_USAGE, "%s: %s: a list of words is wanted", path, LISTS[which].key);
	json_array_foreach(list, i, item) {
		const char *word = json_string_value(item);
		size_t n = word ? strlen(word) : 0;
		if (n == 0 || n > 60)
			return error_set(error, ERROR_USAGE, "%s: %s[%zu]: a word is wanted", path, LISTS[which].key, i);
		char folded[256];
		n = text_fold(word, n, folded);
		uint32_t id = vocabulary_add(l->words, folded, n);
		if (sorts)
			l->sorts[id] |= LISTS[which].sort;
		if (sorts && LISTS[which].sort & WORD_ABBREVIATION && byte_class[(unsigned char)*word] & BYTE_UPPER)
			l->sorts[id] |= WORD_NEEDS_CAPITAL;
	}
	return 0;
}

static int read_words(struct language *l, const char *path, struct error *error)
{
	l->words = vocabulary_new();
	for (int sorts = 0; sorts < 2; sorts++) {
		for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
			if (read_list(l, path, i, sorts, error) < 0)
				return -1;
		if (!sorts)
			l->sorts = mem_alloc(vocabulary_limit(l->words) * sizeof *l->sorts);
	}
	vocabulary_freeze(l->words);
	l->ordinal_stop = json_is_true(json_object_get(l->json, "ordinal_stop"));
	return 0;
}

static int check_head(const json_t *json, const char *path, const char *format, const char *tag, struct error *error)
{
	if (strcmp(json_get_text(json, "format", ""), format) != 0)
		return error_set(error, ERROR_USAGE, "%s: format is not \"%s\"", path, format);
	if (strcmp(json_get_text(json, "language", ""), tag) != 0)
		return error_set(error, ERROR_USAGE, "%s: language is not \"%s\", the name of its folder", path, tag);
	return 0;
}

static int read_structure(struct language *l, const char *path, const char *tag, struct error *error)
{
	if (!file_is_regular(path))
		return 0;
	l->structure_json = json_read_file(path, ERROR_USAGE, error);
	if (l->structure_json == NULL || check_head(l->structure_json, path, "slantwise-structure/1", tag, error) < 0)
		return -1;
	l->structure = structure_read(l->structure_json, path, error);
	return l->structure ? 0 : -1;
}

static void language_clear(struct language *l)
{
	structure_free(l->structure);
	inflection_free(l);
	vocabulary_free(l->words);
	free(l->sorts);
	json_decref(l->json);
	json_decref(l->structure_json);
}

static int read_language(struct language *l, const char *dir, const char *tag, struct error *error)
{
	struct buffer path = {0};
	buffer_printf(&path, "%s/%s/language.json", dir, tag);
	l->json = json_read_file(path.data, ERROR_USAGE, error);
	int status = l->json == NULL || check_head(l->json, path.data, "slantwise-language/1", tag, error) < 0 ||
				     read_words(l, path.data, error) < 0 || inflection_read(l, path.data, error) < 0
			     ? -1 : 0;
	if (status == 0) {
		l->tag = json_get_text(l->json, "language", "");
		buffer_clear(&path);
		buffer_printf(&path, "%s/%s/structure.json", dir, tag);
		status = read_structure(l, path.data, tag, error);
	}
	buffer_free(&path);
	return status;
}

static void join_function_words(struct languages *all)
{
	all->function = vocabulary_new();
	VECTOR(uint64_t) users = {0};
	for (uint32_t i = 0; i < all->items.count && i < 64; i++) {
		const json_t *list = json_object_get(all->items.items[i]->json, "function_words"), *item;
		size_t k;
		json_array_foreach(list, k, item) {
			char folded[256];
			const char *word = json_string_value(item);
			uint32_t id = vocabulary_add(all->function, folded, text_fold(word, strlen(word), folded));
			while (users.count <= id)
				*vector_push(&users) = 0;
			users.items[id] |= (uint64_t)1 << i;
		}
	}
	vocabulary_freeze(all->function);
	all->users = users.items;
}

static int has_language(const char *dir, const char *name)
{
	struct buffer path = {0};
	buffer_printf(&path, "%s/%s/language.json", dir, name);
	int there = name[0] != '.' && file_is_regular(path.data);
	buffer_free(&path);
	return there;
}

struct languages *languages_load(const char *dir, struct error *error)
{
	struct dirent **entries;
	int count = scandir(dir, &entries, NULL, alphasort);
	if (count < 0) {
		error_set(error, ERROR_USAGE, "%s: cannot read this folder of languages", dir);
		return NULL;
	}
	struct languages *all = mem_alloc(sizeof *all);
	all->neutral.tag = "";
	int status = 0;
	for (int i = 0; i < count; i++) {
		if (status == 0 && has_language(dir, entries[i]->d_name)) {
			struct language *l = mem_alloc(sizeof *l);
			*vector_push(&all->items) = l;
			status = read_language(l, dir, entries[i]->d_name, error);
		}
		free(entries[i]);
	}
	free(entries);
	if (status < 0) {
		languages_free(all);
		return NULL;
	}
	join_function_words(all);
	return all;
}

void languages_free(struct languages *all)
{
	if (all == NULL)
		return;
	for (uint32_t i = 0; i < all->items.count; i++) {
		language_clear(all->items.items[i]);
		free(all->items.items[i]);
	}
	vector_free(&all->items);
	vocabulary_free(all->function);
	free(all->users);
	free(all);
}

const struct language *languages_get(const struct languages *all, const char *tag)
{
	size_t n = strcspn(tag, "-_");
	for (uint32_t i = 0; i < all->items.count; i++) {
		const char *has = all->items.items[i]->tag;
		if (strlen(has) == n && strncasecmp(has, tag, n) == 0)
			return all->items.items[i];
	}
	return &all->neutral;
}

/* ---- guessing ---- */

/* So much of a text tells its language; more would only take time. */
#define GUESS_BYTES 20000
/* Of a hundred words, so many must be function words of the language: real texts
 * have 40 and more, a text in a language that merely shares some has fewer than 15.
 * In a few words chance is large, and the text may be all that somebody tries: less will do. */
#define GUESS_SHARE 20
#define GUESS_SHARE_OF_FEW 8
#define FEW_WORDS 40

static uint32_t letters_end(const char *s, uint32_t at, uint32_t n)
{
	while (at < n && byte_class[(unsigned char)s[at]] & (BYTE_LETTER | BYTE_HIGH))
		at++;
	return at;
}

/* Adds one to every language that has the word. */
static void count_word(const struct languages *all, const char *s, size_t n, uint32_t counts[64])
{
	char folded[4 * 24 + 1];
	if (n > 24)
		return;
	uint32_t id = vocabulary_find(all->function, folded, text_fold(s, n, folded));
	if (id == SLANT_WORD_UNKNOWN)
		return;
	for (uint64_t bits = all->users[id]; bits; bits &= bits - 1)
		counts[__builtin_ctzll(bits)]++;
}

const struct language *languages_guess(const struct languages *all, const char *text, size_t n)
{
	uint32_t counts[64] = {0}, words = 0, best = 0, second = 0, which = 0;
	uint32_t end = n < GUESS_BYTES ? (uint32_t)n : GUESS_BYTES;
	for (uint32_t at = 0; at < end;) {
		uint32_t stop = letters_end(text, at, end);
		if (stop == at) {
			at++;
			continue;
		}
		if (stop < n) { /* else it may be cut inside a character */
			count_word(all, text + at, stop - at, counts);
			words++;
		}
		at = stop;
	}
	for (uint32_t i = 0; i < all->items.count && i < 64; i++) {
		/* "a" and "no" are words of many languages: where nothing else tells, one that can be analyzed is taken */
		uint32_t score = 2 * counts[i] + (counts[i] > 0 && all->items.items[i]->kinds[0].sets.count > 0);
		if (score > best) {
			second = best;
			best = score;
			which = i;
		} else if (score > second)
			second = score;
	}
	if (best == second || counts[which] * 100 < words * (words < FEW_WORDS ? GUESS_SHARE_OF_FEW : GUESS_SHARE))
		return &all->neutral;
	return all->items.items[which];
}
