#!/bin/sh
# SPDX-License-Identifier: MIT
# All cases of all plugins; see run-cases.py.
if ! command -v python3 >/dev/null 2>&1; then
	echo "1..0 # SKIP python3 is not installed"
	exit 0
fi
exec python3 "$SLANT_SOURCE/tests/plugins/run-cases.py"
