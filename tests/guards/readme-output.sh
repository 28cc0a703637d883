#!/bin/sh
# SPDX-License-Identifier: MIT
command -v python3 >/dev/null 2>&1 || { echo "1..0 # SKIP python3 is not installed"; exit 0; }
exec python3 "$SLANT_SOURCE/tests/guards/readme-output.py"
