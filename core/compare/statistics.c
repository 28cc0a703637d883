/* SPDX-License-Identifier: MIT */
#include "compare/statistics.h"
#include "base/memory.h"
#include "compare/special.h"

#include <math.h>
#include <stdlib.h>

static double normal(double level)
{
	return special_normal_quantile(0.5 + level / 2);
}

struct interval poisson_interval(double k, double level)
{
	double tail = (1 - level) / 2;
	return (struct interval){k > 0 ? special_gamma_inverse(k, tail) : 0, special_gamma_inverse(k + 1, 1 - tail)};
}

struct interval wilson_interval(double k, double n, double level)
{
	if (n <= 0)
		return (struct interval){0, 1};
	double z = normal(level), zz = z * z, p = k / n;
	double middle = (p + zz / (2 * n)) / (1 + zz / n);
	double half = z / (1 + zz / n) * sqrt(p * (1 - p) / n + zz / (4 * n * n));
	/* exactly 0 and 1 at the ends, where rounding would miss them */
	return (struct interval){k > 0 ? middle - half : 0, k < n ? middle + half : 1};
}

struct interval clopper_pearson_interval(double k, double n, double level)
{
	double tail = (1 - level) / 2;
	return (struct interval){k > 0 ? special_beta_inverse(k, n - k + 1, tail) : 0,
				 k < n ? special_beta_inverse(k + 1, n - k, 1 - tail) : 1};
}

/* ---- two rates ---- */

/* Outcomes whose probability differs from the observed one by rounding only count as
 * equally likely; R's exact tests use the same slack. */
#define SLACK (1 + 1e-7)

/* The probability of all outcomes of a binomial that are no more likely than k. It
 * rises to its mode and falls from there, so each side has one border. */
static double binomial_two_sided(double k, double n, double p)
{
	double limit = special_binomial(k, n, p) * SLACK, mode = floor((n + 1) * p);
	if (k == mode || special_binomial(mode, n, p) <= limit)
		return 1;
	double low = -1, high = n + 1; /* last outcome counted below, first one counted above */
	if (k < mode) {
		low = k;
		for (double from = mode; high - from > 1;) { /* `from` is too likely */
			double middle = floor((from + high) / 2);
			if (special_binomial(middle, n, p) <= limit)
				high = middle;
			else
				from = middle;
		}
	} else {
		high = k;
		for (double to = mode; to - low > 1;) {
			double middle = ceil((low + to) / 2);
			if (special_binomial(middle, n, p) <= limit)
				low = middle;
			else
				to = middle;
		}
	}
	double below = low < 0 ? 0 : special_beta(n - low, low + 1, 1 - p);
	double above = high > n ? 0 : special_beta(high, n - high + 1, p);
	return fmin(1, below + above);
}

static double odds(double p)
{
	return p < 1 ? p / (1 - p) : HUGE_VAL;
}

struct contrast rate_contrast(double k1, double n1, double k2, double n2, double level)
{
	double k = k1 + k2, scale = n2 / n1;
	if (k == 0)
		return (struct contrast){NAN, {0, HUGE_VAL}, 1};
	struct interval share = clopper_pearson_interval(k1, k, level);
	struct contrast c = {.value = k2 > 0 ? k1 / k2 * scale : HUGE_VAL};
	c.interval = (struct interval){odds(share.low) * scale, odds(share.high) * scale};
	c.p = binomial_two_sided(k1, k, n1 / (n1 + n2));
	return c;
}

/* ---- two shares ---- */

static double log_choose(double n, double k)
{
	return special_log_gamma(n + 1) - special_log_gamma(k + 1) - special_log_gamma(n - k + 1);
}

