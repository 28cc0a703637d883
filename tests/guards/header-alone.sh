#!/bin/sh
# SPDX-License-Identifier: MIT
# slantwise/plugin.h compiles by itself, in C and in C++, without a warning.
. "$SLANT_SOURCE/tests/functions.sh"
flags="-Wall -Wextra -Werror -pedantic -I$SLANT_SOURCE/core -fsyntax-only"
printf '#include <slantwise/plugin.h>\n' >"$scratch/alone.c"
cp "$scratch/alone.c" "$scratch/alone.cc"
# shellcheck disable=SC2086
ok "plugin.h alone in C17" ${CC:-cc} -std=c17 $flags "$scratch/alone.c"
if command -v g++ >/dev/null 2>&1; then
	# shellcheck disable=SC2086
	ok "plugin.h alone in C++17" g++ -std=c++17 $flags "$scratch/alone.cc"
fi
done_testing
