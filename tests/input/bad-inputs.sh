#!/bin/sh
# SPDX-License-Identifier: MIT
. "$SLANT_SOURCE/tests/functions.sh"
requires python3
python3 "$SLANT_SOURCE/tests/input/bad-inputs.py" "$scratch"
