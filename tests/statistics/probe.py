# SPDX-License-Identifier: MIT
"""Ask the program's statistics: requests in, lists of floats out; and TAP."""
import os
import subprocess


def ask(requests):
    """[("poisson", 3, .95), ...] -> [[low, high], ...]"""
    lines = "".join(r[0] + "".join(" %r" % float(x) for x in r[1:]) + "\n" for r in requests)
    path = os.path.join(os.environ["SLANT_BUILD"], "statistics_probe")
    done = subprocess.run([path], input=lines, capture_output=True, text=True, check=True)
    return [[float(x) for x in line.split()] for line in done.stdout.splitlines()]


class Tap:
    """Test Anything Protocol on standard output."""

    def __init__(self):
        self.count = self.failed = 0

    def ok(self, good, name, why=""):
        self.count += 1
        self.failed += not good
        print(("ok" if good else "not ok"), self.count, "-", name)
        if why and not good:
            print("#", why)

    def done(self):
        print("1..%d" % self.count)
        return 1 if self.failed else 0
