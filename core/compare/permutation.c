/* SPDX-License-Identifier: MIT */
#include "compare/bootstrap.h"
#include "compare/statistics.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DEALS 50000
#define RANDOM_DEALS 9999
#define SEED 0x0dea1a27c1e5u
#define SLACK (1 - 1e-9) /* equal differences may differ in their last bits */

struct deal {
	const struct unit *units;
	uint32_t count, first;
	double y, w; /* of all */
	double seen; /* the difference as it is */
	uint64_t deals, extreme;
};

static double difference(const struct deal *d, double y, double w)
{
	double rest_y = d->y - y, rest_w = d->w - w;
	return fabs((w > 0 ? y / w : 0) - (rest_w > 0 ? rest_y / rest_w : 0));
}

static void judge(struct deal *d, double y, double w)
{
	d->deals++;
	d->extreme += difference(d, y, w) >= d->seen * SLACK;
}

/* All ways to choose `left` more units from `from` on. */
static void choose(struct deal *d, uint32_t from, uint32_t left, double y, double w)
{
	if (left == 0) {
		judge(d, y, w);
		return;
	}
	for (uint32_t i = from; i + left <= d->count; i++)
		choose(d, i + 1, left - 1, y + d->units[i].y, w + d->units[i].w);
}

static void deal_at_random(struct deal *d)
{
	struct dice dice = {SEED};
	uint32_t *order = mem_alloc(d->count * sizeof *order);
	for (uint32_t i = 0; i < d->count; i++)
		order[i] = i;
	for (int n = 0; n < RANDOM_DEALS; n++) {
		double y = 0, w = 0;
		for (uint32_t i = 0; i < d->first; i++) { /* Fisher and Yates, as far as needed */
			uint32_t k = i + dice_below(&dice, d->count - i), swap = order[i];
			order[i] = order[k];
			order[k] = swap;
			y += d->units[order[i]].y;
			w += d->units[order[i]].w;
		}
		judge(d, y, w);
	}
	free(order);
	d->deals++; /* the deal as it is is one of them */
	d->extreme++;
}

static double ways(uint32_t count, uint32_t first)
{
	double n = 1;
	for (uint32_t i = 1; i <= first && n <= MOST_DEALS; i++)
		n *= (double)(count - first + i) / i;
	return n;
}

double permutation_p(const struct unit *units, uint32_t count, uint32_t first)
{
	struct deal d = {.units = units, .count = count, .first = first};
	double y = 0, w = 0;
	for (uint32_t i = 0; i < count; i++) {
		d.y += units[i].y;
		d.w += units[i].w;
		y += i < first ? units[i].y : 0;
		w += i < first ? units[i].w : 0;
	}
	d.seen = difference(&d, y, w);
	if (ways(count, first) <= MOST_DEALS)
		choose(&d, 0, first, 0, 0);
	else
		deal_at_random(&d);
	return (double)d.extreme / (double)d.deals;
}
