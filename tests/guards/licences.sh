#!/bin/sh
# SPDX-License-Identifier: MIT
# Every source file carries one SPDX line near its top; every lexicon names its licence.
. "$SLANT_SOURCE/tests/functions.sh"
without=$(cd "$SLANT_SOURCE" && find core plugins tests docs lexicons configure.ac Makefile.am bootstrap \
	-type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.am' -o -name '*.ac' -o -name '*.py' -o -name '*.md' -o -name '*.pod' -o -name '*.js' -o -name '*.css' -o -name bootstrap \) |
	while read -r f; do head -5 "$f" | grep -q 'SPDX-License-Identifier: ' || echo "$f"; done)
is "every source file has its SPDX line" "$without" ""
unlicensed=$(cd "$SLANT_SOURCE" && find lexicons -name '*.json' | while read -r f; do grep -q '"licence": "CC-BY-4.0"' "$f" || echo "$f"; done)
is "every lexicon file names CC-BY-4.0" "$unlicensed" ""
done_testing
