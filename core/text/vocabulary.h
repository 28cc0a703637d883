/* SPDX-License-Identifier: MIT */
/* The words that somebody asked for (lexicons, plugins), each with a number.
 * Filled while the program prepares, frozen before the first article: words met
 * in articles are looked up and never added, so memory does not grow with the
 * corpus. Lookups after freezing are safe from several threads. */
#ifndef SLANT_TEXT_VOCABULARY_H
#define SLANT_TEXT_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

struct vocabulary;

struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *);

/* Id of a folded word (see text_fold), given one if it is new. Before freezing only. */
uint32_t vocabulary_add(struct vocabulary *, const char *folded, size_t n);

/* A wildcard: every word that begins with these bytes. Gives an id; a word of an
 * article that is in no lexicon itself but begins so gets this id (the longest
 * prefix wins). Which known words begin so is asked with vocabulary_with_prefix. */
uint32_t vocabulary_add_prefix(struct vocabulary *, const char *folded, size_t n);

/* Ids of the known words that begin with the prefix; call after all words are in. */
uint32_t vocabulary_with_prefix(const struct vocabulary *, const char *folded, size_t n, uint32_t *ids, uint32_t max);

void vocabulary_freeze(struct vocabulary *);

/* SLANT_WORD_UNKNOWN when nobody asked for it. */
uint32_t vocabulary_find(const struct vocabulary *, const char *folded, size_t n);

/* The word of an id, NUL-terminated; "" for unknown ids and marks. */
const char *vocabulary_word(const struct vocabulary *, uint32_t id);

/* One more than the highest id. */
uint32_t vocabulary_limit(const struct vocabulary *);

#endif
