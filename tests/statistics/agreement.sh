#!/bin/sh
# SPDX-License-Identifier: MIT
# The statistics of the program and an independent implementation give the same numbers.
exec python3 -B "$SLANT_SOURCE/tests/statistics/agreement.py"
