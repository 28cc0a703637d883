/* SPDX-License-Identifier: MIT */
/* Answers, one a line, for requests on standard input, one a line: the name of a
 * function of compare/statistics.h or compare/special.h and its arguments. */
#include "compare/bootstrap.h"
#include "compare/special.h"
#include "compare/statistics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 4096

static void answer_interval(struct interval x)
{
	printf("%.17g %.17g\n", x.low, x.high);
}

static void answer_contrast(struct contrast c)
{
	printf("%.17g %.17g %.17g %.17g\n", c.value, c.interval.low, c.interval.high, c.p);
}

static void answer_adjusted(const double *a, size_t n)
{
	double q[MOST];
	benjamini_hochberg(a, n, q);
	for (size_t i = 0; i < n; i++)
		printf("%.17g%c", q[i], i + 1 < n ? ' ' : '\n');
}

/* sentence by sentence: events and words */
static void answer_bootstrap(const double *a, size_t n)
{
	static struct bootstrap_totals events, words;
	struct bootstrap b;
	memset(&events, 0, sizeof events);
	memset(&words, 0, sizeof words);
	bootstrap_init(&b, (uint32_t)(n / 2));
	for (uint32_t i = 0; i < n / 2; i++) {
		bootstrap_add(&b, &events, i, (uint32_t)a[2 * i]);
		bootstrap_add(&b, &words, i, (uint32_t)a[2 * i + 1]);
	}
	answer_interval(bootstrap_ratio(&events, &words));
	bootstrap_free(&b);
}

/* size of the first group, then y and w of each article */
static void answer_permutation(const double *a, size_t n)
{
	static struct unit units[MOST];
	for (size_t i = 0; i < (n - 1) / 2; i++)
		units[i] = (struct unit){a[1 + 2 * i], a[2 + 2 * i]};
	printf("%.17g\n", permutation_p(units, (uint32_t)((n - 1) / 2), (uint32_t)a[0]));
}

static struct moments moments_at(const double *a)
{
	return (struct moments){a[0], a[1], a[2]};
}

static struct cluster_sums sums_at(const double *a)
{
	return (struct cluster_sums){a[0], a[1], a[2], a[3], a[4], a[5]};
}

static int answer(const char *name, const double *a, size_t n)
{
	if (strcmp(name, "poisson") == 0)
		answer_interval(poisson_interval(a[0], a[1]));
	else if (strcmp(name, "wilson") == 0)
		answer_interval(wilson_interval(a[0], a[1], a[2]));
	else if (strcmp(name, "clopper_pearson") == 0)
		answer_interval(clopper_pearson_interval(a[0], a[1], a[2]));
	else if (strcmp(name, "rates") == 0)
		answer_contrast(rate_contrast(a[0], a[1], a[2], a[3], a[4]));
	else if (strcmp(name, "shares") == 0)
		answer_contrast(share_contrast(a[0], a[1], a[2], a[3], a[4]));
	else if (strcmp(name, "mean") == 0)
		answer_interval(mean_interval(moments_at(a), a[3]));
	else if (strcmp(name, "means") == 0)
		answer_contrast(mean_contrast(moments_at(a), moments_at(a + 3), a[6]));
	else if (strcmp(name, "clustered") == 0)
		answer_interval(clustered_interval(sums_at(a), a[6]));
	else if (strcmp(name, "clusters") == 0)
		answer_contrast(clustered_contrast(sums_at(a), sums_at(a + 6), a[12]));
	else if (strcmp(name, "clustered_share") == 0)
		answer_interval(clustered_share_interval(sums_at(a), a[6]));
	else if (strcmp(name, "clustered_mean") == 0)
		answer_interval(clustered_mean_interval(sums_at(a), a[6]));
	else if (strcmp(name, "clustered_difference") == 0)
		answer_contrast(clustered_difference(sums_at(a), sums_at(a + 6), a[12]));
	else if (strcmp(name, "permutation") == 0)
		answer_permutation(a, n);
	else if (strcmp(name, "adjust") == 0)
		answer_adjusted(a, n);
	else if (strcmp(name, "bootstrap") == 0)
		answer_bootstrap(a, n);
	else if (strcmp(name, "gamma_inverse") == 0)
		printf("%.17g\n", special_gamma_inverse(a[0], a[1]));
	else if (strcmp(name, "beta_inverse") == 0)
		printf("%.17g\n", special_beta_inverse(a[0], a[1], a[2]));
	else if (strcmp(name, "gamma_p") == 0)
		printf("%.17g %.17g\n", special_gamma_p(a[0], a[1]), special_gamma_q(a[0], a[1]));
	else if (strcmp(name, "beta") == 0)
		printf("%.17g\n", special_beta(a[0], a[1], a[2]));
	else if (strcmp(name, "log_gamma") == 0)
		printf("%.17g\n", special_log_gamma(a[0]));
	else if (strcmp(name, "normal_quantile") == 0)
		printf("%.17g\n", special_normal_quantile(a[0]));
	else if (strcmp(name, "student") == 0)
		printf("%.17g %.17g\n", special_student_two_sided(a[0], a[1]), special_student_quantile(a[2], a[1]));
	else if (strcmp(name, "keyness") == 0) {
		struct keyness k = keyness(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
		printf("%.17g %.17g %.17g %.17g %.17g\n", k.log_odds, k.z, k.interval.low, k.interval.high, k.log_ratio);
	} else {
		fprintf(stderr, "probe: there is no '%s'\n", name);
		return -1;
	}
	return 0;
}

int main(void)
{
	static char line[1 << 17];
	while (fgets(line, sizeof line, stdin) != NULL) {
		static double a[MOST];
		size_t n = 0;
		char *next = line + strcspn(line, " \n"), *end;
		*next++ = '\0';
		memset(a, 0, sizeof a);
		for (double v; n < MOST && (v = strtod(next, &end), end != next); next = end)
			a[n++] = v;
		if (answer(line, a, n) != 0)
			return 1;
	}
	return 0;
}