static double fisher_two_sided(double k1, double n1, double k2, double n2)
{
	double k = k1 + k2, first = fmax(0, k - n2), last = fmin(k, n1), all = log_choose(n1 + n2, k);
	double limit = exp(log_choose(n1, k1) + log_choose(n2, k2) - all) * SLACK, sum = 0;
	/* each outcome from the one before it */
	double density = exp(log_choose(n1, first) + log_choose(n2, k - first) - all);
	for (double x = first; x <= last; x += 1) {
		if (density < 1e-280) /* too small to carry the recurrence */
			density = exp(log_choose(n1, x) + log_choose(n2, k - x) - all);
		if (density <= limit)
			sum += density;
		density *= (n1 - x) * (k - x) / ((x + 1) * (n2 - k + x + 1));
	}
	return fmin(1, sum);
}

struct contrast share_contrast(double k1, double n1, double k2, double n2, double level)
{
	if (n1 == 0 || n2 == 0)
		return (struct contrast){NAN, {NAN, NAN}, NAN};
	double p1 = k1 / n1, p2 = k2 / n2, d = p1 - p2;
	struct interval i1 = wilson_interval(k1, n1, level), i2 = wilson_interval(k2, n2, level);
	struct contrast c = {.value = d};
	c.interval.low = d - hypot(p1 - i1.low, i2.high - p2);
	c.interval.high = d + hypot(i1.high - p1, p2 - i2.low);
	c.p = fisher_two_sided(k1, n1, k2, n2);
	return c;
}

/* ---- means ---- */

static double variance(struct moments m)
{
	return fmax(0, (m.squares - m.sum * m.sum / m.n) / (m.n - 1));
}

struct interval mean_interval(struct moments m, double level)
{
	if (m.n < 2)
		return (struct interval){NAN, NAN};
	double half = special_student_quantile(0.5 + level / 2, m.n - 1) * sqrt(variance(m) / m.n);
	return (struct interval){m.sum / m.n - half, m.sum / m.n + half};
}

struct contrast mean_contrast(struct moments a, struct moments b, double level)
{
	if (a.n < 1 || b.n < 1)
		return (struct contrast){NAN, {NAN, NAN}, NAN};
	struct contrast c = {a.sum / a.n - b.sum / b.n, {NAN, NAN}, NAN};
	if (a.n < 2 || b.n < 2)
		return c;
	double va = variance(a) / a.n, vb = variance(b) / b.n, v = va + vb;
	if (v <= 0) /* no spread at all: nothing to judge the difference by */
		return c;
	double freedom = v * v / (va * va / (a.n - 1) + vb * vb / (b.n - 1));
	double half = special_student_quantile(0.5 + level / 2, freedom) * sqrt(v);
	c.interval = (struct interval){c.value - half, c.value + half};
	c.p = special_student_two_sided(c.value / sqrt(v), freedom);
	return c;
}

/* ---- articles as clusters ---- */

/* Variance of the logarithm of the rate. */
static double log_rate_variance(struct cluster_sums s)
{
	double r = s.y / s.w, residual = fmax(0, s.yy - 2 * r * s.yw + r * r * s.ww);
	return s.articles / (s.articles - 1) * residual / (s.y * s.y);
}

static int has_spread(struct cluster_sums s)
{
	return s.articles >= 2 && s.y > 0 && s.w > 0;
}

struct interval clustered_interval(struct cluster_sums s, double level)
{
	if (!has_spread(s))
		return (struct interval){NAN, NAN};
	double half = special_student_quantile(0.5 + level / 2, s.articles - 1) * sqrt(log_rate_variance(s));
	return (struct interval){s.y / s.w * exp(-half), s.y / s.w * exp(half)};
}

struct contrast clustered_contrast(struct cluster_sums a, struct cluster_sums b, double level)
{
	if (!has_spread(a) || !has_spread(b))
		return (struct contrast){NAN, {NAN, NAN}, NAN};
	double difference = log(a.y / a.w) - log(b.y / b.w);
	double va = log_rate_variance(a), vb = log_rate_variance(b), v = va + vb;
	struct contrast c = {exp(difference), {NAN, NAN}, NAN};
	if (v <= 0)
		return c;
	double freedom = v * v / (va * va / (a.articles - 1) + vb * vb / (b.articles - 1));
	double half = special_student_quantile(0.5 + level / 2, freedom) * sqrt(v);
	c.interval = (struct interval){exp(difference - half), exp(difference + half)};
	c.p = special_student_two_sided(difference / sqrt(v), freedom);
	return c;
}

