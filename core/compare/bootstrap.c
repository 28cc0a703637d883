/* SPDX-License-Identifier: MIT */
#include "compare/bootstrap.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

#define SEED 0x51a97315e0b00715u
#define CUT 40 /* one end cut off is 1/40 of the draws */

uint64_t dice_next(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

uint32_t dice_below(struct dice *d, uint32_t limit)
{
	/* high half times the limit: uneven by less than one in four billion */
	return (uint32_t)((dice_next(d) >> 32) * limit >> 32);
}

void bootstrap_init(struct bootstrap *b, uint32_t sentences)
{
	struct dice dice = {SEED};
	b->sentences = sentences;
	b->weights = mem_alloc((size_t)(sentences + 1) * BOOTSTRAP_DRAWS);
	for (uint32_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++)
		for (uint32_t i = 0; i < sentences; i++) {
			uint8_t *w = &b->weights[(size_t)dice_below(&dice, sentences) * BOOTSTRAP_DRAWS + draw];
			*w = (uint8_t)(*w + (*w < UINT8_MAX));
		}
}

void bootstrap_free(struct bootstrap *b)
{
	free(b->weights);
	b->weights = NULL;
}

void bootstrap_add(const struct bootstrap *b, struct bootstrap_totals *t, uint32_t sentence, uint32_t value)
{
	const uint8_t *w = &b->weights[(size_t)sentence * BOOTSTRAP_DRAWS];
	for (uint32_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++)
		t->of[draw] += w[draw] * value;
}

/* Hoare's partition around the middle item: returns j so that nothing up to j is
 * larger than anything behind it. */
static int64_t partition(double *v, int64_t low, int64_t high)
{
	double pivot = v[low + (high - low) / 2];
	for (int64_t i = low - 1, j = high + 1;;) {
		do
			i++;
		while (v[i] < pivot);
		do
			j--;
		while (v[j] > pivot);
		if (i >= j)
			return j;
		double swap = v[i];
		v[i] = v[j];
		v[j] = swap;
	}
}

/* The item that would stand at `rank` if all were sorted. */
static double select_rank(double *v, uint32_t n, uint32_t rank)
{
	int64_t low = 0, high = (int64_t)n - 1;
	while (low < high) {
		int64_t j = partition(v, low, high);
		if (rank <= j)
			high = j;
		else
			low = j + 1;
	}
	return v[rank];
}

struct interval bootstrap_ratio(const struct bootstrap_totals *above, const struct bootstrap_totals *below)
{
	double values[BOOTSTRAP_DRAWS];
	uint32_t n = 0;
	for (uint32_t draw = 0; draw < BOOTSTRAP_DRAWS; draw++)
		if (below->of[draw] > 0)
			values[n++] = (double)above->of[draw] / below->of[draw];
	if (n == 0)
		return (struct interval){NAN, NAN};
	uint32_t cut = n / CUT, first = cut > 0 ? cut - 1 : 0;
	struct interval x = {.low = select_rank(values, n, first)};
	x.high = select_rank(values, n, n - cut < n ? n - cut : n - 1);
	return x;
}
