#!/bin/sh
# SPDX-License-Identifier: MIT
# Walks all findings of a rich page and a rich Markdown file.
. "$SLANT_SOURCE/tests/functions.sh"
requires python3
"$SLANTWISE" analyze --format jsonl "$SLANT_SOURCE/tests/input/pages/rich.html" "$SLANT_SOURCE/tests/input/pages/rich.md" >"$scratch/records" || exit 1
python3 "$SLANT_SOURCE/tests/input/positions.py" "$scratch/records"
