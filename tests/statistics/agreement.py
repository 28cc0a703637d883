# SPDX-License-Identifier: MIT
"""1,000 random cases of each function against the reference, to 1e-9 (relative, or
absolute below 1)."""
import random
import sys
from math import isinf, isnan, nan

import reference as r
from probe import Tap, ask

CASES = 1000
dice = random.Random(20240229)


def off(got, wanted):
    if isnan(got) or isnan(wanted):
        return 0.0 if isnan(got) and isnan(wanted) else float("inf")
    if isinf(got) or isinf(wanted):
        return 0.0 if got == wanted else float("inf")
    return abs(got - wanted) / max(1.0, abs(wanted))


def level():
    return dice.choice([0.8, 0.9, 0.95, 0.99])


def share():
    n = dice.randint(1, dice.choice([6, 30, 120]))
    return dice.randint(0, n), n


def poisson():
    k, a = dice.randint(0, dice.choice([5, 40, 150])), level()
    return ("poisson", k, a), r.poisson_interval(k, a)


def wilson():
    (k, n), a = share(), level()
    return ("wilson", k, n, a), r.wilson_interval(k, n, a)


def clopper_pearson():
    (k, n), a = share(), level()
    return ("clopper_pearson", k, n, a), r.clopper_pearson_interval(k, n, a)


def rates():
    most, a = dice.choice([3, 12, 60]), level()
    x = dice.randint(0, most), dice.randint(50, 3000), dice.randint(0, most), dice.randint(50, 3000)
    return ("rates", *x, a), r.rate_contrast(*x, a)


def shares():
    x, a = (*share(), *share()), level()
    return ("shares", *x, a), r.share_contrast(*x, a)


def values():
    while True:
        v = [dice.randint(1, 5) for _ in range(dice.randint(2, 40))]
        if len(set(v)) > 1:
            return v


def sums(v):
    return len(v), sum(v), sum(x * x for x in v)


def means():
    x, y, a = values(), values(), level()
    return ("means", *sums(x), *sums(y), a), r.mean_contrast(x, y, a)


def articles():
    while True:
        v = [(dice.choice([0, 0, 1, 2, 5, 9]), dice.randint(200, 2000)) for _ in range(dice.randint(10, 60))]
        if sum(x[0] for x in v) > 0:
            return v


def cluster_sums(v):
    return (len(v), sum(y for y, w in v), sum(w for y, w in v), sum(y * y for y, w in v), sum(y * w for y, w in v),
            sum(w * w for y, w in v))


def clustered():
    x, a = articles(), level()
    return ("clustered", *cluster_sums(x), a), r.clustered_interval(x, a)


def clusters():
    x, y, a = articles(), articles(), level()
    return ("clusters", *cluster_sums(x), *cluster_sums(y), a), r.clustered_contrast(x, y, a)


def parts():
    """k of n in each article"""
    while True:
        v = [(dice.randint(0, n), n) for n in (dice.randint(1, 9) for _ in range(dice.randint(10, 40)))]
        if 0 < sum(x[0] for x in v) < sum(x[1] for x in v):
            return v


def clustered_share():
    x, a = parts(), level()
    return ("clustered_share", *cluster_sums(x), a), r.clustered_share_interval(x, a)


def clustered_mean():
    x, a = parts(), level()
    return ("clustered_mean", *cluster_sums(x), a), r.clustered_mean_interval(x, a)


def clustered_difference():
    x, y, a = parts(), parts(), level()
    return ("clustered_difference", *cluster_sums(x), *cluster_sums(y), a), r.clustered_difference(x, y, a)


def permutation():
    v = [(dice.randint(0, 6), dice.randint(100, 2000)) for _ in range(dice.randint(2, 9))]
    first = dice.randint(1, len(v) - 1)
    return ("permutation", first, *(x for pair in v for x in pair)), r.permutation_p(v, first)


def adjust():
    p = [nan if dice.random() < 0.1 else dice.random() ** dice.randint(1, 6) for _ in range(dice.randint(1, 40))]
    p += dice.choices(p, k=3)
    return ("adjust", *p), r.benjamini_hochberg(p)


def keyness():
    n1, n2 = dice.randint(50, 5000), dice.randint(50, 5000)
    y1, y2 = dice.randint(0, min(40, n1)), dice.randint(0, min(40, n2))
    prior = y1 + y2 + dice.randint(0, 50) + 0.01
    x = y1, n1, y2, n2, prior, n1 + n2 + 1000.5, level()
    return ("keyness", *x), r.keyness(*x)


def normal_quantile():
    p = dice.choice([dice.random(), 10 ** -dice.uniform(1, 12)])
    return ("normal_quantile", p), [r.NORMAL.inv_cdf(p)]


def student():
    t, f, p = dice.uniform(0, 6), dice.choice([dice.randint(1, 60), dice.uniform(1, 80)]), dice.uniform(0.51, 0.999)
    return ("student", t, f, p), [r.student_two_sided(t, f), r.student_quantile(p, f)]


def bootstrap():
    v = [(dice.choice([0, 0, 0, 1, 2, 4]), dice.randint(3, 40)) for _ in range(dice.randint(1, 60))]
    return ("bootstrap", *(x for pair in v for x in pair)), r.bootstrap(v)


FEW = {bootstrap: 20}  # 2,000 draws of each are many cases already


def main():
    tap = Tap()
    for make in (poisson, wilson, clopper_pearson, rates, shares, means, clustered, clusters, clustered_share,
                 clustered_mean, clustered_difference, permutation, adjust, keyness,
                 normal_quantile, student, bootstrap):
        cases = [make() for _ in range(FEW.get(make, CASES))]
        worst, where = 0.0, None
        for (request, wanted), got in zip(cases, ask([c[0] for c in cases])):
            error = max(off(g, w) for g, w in zip(got, wanted)) if len(got) == len(wanted) else float("inf")
            if error > worst:
                worst, where = error, (request, got, wanted)
        print("# %s: largest difference %.2g in %d cases" % (make.__name__, worst, len(cases)))
        tap.ok(worst <= 1e-9, "%s agrees with the reference" % make.__name__, str(where))
    return tap.done()


sys.exit(main())
