/* SPDX-License-Identifier: MIT */
/* The special functions behind exact intervals: incomplete gamma and beta
 * functions and their inverses, quantiles of the normal and Student's t
 * distribution. Own code, since no library that does this well is small.
 * Relative accuracy is better than 1e-12 wherever counts are below 10 million
 * (tests/statistics holds it against an independent implementation). */
#ifndef SLANT_COMPARE_SPECIAL_H
#define SLANT_COMPARE_SPECIAL_H

/* Natural logarithm of the gamma function, x > 0. */
double special_log_gamma(double x);

/* Regularised incomplete gamma functions, a > 0, x >= 0: lower P and upper Q = 1 - P,
 * each computed without taking it from 1 where it is small. */
double special_gamma_p(double a, double x);
double special_gamma_q(double a, double x);
/* x with P(a, x) = p, 0 < p < 1. */
double special_gamma_inverse(double a, double p);

/* Regularised incomplete beta function I_x(a, b), a and b > 0, 0 <= x <= 1. */
double special_beta(double a, double b, double x);
/* x with I_x(a, b) = p, 0 < p < 1. */
double special_beta_inverse(double a, double b, double p);

/* Probability of k successes in n trials and of k events where `mean` are expected. */
double special_binomial(double k, double n, double p);
double special_poisson(double k, double mean);

/* z that a standard normal variable stays below with probability p, 0 < p < 1. */
double special_normal_quantile(double p);
/* Probability that a standard normal variable is further from 0 than z. */
double special_normal_two_sided(double z);
/* The same for Student's t with `freedom` degrees of freedom (need not be whole). */
double special_student_quantile(double p, double freedom);
double special_student_two_sided(double t, double freedom);

#endif
