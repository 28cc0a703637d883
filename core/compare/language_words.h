/* SPDX-License-Identifier: MIT */
/* What comparing must know of a language, from lexicons/<tag>/comparison.json and
 * language.json: months, weekdays, numbers, function words, titles of persons. An
 * article in a language without these files is compared without what needs them. */
#ifndef SLANT_COMPARE_LANGUAGE_WORDS_H
#define SLANT_COMPARE_LANGUAGE_WORDS_H

#include <stddef.h>
#include <stdint.h>

struct words;
struct language_words;
struct error;

/* NULL dir: nothing is known of any language. Never NULL itself; a file that is
 * there but cannot be read is an error (ERROR_USAGE) and gives NULL. */
struct language_words *language_words_load(const char *dir, const char *tag, struct words *, struct error *);
void language_words_free(struct language_words *);

/* Of a word by its number in `words`; each gives 0 when it is none. */
int language_month(const struct language_words *, uint32_t word);   /* 1 to 12 */
int language_weekday(const struct language_words *, uint32_t word); /* 1 Monday to 7 */
int language_is_last(const struct language_words *, uint32_t word);
int language_is_next(const struct language_words *, uint32_t word);
int language_is_function_word(const struct language_words *, uint32_t word);
int language_is_title(const struct language_words *, uint32_t word); /* "president", "Mr" */
int language_begins_apposition(const struct language_words *, uint32_t word); /* "the", "former" */
int language_is_relative(const struct language_words *, uint32_t word); /* "who" */
/* "yesterday": 1 and -1 in *days. */
int language_day(const struct language_words *, uint32_t word, int *days);
/* "twelve": 12, "hundred": 0 here and 100 as a multiplier. */
int64_t language_number(const struct language_words *, uint32_t word);
int64_t language_multiplier(const struct language_words *, uint32_t word);
/* 1 when the bytes are an ordinal's ending ("th"). */
int language_ordinal_ending(const struct language_words *, const char *s, size_t n);

#endif
