/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "compare/special.h"
#include "compare/statistics.h"

#include <math.h>

#define LEVEL 0.95

static void near(double got, double wanted, double slack)
{
	if (!(fabs(got - wanted) <= slack))
		fail_msg("got %.12g, wanted %.12g", got, wanted);
}

static void poisson_intervals_agree_with_published_tables(void **state)
{
	(void)state;
	static const struct { double k, low, high; } rows[] = {
		/* Ulm 1990, table 1; Garwood 1936 */
		{0, 0, 3.689}, {1, 0.0253, 5.5716}, {2, 0.242, 7.225}, {3, 0.619, 8.767}, {5, 1.623, 11.668},
		{10, 4.795, 18.390}, {20, 12.217, 30.888}, {50, 37.111, 65.919}, {100, 81.364, 121.627},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct interval x = poisson_interval(rows[i].k, LEVEL);
		near(x.low, rows[i].low, 0.0006);
		near(x.high, rows[i].high, 0.0006);
	}
}

static void wilson_intervals_agree_with_published_values(void **state)
{
	(void)state;
	static const struct { double k, n, low, high; } rows[] = {
		/* Newcombe 1998 (single proportion), table 1, method 3 */
		{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718},
		{6, 6, 0.6097, 1}, {1, 6, 0.0301, 0.5635},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct interval x = wilson_interval(rows[i].k, rows[i].n, LEVEL);
		near(x.low, rows[i].low, 0.00006);
		near(x.high, rows[i].high, 0.00006);
	}
	assert_true(wilson_interval(0, 0, LEVEL).low == 0 && wilson_interval(0, 0, LEVEL).high == 1);
}

static void clopper_pearson_intervals_agree_with_published_values(void **state)
{
	(void)state;
	static const struct { double k, n, low, high; } rows[] = {
		/* Newcombe 1998 (single proportion), table 1, method 5 */
		{81, 263, 0.2527, 0.3676}, {15, 148, 0.0578, 0.1617}, {0, 20, 0, 0.1684}, {1, 29, 0.0009, 0.1776},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct interval x = clopper_pearson_interval(rows[i].k, rows[i].n, LEVEL);
		near(x.low, rows[i].low, 0.00006);
		near(x.high, rows[i].high, 0.00006);
	}
}

static void differences_of_shares_agree_with_published_values(void **state)
{
	(void)state;
	static const struct { double k1, n1, k2, n2, low, high; } rows[] = {
		/* Newcombe 1998 (difference of proportions), table II, method 10 */
		{56, 70, 48, 80, 0.0524, 0.3339}, {9, 10, 3, 10, 0.1705, 0.8090}, {10, 10, 0, 20, 0.6791, 1},
		{5, 56, 0, 29, -0.0381, 0.1926},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct contrast c = share_contrast(rows[i].k1, rows[i].n1, rows[i].k2, rows[i].n2, LEVEL);
		near(c.interval.low, rows[i].low, 0.00006);
		near(c.interval.high, rows[i].high, 0.00006);
	}
	/* Fisher's tea: three of four cups right on either side */
	near(share_contrast(3, 4, 1, 4, LEVEL).p, 34.0 / 70, 1e-12);
}

static void two_rates_are_compared_given_their_sum(void **state)
{
	(void)state;
	/* 3 events in 1,116 words against none in 1,494: of C(3,i) outcomes only the
	 * observed one is as unlikely */
	struct contrast c = rate_contrast(3, 1116, 0, 1494, LEVEL);
	near(c.p, pow(1116.0 / 2610, 3), 1e-12);
	assert_true(isinf(c.value) && isinf(c.interval.high));
	near(c.interval.low, pow(0.025, 1.0 / 3) / (1 - pow(0.025, 1.0 / 3)) * 1494 / 1116, 1e-12);
	/* nothing at all says nothing */
	c = rate_contrast(0, 100, 0, 200, LEVEL);
	assert_true(isnan(c.value) && c.p == 1 && c.interval.low == 0 && isinf(c.interval.high));
	/* equal rates */
	c = rate_contrast(10, 1000, 10, 1000, LEVEL);
	assert_true(c.p == 1 && c.value == 1 && c.interval.low < 1 && c.interval.high > 1);
	/* the other way round is the reciprocal */
	struct contrast ab = rate_contrast(12, 900, 5, 1100, LEVEL), ba = rate_contrast(5, 1100, 12, 900, LEVEL);
	near(ab.value * ba.value, 1, 1e-12);
	near(ab.interval.low * ba.interval.high, 1, 1e-12);
	near(ab.p, ba.p, 1e-12);
}

