/* SPDX-License-Identifier: MIT */
/* Two groups against one another in one figure: which test, and what it says. */
#ifndef SLANT_COMPARE_CONTRASTS_H
#define SLANT_COMPARE_CONTRASTS_H

#include "compare/statistics.h"

#include <jansson.h>

#define CONTRAST_FEWEST_EVENTS 5 /* fewer in both groups together: too few to compare */
#define CONTRAST_Q 0.05          /* share of false discoveries that is accepted */

enum contrast_kind { CONTRAST_RATE, CONTRAST_SHARE, CONTRAST_MEAN };

/* One side: articles with y of w (events and words, k of n, sum of n values). */
struct side {
	struct unit *units;
	uint32_t count;
	double squares; /* of the values, for means */
};

struct contrast_result {
	struct contrast contrast;
	const char *method; /* "exact", "fisher", "welch", "clustered", "permutation"; NULL: too few to compare */
};

/* One article on either side: exact; ten or more on both: articles as clusters; else
 * whether chance could have dealt the articles so, without an interval. */
struct contrast_result contrast_sides(enum contrast_kind, const struct side *, const struct side *);

/* Ratios are without effect at 1, differences at 0: 1, -1, or 0 when the interval
 * holds that value (without interval: 0). */
int contrast_direction(enum contrast_kind, const struct contrast *);

#endif
