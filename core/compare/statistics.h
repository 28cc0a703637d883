/* SPDX-License-Identifier: MIT */
/* Intervals and contrasts for counts in short texts. docs/methods.md has every
 * formula with its source; names of methods in the comparison are those used here.
 *
 * `level` is the two-sided confidence, 0.95 say. A bound that does not exist (a
 * ratio with nothing below the line) is HUGE_VAL; a value that is not defined is NAN. */
#ifndef SLANT_COMPARE_STATISTICS_H
#define SLANT_COMPARE_STATISTICS_H

#include <stddef.h>
#include <stdint.h>

struct interval {
	double low, high;
};

/* Exact interval for the expected number of events when k were seen (Garwood 1936). */
struct interval poisson_interval(double k, double level);

/* Score interval for a share of k in n (Wilson 1927); n = 0 gives 0 to 1. */
struct interval wilson_interval(double k, double n, double level);

/* Exact interval for a share (Clopper and Pearson 1934); n = 0 gives 0 to 1. */
struct interval clopper_pearson_interval(double k, double n, double level);

/* Two things compared: value is their ratio or difference. */
struct contrast {
	double value;
	struct interval interval;
	double p; /* two-sided */
};

/* Two rates, k1 events in n1 words against k2 in n2 (n1, n2 > 0): given k1 + k2, k1
 * is binomial (Przyborowski and Wilenski 1940). `value` is the ratio of the rates,
 * its interval is Clopper and Pearson's, p adds all outcomes that are no more
 * likely than the one seen. */
struct contrast rate_contrast(double k1, double n1, double k2, double n2, double level);

/* Two shares: Fisher's exact test (outcomes no more likely than the one seen), and
 * the difference with Newcombe's hybrid score interval (1998, method 10). */
struct contrast share_contrast(double k1, double n1, double k2, double n2, double level);

/* What a mean keeps of its values. */
struct moments {
	double n, sum, squares;
};

/* Student's interval for a mean; n < 2 gives no bounds. */
struct interval mean_interval(struct moments, double level);
/* Two means: difference, Welch's interval and test. */
struct contrast mean_contrast(struct moments, struct moments, double level);

/* What a rate (y events in w words) keeps of its articles, as exact sums. */
struct cluster_sums {
	double articles, y, w, yy, yw, ww;
};

/* Rate per word with articles as the sampling units: ratio estimator with
 * linearised variance (Cochran 1977, 6.3) on the logarithmic scale, Student's t. When no
 * event was seen there is no spread to go by: the bounds are not defined (NAN). */
struct interval clustered_interval(struct cluster_sums, double level);
/* Ratio of two such rates. */
struct contrast clustered_contrast(struct cluster_sums, struct cluster_sums, double level);

/* The same for a share (y of w), on the logit scale; none when y is 0 or w. */
struct interval clustered_share_interval(struct cluster_sums, double level);
/* The same for a mean (sum y of w values), as it is. */
struct interval clustered_mean_interval(struct cluster_sums, double level);
/* Difference of two such shares or means. */
struct contrast clustered_difference(struct cluster_sums, struct cluster_sums, double level);

/* y of w in one article. */
struct unit {
	double y, w;
};

/* Whether articles with these y/w, `first` of them in one group, would differ so much
 * if they had come to their groups by chance (Fisher 1935): two-sided p of the
 * difference of the groups' ratios over all ways to deal the articles, or over 9,999
 * random ones with a fixed seed when there are more than 50,000. */
double permutation_p(const struct unit *, uint32_t count, uint32_t first);

/* Adjusted p values by Benjamini and Hochberg (1995), in place of the order given.
 * NAN entries are no tests and stay as they are. Returns the number of tests. */
size_t benjamini_hochberg(const double *p, size_t n, double *adjusted);

/* A word in two texts against what is expected of it: Monroe, Colaresi and Quinn
 * (2008), equations 15 to 22, and Hardie's log ratio (base 2, half an event put
 * where there is none). */
struct keyness {
	double log_odds, z;      /* difference of log-odds and its standard score */
	struct interval interval; /* of log_odds */
	double log_ratio;
};
/* y of n words are this one; `prior` of `prior_total` is what the prior knows of it. */
struct keyness keyness(double y1, double n1, double y2, double n2, double prior, double prior_total, double level);

#endif
