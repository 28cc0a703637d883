/* SPDX-License-Identifier: MIT */
#include "compare/placebo.h"
#include "compare/bootstrap.h"

#include <math.h>

#define SEED 0x91ace60caf3u

/* One random word about as frequent as the entry; UINT32_MAX when there is none. */
static uint32_t draw_word(const struct word_counts *c, uint32_t total, struct dice *dice)
{
	uint32_t first, end;
	word_counts_like(c, total, &first, &end);
	return end > first ? c->by_total[first + dice_below(dice, end - first)] : UINT32_MAX;
}

static double log_ratio(double k1, double n1, double k2, double n2)
{
	return fabs(log((k1 + 0.5) / n1) - log((k2 + 0.5) / n2));
}

uint32_t placebo_as_large(const struct word_counts *c, const uint32_t *entries, uint32_t count, uint32_t a, uint32_t b,
			  double k1, double k2)
{
	struct dice dice = {SEED};
	double n1 = (double)c->lengths[a], n2 = (double)c->lengths[b], seen;
	uint32_t as_large = 0;
	if (n1 <= 0 || n2 <= 0)
		return PLACEBO_DRAWS;
	seen = log_ratio(k1, n1, k2, n2);
	for (uint32_t d = 0; d < PLACEBO_DRAWS; d++) {
		double x = 0, y = 0;
		for (uint32_t i = 0; i < count; i++) {
			uint32_t word = draw_word(c, entries[i], &dice);
			if (word == UINT32_MAX)
				continue;
			x += c->of[(size_t)a * c->words + word];
			y += c->of[(size_t)b * c->words + word];
		}
		as_large += log_ratio(x, n1, y, n2) >= seen;
	}
	return as_large;
}
