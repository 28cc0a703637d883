/* SPDX-License-Identifier: MIT */
/* How large a contrast random words would give: word lists drawn from the texts, word
 * for word about as frequent as the entries of the real one. */
#ifndef SLANT_COMPARE_PLACEBO_H
#define SLANT_COMPARE_PLACEBO_H

#include "compare/counts.h"

#define PLACEBO_DRAWS 200

/* Of so many random lists, those whose rates in groups a and b differ at least as much
 * (ratio, in either direction) as k1 and k2 events do. `entries`: how often each entry
 * of the real list stands in all groups. */
uint32_t placebo_as_large(const struct word_counts *, const uint32_t *entries, uint32_t count, uint32_t a, uint32_t b,
			  double k1, double k2);

#endif