/* Variance of the ratio itself. */
static double ratio_variance(struct cluster_sums s)
{
	double r = s.y / s.w, residual = fmax(0, s.yy - 2 * r * s.yw + r * r * s.ww);
	return s.articles / (s.articles - 1) * residual / (s.w * s.w);
}

struct interval clustered_mean_interval(struct cluster_sums s, double level)
{
	if (s.articles < 2 || s.w <= 0)
		return (struct interval){NAN, NAN};
	double half = special_student_quantile(0.5 + level / 2, s.articles - 1) * sqrt(ratio_variance(s));
	return (struct interval){s.y / s.w - half, s.y / s.w + half};
}

struct interval clustered_share_interval(struct cluster_sums s, double level)
{
	if (s.articles < 2 || s.y <= 0 || s.y >= s.w)
		return (struct interval){NAN, NAN};
	double p = s.y / s.w, centre = log(p / (1 - p));
	double half = special_student_quantile(0.5 + level / 2, s.articles - 1) * sqrt(ratio_variance(s)) / (p * (1 - p));
	return (struct interval){1 / (1 + exp(half - centre)), 1 / (1 + exp(-half - centre))};
}

struct contrast clustered_difference(struct cluster_sums a, struct cluster_sums b, double level)
{
	if (a.articles < 2 || b.articles < 2 || a.w <= 0 || b.w <= 0)
		return (struct contrast){NAN, {NAN, NAN}, NAN};
	double va = ratio_variance(a), vb = ratio_variance(b), v = va + vb;
	struct contrast c = {a.y / a.w - b.y / b.w, {NAN, NAN}, NAN};
	if (v <= 0)
		return c;
	double freedom = v * v / (va * va / (a.articles - 1) + vb * vb / (b.articles - 1));
	double half = special_student_quantile(0.5 + level / 2, freedom) * sqrt(v);
	c.interval = (struct interval){c.value - half, c.value + half};
	c.p = special_student_two_sided(c.value / sqrt(v), freedom);
	return c;
}

/* ---- many tests ---- */

struct ranked {
	double p;
	size_t index;
};

static int by_p(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->p != y->p)
		return x->p < y->p ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

size_t benjamini_hochberg(const double *p, size_t n, double *adjusted)
{
	struct ranked *order = mem_alloc((n + 1) * sizeof *order);
	size_t tests = 0;
	for (size_t i = 0; i < n; i++) {
		adjusted[i] = p[i];
		if (!isnan(p[i]))
			order[tests++] = (struct ranked){p[i], i};
	}
	qsort(order, tests, sizeof *order, by_p);
	double least = 1;
	for (size_t i = tests; i-- > 0;) {
		least = fmin(least, order[i].p * (double)tests / (double)(i + 1));
		adjusted[order[i].index] = least;
	}
	free(order);
	return tests;
}

/* ---- words ---- */

static double prior_odds(double y, double n, double prior, double prior_total)
{
	return log((y + prior) / (n + prior_total - y - prior));
}

struct keyness keyness(double y1, double n1, double y2, double n2, double prior, double prior_total, double level)
{
	struct keyness k;
	k.log_odds = prior_odds(y1, n1, prior, prior_total) - prior_odds(y2, n2, prior, prior_total);
	double error = sqrt(1 / (y1 + prior) + 1 / (y2 + prior));
	k.z = k.log_odds / error;
	k.interval.low = k.log_odds - normal(level) * error;
	k.interval.high = k.log_odds + normal(level) * error;
	k.log_ratio = log2((y1 > 0 ? y1 : 0.5) / n1) - log2((y2 > 0 ? y2 : 0.5) / n2);
	return k;
}
