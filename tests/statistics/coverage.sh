#!/bin/sh
# SPDX-License-Identifier: MIT
# The intervals hold the true value as often as they say.
exec python3 -B "$SLANT_SOURCE/tests/statistics/coverage.py"
