# SPDX-License-Identifier: MIT
"""The statistics of docs/methods.md once more, by other means than the program's:
exact sums in decimal or rational arithmetic, bisection, numerical integration.
Slow and plain on purpose. Standard library only."""
from decimal import Decimal, getcontext
from fractions import Fraction
from itertools import combinations
from math import atan, comb, cos, exp, inf, isnan, lgamma, log, log2, nan, pi, sqrt
from statistics import NormalDist

getcontext().prec = 30
NORMAL = NormalDist()


def bisect(rises, low, high, steps=75):
    """x where rises(x) turns from False to True; in Decimals."""
    for _ in range(steps):
        middle = (low + high) / 2
        if rises(middle):
            high = middle
        else:
            low = middle
    return float((low + high) / 2)


# ---- Poisson ----

def poisson_below(k, mean):
    """P(X <= k), whole k."""
    term = total = Decimal(1)
    for i in range(1, k + 1):
        term = term * mean / i
        total += term
    return total * (-mean).exp()


def poisson_interval(k, level):
    tail = (1 - Decimal(level)) / 2
    top = Decimal(3 * k + 60)
    low = 0.0 if k == 0 else bisect(lambda m: 1 - poisson_below(k - 1, m) >= tail, Decimal(0), top)
    return [low, bisect(lambda m: poisson_below(k, m) <= tail, Decimal(0), top)]


# ---- binomial ----

def binomial_above(k, n, p):
    """P(X >= k)"""
    q = 1 - p
    if q == 0:
        return Decimal(1)
    total, ratio, term = Decimal(0), p / q, comb(n, k) * p ** k * q ** (n - k)
    for i in range(k, n + 1):
        total += term
        term = term * ratio * (n - i) / (i + 1)
    return total


def clopper_pearson_interval(k, n, level):
    tail = (1 - Decimal(level)) / 2
    low = 0.0 if k == 0 else bisect(lambda p: binomial_above(k, n, p) >= tail, Decimal(0), Decimal(1))
    high = 1.0 if k == n else bisect(lambda p: 1 - binomial_above(k + 1, n, p) <= tail, Decimal(0), Decimal(1))
    return [low, high]


def wilson_interval(k, n, level):
    """Roots of (p - k/n)^2 = z^2 p (1 - p) / n."""
    z2 = Decimal(NORMAL.inv_cdf(0.5 + level / 2)) ** 2
    n, k = Decimal(n), Decimal(k)
    a, b, c = n + z2, -(2 * k + z2), k * k / n
    root = (b * b - 4 * a * c).sqrt()
    return [float((-b - root) / (2 * a)), float((-b + root) / (2 * a))]


def no_more_likely(densities, seen):
    """Sum of all outcomes that are no more likely than the one seen; exact, so that
    ties are ties (the program allows for rounding in both directions)."""
    limit = densities[seen] * (1 + Fraction(1, 10 ** 7))
    return float(sum(d for d in densities if d <= limit) / sum(densities))


def rate_contrast(k1, n1, k2, n2, level):
    k = k1 + k2
    if k == 0:
        return [nan, 0.0, inf, 1.0]
    p = Fraction(n1, n1 + n2)
    p_value = no_more_likely([comb(k, i) * p ** i * (1 - p) ** (k - i) for i in range(k + 1)], k1)
    low, high = clopper_pearson_interval(k1, k, level)
    scale = n2 / n1
    return [k1 / k2 * scale if k2 else inf, low / (1 - low) * scale, high / (1 - high) * scale if k2 else inf, p_value]


def share_contrast(k1, n1, k2, n2, level):
    k = k1 + k2
    outcomes = range(max(0, k - n2), min(k, n1) + 1)
    p_value = no_more_likely([Fraction(comb(n1, i) * comb(n2, k - i)) for i in outcomes], k1 - outcomes[0])
    (l1, u1), (l2, u2) = wilson_interval(k1, n1, level), wilson_interval(k2, n2, level)
    p1, p2 = k1 / n1, k2 / n2
    return [p1 - p2, p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
            p_value]


# ---- Student ----

def gauss_legendre(n):
    """Nodes and weights on -1..1, by Newton on the Legendre polynomial."""
    pairs = []
    for i in range(n):
        x = cos(pi * (i + 0.75) / (n + 0.5))
        for _ in range(50):
            p, before = x, 1.0
            for j in range(2, n + 1):
                p, before = ((2 * j - 1) * x * p - (j - 1) * before) / j, p
            slope = n * (x * p - before) / (x * x - 1)
            x -= p / slope
        pairs.append((x, 2 / ((1 - x * x) * slope * slope)))
    return pairs


NODES = gauss_legendre(64)


def student_two_sided(t, freedom):
    """Integral over the angle: with t = sqrt(f) tan(a) the density is cos(a)^(f-1)."""
    half = atan(abs(t) / sqrt(freedom)) / 2
    inside = half * sum(w * cos(half + half * x) ** (freedom - 1) for x, w in NODES)
    scale = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(pi)
    return 1 - 2 * scale * inside


