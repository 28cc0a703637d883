/* SPDX-License-Identifier: MIT */
#include "compare/special.h"

#include <float.h>
#include <math.h>

#define LOG_SQRT_2PI 0.91893853320467274178
#define TWO_PI 6.28318530717958647693

/* What Stirling's formula lacks of log x!, x > 0. The series needs a large
 * argument; smaller ones are lifted by the recurrence. */
static double stirling_error(double x)
{
	double lift = 0;
	for (; x < 15; x += 1)
		lift += (x + 0.5) * log1p(1 / x) - 1;
	double s = 1 / (x * x);
	double series = 1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680
		- s * (1.0 / 1188 - s * (691.0 / 360360 - s * (1.0 / 156))))));
	return series / x + lift;
}

double special_log_gamma(double x)
{
	return stirling_error(x) + (x - 0.5) * log(x) - x + LOG_SQRT_2PI;
}

/* x log(x/m) + m - x without the cancellation near x = m (Loader 2000). */
static double deviance(double x, double m)
{
	double d = x - m;
	if (fabs(d) >= 0.1 * (x + m))
		return x * log(x / m) + m - x;
	double v = d / (x + m), sum = d * v, term = 2 * x * v;
	for (int j = 3;; j += 2) {
		term *= v * v;
		double next = sum + term / j;
		if (next == sum)
			return sum;
		sum = next;
	}
}

double special_poisson(double k, double mean)
{
	if (mean == 0)
		return k == 0;
	if (k == 0)
		return exp(-mean);
	return exp(-stirling_error(k) - deviance(k, mean)) / sqrt(TWO_PI * k);
}

/* With q = 1 - p given, since it may be known better than the difference. */
static double binomial(double k, double n, double p, double q)
{
	if (p == 0)
		return k == 0;
	if (q == 0)
		return k == n;
	if (k == 0)
		return exp(n * (p < 0.1 ? log1p(-p) : log(q)));
	if (k == n)
		return exp(n * (q < 0.1 ? log1p(-q) : log(p)));
	double log_density = stirling_error(n) - stirling_error(k) - stirling_error(n - k)
		- deviance(k, n * p) - deviance(n - k, n * q);
	return exp(log_density) * sqrt(n / (TWO_PI * k * (n - k)));
}

double special_binomial(double k, double n, double p)
{
	return binomial(k, n, p, 1 - p);
}

/* ---- incomplete gamma ---- */

/* P by its series: good below the mean. */
static double gamma_series(double a, double x)
{
	double term = 1, sum = 1;
	for (double n = a + 1; term > sum * DBL_EPSILON / 4; n += 1)
		sum += term *= x / n;
	return sum * special_poisson(a, x);
}

static double not_zero(double x)
{
	return fabs(x) < 1e-290 ? 1e-290 : x;
}

/* Q by its continued fraction (modified Lentz): good above the mean. */
static double gamma_fraction(double a, double x)
{
	double b = x + 1 - a, c = 1e290, d = 1 / not_zero(b), h = d, step = 0;
	for (double i = 1; fabs(step - 1) > 4 * DBL_EPSILON; i += 1) {
		double an = -i * (i - a);
		b += 2;
		d = 1 / not_zero(an * d + b);
		c = not_zero(b + an / c);
		h *= step = d * c;
	}
	return special_poisson(a, x) * a * h;
}

double special_gamma_p(double a, double x)
{
	if (x <= 0)
		return 0;
	return x < a + 1 ? gamma_series(a, x) : 1 - gamma_fraction(a, x);
}

double special_gamma_q(double a, double x)
{
	if (x <= 0)
		return 1;
	return x < a + 1 ? 1 - gamma_series(a, x) : gamma_fraction(a, x);
}

/* ---- a root between two bounds ---- */

/* Where to look next when Newton's step leaves the bracket: by ratio while the
 * bounds are of different size, since roots may be tiny. */
static double between(double low, double high)
{
	if (low == 0)
		return high / 16;
	return high / low > 4 ? sqrt(low) * sqrt(high) : low + (high - low) / 2;
}

