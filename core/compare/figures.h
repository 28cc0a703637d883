/* SPDX-License-Identifier: MIT */
/* Numbers and days in sentences, and where two sentences give different ones. */
#ifndef SLANT_COMPARE_FIGURES_H
#define SLANT_COMPARE_FIGURES_H

#include "compare/features.h"

#include <jansson.h>

/* A number with what it counts: "14 bodies", "nine people". */
struct figure {
	uint32_t first_token, end_token;
	int64_t value; /* in thousandths: 2.5 is 2500 */
	uint32_t thing; /* word number of the noun that follows, or VIEW_NONE */
	int is_share;   /* a percentage or a sum of money is another kind of figure */
};

#define FIGURES_MOST 8
/* Figures of one sentence, dates left out; returns how many. */
uint32_t figures_in(const struct sentence *, struct figure figures[FIGURES_MOST]);

/* Adds to the list, each with what the sentences say: {"kind": "day", "first", "second",
 * "conflict"} where both name a day and no day agrees; {"kind": "figure", "thing",
 * "first", "second"} where both count the same thing and no number agrees. */
void figures_differ(json_t *list, const struct sentence *, const struct sentence *);

#endif