def student_quantile(p, freedom):
    low, high = 0.0, 1.0
    while student_two_sided(high, freedom) / 2 > 1 - p:
        low, high = high, 2 * high
    for _ in range(50):
        middle = (low + high) / 2
        if student_two_sided(middle, freedom) / 2 > 1 - p:
            low = middle
        else:
            high = middle
    return low


def spread(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / (len(values) - 1)


def welch(mean_a, var_a, n_a, mean_b, var_b, n_b, level):
    """var_*: variance of the mean; n_*: number of units"""
    v = var_a + var_b
    freedom = v * v / (var_a ** 2 / (n_a - 1) + var_b ** 2 / (n_b - 1))
    half = student_quantile(0.5 + level / 2, freedom) * sqrt(v)
    d = mean_a - mean_b
    return [d, d - half, d + half, student_two_sided(d / sqrt(v), freedom)]


def mean_contrast(a, b, level):
    return welch(sum(a) / len(a), spread(a) / len(a), len(a), sum(b) / len(b), spread(b) / len(b), len(b), level)


# ---- articles as clusters ----

def log_rate(articles):
    """[(events, words)] -> log of the ratio and its linearised variance, article by article"""
    n, y, w = len(articles), sum(a[0] for a in articles), sum(a[1] for a in articles)
    influence = [a[0] / y - a[1] / w for a in articles]
    return log(y / w), n / (n - 1) * sum(i * i for i in influence)


def clustered_interval(articles, level):
    centre, variance = log_rate(articles)
    half = student_quantile(0.5 + level / 2, len(articles) - 1) * sqrt(variance)
    return [exp(centre - half), exp(centre + half)]


def clustered_contrast(a, b, level):
    (ca, va), (cb, vb) = log_rate(a), log_rate(b)
    d, low, high, p = welch(ca, va, len(a), cb, vb, len(b), level)
    return [exp(d), exp(low), exp(high), p]


def ratio(articles):
    """Ratio of sums and its linearised variance, article by article."""
    n, y, w = len(articles), sum(a[0] for a in articles), sum(a[1] for a in articles)
    influence = [(a[0] - y / w * a[1]) / w for a in articles]
    return y / w, n / (n - 1) * sum(i * i for i in influence)


def clustered_mean_interval(articles, level):
    centre, variance = ratio(articles)
    half = student_quantile(0.5 + level / 2, len(articles) - 1) * sqrt(variance)
    return [centre - half, centre + half]


def clustered_share_interval(articles, level):
    p, variance = ratio(articles)
    half = student_quantile(0.5 + level / 2, len(articles) - 1) * sqrt(variance) / (p * (1 - p))
    return [1 / (1 + exp(half) * (1 - p) / p), 1 / (1 + exp(-half) * (1 - p) / p)]


def clustered_difference(a, b, level):
    (ca, va), (cb, vb) = ratio(a), ratio(b)
    return welch(ca, va, len(a), cb, vb, len(b), level)


def permutation_p(articles, first):
    def difference(chosen):
        inside = [a for i, a in enumerate(articles) if i in chosen]
        outside = [a for i, a in enumerate(articles) if i not in chosen]
        sides = [Fraction(sum(a[0] for a in g), sum(a[1] for a in g)) for g in (inside, outside)]
        return abs(sides[0] - sides[1])
    seen, all_deals = difference(set(range(first))), [set(c) for c in combinations(range(len(articles)), first)]
    return [sum(difference(c) >= seen for c in all_deals) / len(all_deals)]


# ---- many tests, words ----

def benjamini_hochberg(p):
    """Adjusted p of each: the least p_j m / rank_j over all p_j >= p_i."""
    kept = [x for x in p if not isnan(x)]
    rank = {x: sum(y <= x for y in kept) for x in kept}
    return [x if isnan(x) else min(1.0, min(y * len(kept) / rank[y] for y in kept if y >= x)) for x in p]


def keyness(y1, n1, y2, n2, prior, total, level):
    def log_odds(y, n):
        share = Decimal(y + prior) / Decimal(n + total)
        return float((share / (1 - share)).ln())
    d = log_odds(y1, n1) - log_odds(y2, n2)
    sigma = sqrt(1 / (y1 + prior) + 1 / (y2 + prior))
    half = NORMAL.inv_cdf(0.5 + level / 2) * sigma
    return [d, d / sigma, d - half, d + half, log2((y1 or 0.5) / n1 / ((y2 or 0.5) / n2))]


# ---- sentences drawn anew ----

def splitmix64(state):
    mask = 2 ** 64 - 1
    while True:
        state = (state + 0x9e3779b97f4a7c15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9) & mask
        z = ((z ^ (z >> 27)) * 0x94d049bb133111eb) & mask
        yield z ^ (z >> 31)


def bootstrap(sentences, draws=2000):
    """[(events, words)] -> the 50th ratio from either end of 2,000"""
    numbers, n, ratios = splitmix64(0x51a97315e0b00715), len(sentences), []
    for _ in range(draws):
        events = words = 0
        for _ in range(n):
            y, w = sentences[(next(numbers) >> 32) * n >> 32]
            events, words = events + y, words + w
        if words:
            ratios.append(events / words)
    ratios.sort()
    cut = len(ratios) // 40
    return [ratios[max(cut - 1, 0)], ratios[min(len(ratios) - cut, len(ratios) - 1)]]
