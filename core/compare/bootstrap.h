/* SPDX-License-Identifier: MIT */
/* Resampling an article by its sentences, since words of a kind gather in sentences
 * and an interval for single words does not see that. Percentile method (Efron and
 * Tibshirani 1993, chapter 13), 2,000 draws, own generator with a fixed seed: an
 * article with so many sentences is always drawn in the same way. */
#ifndef SLANT_COMPARE_BOOTSTRAP_H
#define SLANT_COMPARE_BOOTSTRAP_H

#include "compare/statistics.h"

#include <stdint.h>

#define BOOTSTRAP_DRAWS 2000

/* Random numbers that are the same everywhere: splitmix64 (Steele, Lea and Flood 2014). */
struct dice {
	uint64_t state;
};
uint64_t dice_next(struct dice *);
uint32_t dice_below(struct dice *, uint32_t limit); /* 0 .. limit-1 */

struct bootstrap {
	uint32_t sentences;
	uint8_t *weights; /* how often sentence s is in draw d: [s * BOOTSTRAP_DRAWS + d] */
};

void bootstrap_init(struct bootstrap *, uint32_t sentences);
void bootstrap_free(struct bootstrap *);

/* A total of every draw: add what a sentence contributes each time it is drawn. */
struct bootstrap_totals {
	uint32_t of[BOOTSTRAP_DRAWS];
};
void bootstrap_add(const struct bootstrap *, struct bootstrap_totals *, uint32_t sentence, uint32_t value);

/* Interval of the ratio of two totals: the 2.5 % of draws at either end are cut off
 * (95 %). Draws with nothing below the line are left out; bounds are NAN when all are. */
struct interval bootstrap_ratio(const struct bootstrap_totals *above, const struct bootstrap_totals *below);

#endif
