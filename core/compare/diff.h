/* SPDX-License-Identifier: MIT */
/* What two rows of words have in common, in order (longest common subsequence). */
#ifndef SLANT_COMPARE_DIFF_H
#define SLANT_COMPARE_DIFF_H

#include <stdint.h>

/* Fills match_a[i] with the index in b of a's word i, or UINT32_MAX when it has no
 * counterpart; returns how many have one. Rows of more than 500 words are cut there. */
uint32_t diff_words(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, uint32_t *match_a);

/* Where b stands in a, word for word: its first index, or UINT32_MAX. */
uint32_t diff_find(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);

#endif
