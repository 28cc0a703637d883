/* SPDX-License-Identifier: MIT */
/* The words of all articles of a comparison, each folded form with a number, and
 * how often it stands there. */
#ifndef SLANT_COMPARE_WORDS_H
#define SLANT_COMPARE_WORDS_H

#include <stddef.h>
#include <stdint.h>

struct words;

struct words *words_new(void);
void words_free(struct words *);

/* Number of a folded word, given one if it is new; numbers follow one another from 0. */
uint32_t words_add(struct words *, const char *folded, size_t n);
/* The same without adding: UINT32_MAX when it is not there. */
uint32_t words_find(const struct words *, const char *folded, size_t n);
const char *words_text(const struct words *, uint32_t word);
uint32_t words_count(const struct words *);

#endif
