/* SPDX-License-Identifier: MIT */
#include "compare/contrasts.h"
#include "base/memory.h"
#include "compare/metrics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct unit total(const struct side *s)
{
	struct unit t = {0, 0};
	for (uint32_t i = 0; i < s->count; i++) {
		t.y += s->units[i].y;
		t.w += s->units[i].w;
	}
	return t;
}

/* Events are what is counted: findings of a rate, cases of a share, values of a mean. */
static int too_few(enum contrast_kind kind, struct unit a, struct unit b)
{
	double events = kind == CONTRAST_RATE ? a.y + b.y : a.w + b.w;
	return a.w <= 0 || b.w <= 0 || events < CONTRAST_FEWEST_EVENTS;
}

static struct contrast_result articles(enum contrast_kind kind, const struct side *x, const struct side *y)
{
	struct unit a = total(x), b = total(y);
	if (kind == CONTRAST_RATE)
		return (struct contrast_result){rate_contrast(a.y, a.w, b.y, b.w, METRIC_LEVEL), "exact"};
	if (kind == CONTRAST_SHARE)
		return (struct contrast_result){share_contrast(a.y, a.w, b.y, b.w, METRIC_LEVEL), "fisher"};
	struct moments m = {a.w, a.y, x->squares}, n = {b.w, b.y, y->squares};
	return (struct contrast_result){mean_contrast(m, n, METRIC_LEVEL), "welch"};
}

static struct cluster_sums clusters(const struct side *s)
{
	struct cluster_sums c = {.articles = s->count};
	for (uint32_t i = 0; i < s->count; i++) {
		const struct unit *u = &s->units[i];
		c.y += u->y;
		c.w += u->w;
		c.yy += u->y * u->y;
		c.yw += u->y * u->w;
		c.ww += u->w * u->w;
	}
	return c;
}

static struct contrast_result clustered(enum contrast_kind kind, const struct side *a, const struct side *b)
{
	struct cluster_sums x = clusters(a), y = clusters(b);
	if (kind == CONTRAST_RATE)
		return (struct contrast_result){clustered_contrast(x, y, METRIC_LEVEL), "clustered"};
	return (struct contrast_result){clustered_difference(x, y, METRIC_LEVEL), "clustered"};
}

static struct contrast_result dealt(enum contrast_kind kind, const struct side *a, const struct side *b)
{
	struct unit x = total(a), y = total(b), *all = mem_alloc((a->count + b->count) * sizeof *all);
	memcpy(all, a->units, a->count * sizeof *all);
	memcpy(all + a->count, b->units, b->count * sizeof *all);
	struct contrast c = {.interval = {NAN, NAN}, .p = permutation_p(all, a->count + b->count, a->count)};
	if (kind == CONTRAST_RATE)
		c.value = y.y > 0 ? x.y / x.w / (y.y / y.w) : HUGE_VAL;
	else
		c.value = x.y / x.w - y.y / y.w;
	free(all);
	return (struct contrast_result){c, "permutation"};
}

struct contrast_result contrast_sides(enum contrast_kind kind, const struct side *a, const struct side *b)
{
	struct contrast_result r = {{NAN, {NAN, NAN}, NAN}, NULL};
	if (too_few(kind, total(a), total(b)))
		return r;
	if (a->count == 1 && b->count == 1)
		return articles(kind, a, b);
	if (a->count >= METRIC_FEWEST_ARTICLES && b->count >= METRIC_FEWEST_ARTICLES)
		r = clustered(kind, a, b);
	/* clusters say nothing of a group without any event */
	return r.method == NULL || isnan(r.contrast.p) ? dealt(kind, a, b) : r;
}

int contrast_direction(enum contrast_kind kind, const struct contrast *c)
{
	double none = kind == CONTRAST_RATE ? 1 : 0;
	if (isnan(c->interval.low) || isnan(c->interval.high))
		return 0;
	return c->interval.low > none ? 1 : c->interval.high < none ? -1 : 0;
}