/* `above` is how far the rising function lies above its target at x, `slope` its derivative. */
static double next_guess(double x, double above, double slope, double *low, double *high)
{
	if (above > 0)
		*high = x;
	else
		*low = x;
	double next = x - above / slope;
	return next > *low && next < *high ? next : between(*low, *high);
}

#define STEPS 400 /* halving alone needs fewer */

double special_gamma_inverse(double a, double p)
{
	double low = 0, high = a + 40 * sqrt(a) + 800;
	double z = special_normal_quantile(p), w = 1 - 1 / (9 * a) + z / (3 * sqrt(a));
	double x = w > 0.1 ? a * w * w * w : a / 16; /* Wilson and Hilferty 1931 */
	for (int i = 0; i < STEPS; i++) {
		double above = p <= 0.5 ? special_gamma_p(a, x) - p : (1 - p) - special_gamma_q(a, x);
		if (above == 0)
			return x;
		double next = next_guess(x, above, special_poisson(a, x) * a / x, &low, &high);
		if (fabs(next - x) <= 2 * DBL_EPSILON * x)
			return next;
		x = next;
	}
	return x;
}

/* ---- incomplete beta ---- */

/* Density of the beta distribution times x (1 - x); y is 1 - x. */
static double beta_weight(double a, double b, double x, double y)
{
	return binomial(a, a + b, x, y) * a * b / (a + b);
}

/* I_x(a, b) by its continued fraction (modified Lentz): good for x below the mean. */
static double beta_fraction(double a, double b, double x, double y)
{
	double c = 1, d = 1 / not_zero(1 - (a + b) * x / (a + 1)), h = d, step = 0;
	for (double m = 1; fabs(step - 1) > 4 * DBL_EPSILON; m += 1) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / not_zero(1 + even * d);
		c = not_zero(1 + even / c);
		h *= d * c;
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / not_zero(1 + odd * d);
		c = not_zero(1 + odd / c);
		h *= step = d * c;
	}
	return beta_weight(a, b, x, y) / a * h;
}

static int below_mean(double a, double b, double x)
{
	return x < (a + 1) / (a + b + 2);
}

double special_beta(double a, double b, double x)
{
	if (x <= 0 || x >= 1)
		return x >= 1;
	return below_mean(a, b, x) ? beta_fraction(a, b, x, 1 - x) : 1 - beta_fraction(b, a, 1 - x, x);
}

/* I_x - p, taken from whichever tail is known better. */
static double beta_above(double a, double b, double x, double p)
{
	if (below_mean(a, b, x))
		return beta_fraction(a, b, x, 1 - x) - p;
	return (1 - p) - beta_fraction(b, a, 1 - x, x);
}

double special_beta_inverse(double a, double b, double p)
{
	double low = 0, high = 1, x = a / (a + b);
	for (int i = 0; i < STEPS; i++) {
		double above = beta_above(a, b, x, p);
		if (above == 0)
			return x;
		double next = next_guess(x, above, beta_weight(a, b, x, 1 - x) / (x * (1 - x)), &low, &high);
		if (fabs(next - x) <= 2 * DBL_EPSILON * x)
			return next;
		x = next;
	}
	return x;
}

/* ---- normal and Student ---- */

double special_normal_two_sided(double z)
{
	return erfc(fabs(z) / sqrt(2));
}

double special_normal_quantile(double p)
{
	double tail = p < 0.5 ? p : 1 - p, t = sqrt(-2 * log(tail));
	/* Abramowitz and Stegun 26.2.23, then Newton on the tail */
	double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
	for (int i = 0; i < 6; i++)
		z += (erfc(z / sqrt(2)) / 2 - tail) * sqrt(TWO_PI) * exp(z * z / 2);
	return p < 0.5 ? -z : z;
}

double special_student_two_sided(double t, double freedom)
{
	return special_beta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

double special_student_quantile(double p, double freedom)
{
	double tail = p < 0.5 ? 2 * p : 2 * (1 - p);
	if (tail >= 1)
		return 0;
	double x = special_beta_inverse(freedom / 2, 0.5, tail), t = sqrt(freedom * (1 - x) / x);
	return p < 0.5 ? -t : t;
}