static void two_sided_p_is_right_for_large_counts(void **state)
{
	(void)state;
	struct contrast c = rate_contrast(50400, 1e7, 50000, 1e7, LEVEL);
	double z = 400 / sqrt(100400); /* normal approximation, good to a few parts in 10^3 here */
	near(c.p, special_normal_two_sided(z), 0.003);
}

static void means_are_compared_without_equal_variances(void **state)
{
	(void)state;
	/* {1,2,3,4,5} against {2,4,6,8,10}: t = -3/sqrt(2.5), Welch freedom 5.882... */
	struct moments a = {5, 15, 55}, b = {5, 30, 220};
	struct contrast c = mean_contrast(a, b, LEVEL);
	near(c.value, -3, 1e-12);
	near(c.p, 0.107531, 1e-5); /* R: t.test(1:5, 2*(1:5)) gives 0.1075 */
	near(mean_interval(a, LEVEL).high, 3 + 2.776445105 * sqrt(0.5), 1e-8);
	assert_true(isnan(mean_interval((struct moments){1, 3, 9}, LEVEL).low));
	assert_true(isnan(mean_contrast((struct moments){3, 9, 27}, (struct moments){2, 4, 8}, LEVEL).p));
}

static void adjusted_p_values_agree_with_the_published_example(void **state)
{
	(void)state;
	/* Benjamini and Hochberg 1995, section 3.2: four hypotheses rejected at .05 */
	static const double p[] = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
				   0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000, NAN};
	double q[ROWS(p)];
	assert_int_equal(benjamini_hochberg(p, ROWS(p), q), 15);
	size_t rejected = 0;
	for (size_t i = 0; i < 15; i++)
		rejected += q[i] <= 0.05;
	assert_int_equal(rejected, 4);
	near(q[0], 0.0015, 1e-12);
	near(q[3], 0.035625, 1e-12);
	near(q[5], 0.0298 * 15 / 7, 1e-12); /* not above the one after it */
	assert_true(isnan(q[15]));
}

static void clusters_widen_an_interval_when_events_gather(void **state)
{
	(void)state;
	/* ten articles of 1,000 words, 20 events: two each, or twenty in one */
	struct cluster_sums even = {10, 20, 1e4, 40, 2e4, 1e7}, one = {10, 20, 1e4, 400, 2e4, 1e7};
	struct interval e = clustered_interval(even, LEVEL), o = clustered_interval(one, LEVEL);
	near(e.low, 0.002, 1e-9);
	near(e.high, 0.002, 1e-9);
	assert_true(o.low < 0.0005 && o.high > 0.008);
	assert_true(isnan(clustered_interval((struct cluster_sums){10, 0, 1e4, 0, 0, 1e7}, LEVEL).high));
}

static void keyness_shrinks_rare_words(void **state)
{
	(void)state;
	struct keyness often = keyness(30, 1000, 10, 1000, 40, 2000, LEVEL);
	struct keyness rare = keyness(3, 1000, 1, 1000, 4, 2000, LEVEL);
	near(often.log_ratio, log2(3), 1e-12);
	near(rare.log_ratio, log2(3), 1e-12);
	assert_true(often.z > rare.z && rare.z > 0 && rare.interval.low < 0);
	near(keyness(5, 1000, 5, 1000, 10, 2000, LEVEL).z, 0, 1e-12);
	near(keyness(4, 1000, 0, 1000, 4, 2000, LEVEL).log_ratio, 3, 1e-12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(poisson_intervals_agree_with_published_tables),
		cmocka_unit_test(wilson_intervals_agree_with_published_values),
		cmocka_unit_test(clopper_pearson_intervals_agree_with_published_values),
		cmocka_unit_test(differences_of_shares_agree_with_published_values),
		cmocka_unit_test(two_rates_are_compared_given_their_sum),
		cmocka_unit_test(two_sided_p_is_right_for_large_counts),
		cmocka_unit_test(means_are_compared_without_equal_variances),
		cmocka_unit_test(adjusted_p_values_agree_with_the_published_example),
		cmocka_unit_test(clusters_widen_an_interval_when_events_gather),
		cmocka_unit_test(keyness_shrinks_rare_words),
	};
	return cmocka_run_group_tests_name("statistics", tests, NULL, NULL);
}
