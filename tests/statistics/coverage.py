# SPDX-License-Identifier: MIT
"""How often the intervals hold the true value. Exact ones at least as often as
they say, Wilson's on average over all shares, clustered ones in simulated groups
of articles whose rates differ from article to article."""
import random
import sys
from math import comb, exp

from probe import Tap, ask

dice = random.Random(19360714)
LEVEL = 0.95
DRAWS = 4000


def poisson_draw(mean):
    """Knuth's product of uniforms; means are small here."""
    limit, k, product = exp(-mean), 0, dice.random()
    while product > limit:
        k, product = k + 1, product * dice.random()
    return k


def poisson_exact(tap):
    bounds = ask([("poisson", k, LEVEL) for k in range(120)])
    worst = 1.0
    for mean in [x / 7 for x in range(1, 280)]:
        term, total = exp(-mean), 0.0
        for k, (low, high) in enumerate(bounds):
            total += term if low <= mean <= high else 0
            term *= mean / (k + 1)
        worst = min(worst, total)
    tap.ok(worst >= LEVEL - 1e-12, "Poisson intervals cover at least 95 %% (least %.4f)" % worst)


def binomial_coverage(name, n, shares):
    bounds = ask([(name, k, n, LEVEL) for k in range(n + 1)])
    return [sum(comb(n, k) * p ** k * (1 - p) ** (n - k) for k, (low, high) in enumerate(bounds) if low <= p <= high)
            for p in shares]


def binomials(tap):
    shares = [(i + 0.5) / 500 for i in range(500)]
    for n in (5, 10, 20, 50, 100):
        least = min(binomial_coverage("clopper_pearson", n, shares))
        tap.ok(least >= LEVEL - 1e-12, "Clopper-Pearson intervals of %d cover at least 95 %% (least %.4f)" % (n, least))
        mean = sum(binomial_coverage("wilson", n, shares)) / len(shares)
        tap.ok(0.94 <= mean <= 0.97, "Wilson intervals of %d cover 94 to 97 %% on average (%.4f)" % (n, mean))


def rate_ratios(tap):
    for m1, m2, n1, n2 in ((4, 9, 900, 1400), (1, 3, 800, 800), (20, 20, 1500, 700), (12, 2, 1000, 1000)):
        truth = m1 / n1 / (m2 / n2)
        draws = [(poisson_draw(m1), poisson_draw(m2)) for _ in range(DRAWS)]
        answers = ask([("rates", a, n1, b, n2, LEVEL) for a, b in draws])
        inside = sum(low <= truth <= high for _, low, high, _ in answers) / DRAWS
        wrong = sum(p <= 0.05 for *_, p in ask([("rates", a, n1, b, n1, LEVEL) for a, b in
                                                [(poisson_draw(m1), poisson_draw(m1)) for _ in range(DRAWS)]])) / DRAWS
        tap.ok(inside >= 0.95 - 0.005, "intervals of a rate ratio of %.2f cover at least 95 %% (%.4f)" % (truth, inside))
        tap.ok(wrong <= 0.05 + 0.005, "equal rates of %g differ in at most 5 %% of tests (%.4f)" % (m1, wrong))


def group(articles, rate, spread):
    """Events and words of articles whose own rates are gamma distributed around `rate` (per 1,000 words)."""
    out = []
    for _ in range(articles):
        words = dice.randint(300, 1500)
        own = rate * (dice.gammavariate(spread, 1 / spread) if spread else 1.0)
        out.append((poisson_draw(own * words / 1000), words))
    return out


def sums(v):
    return (len(v), sum(y for y, w in v), sum(w for y, w in v), sum(y * y for y, w in v), sum(y * w for y, w in v),
            sum(w * w for y, w in v))


def clustered(tap):
    for articles, rate, spread in ((20, 6, 2), (20, 3, 4), (40, 6, 1), (40, 2, 2), (100, 1, 1)):
        groups = [group(articles, rate, spread) for _ in range(DRAWS)]
        answers = ask([("clustered", *sums(g), LEVEL) for g in groups])
        inside = sum(low <= rate / 1000 <= high for low, high in answers) / DRAWS
        tap.ok(0.93 <= inside <= 0.97, "intervals of %d articles at %g per 1,000 words cover 93 to 97 %% (%.4f)" %
               (articles, rate, inside))
        pairs = ask([("clusters", *sums(g), *sums(group(articles, 1.5 * rate, spread)), LEVEL) for g in groups])
        inside = sum(low <= 2 / 3 <= high for _, low, high, _ in pairs) / DRAWS
        tap.ok(0.93 <= inside <= 0.97, "contrasts of two such groups cover 93 to 97 %% (%.4f)" % inside)


def shares_of_articles(articles, share, spread):
    out = []
    for _ in range(articles):
        n, own = dice.randint(3, 15), dice.betavariate(share * spread, (1 - share) * spread)
        out.append((sum(dice.random() < own for _ in range(n)), n))
    return out


def clustered_shares(tap):
    for articles, share, spread in ((20, 0.5, 4), (20, 0.3, 8), (40, 0.7, 3), (100, 0.15, 5)):
        groups = [shares_of_articles(articles, share, spread) for _ in range(DRAWS)]
        answers = ask([("clustered_share", *sums(g), LEVEL) for g in groups])
        inside = sum(low <= share <= high for low, high in answers) / DRAWS
        tap.ok(0.93 <= inside <= 0.97, "intervals of a share of %g in %d articles cover 93 to 97 %% (%.4f)" %
               (share, articles, inside))
        pairs = ask([("clustered_difference", *sums(g), *sums(shares_of_articles(articles, 0.4, spread)), LEVEL)
                     for g in groups])
        inside = sum(low <= share - 0.4 <= high for _, low, high, _ in pairs) / DRAWS
        tap.ok(0.93 <= inside <= 0.97, "differences of two such shares cover 93 to 97 %% (%.4f)" % inside)


def permutations(tap):
    """Equal groups: the test finds a difference no more often than it says."""
    for sizes in ((4, 4), (3, 7), (9, 9)):
        requests = []
        for _ in range(1000):
            g = group(sum(sizes), 4, 1)
            requests.append(("permutation", sizes[0], *(x for pair in g for x in pair)))
        wrong = sum(p <= 0.05 for p, in ask(requests)) / len(requests)
        tap.ok(wrong <= 0.065, "dealt at random, %d and %d articles differ in at most 5 %% of tests (%.3f)" % (*sizes, wrong))


def main():
    tap = Tap()
    for part in (poisson_exact, binomials, rate_ratios, clustered, clustered_shares, permutations):
        part(tap)
    return tap.done()


sys.exit(main())
