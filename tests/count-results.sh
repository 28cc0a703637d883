#!/bin/sh
# SPDX-License-Identifier: MIT
# count-results.sh BUILD: what the .trs files of `make check` hold, and as the last
# line "N passed, N failed". Skipped cases are named, not counted. Fails when a
# case failed or none ran.
set -eu
build=$1
count() { find "$build" -path '*/slantwise-[0-9]*' -prune -o -name '*.trs' -exec cat {} + | grep -c "^:test-result: $1" || :; }
find "$build" -path '*/slantwise-[0-9]*' -prune -o -name '*.trs' -print | sort | while read -r trs; do
	grep -h '^:test-result: \(FAIL\|ERROR\|XPASS\|SKIP\)' "$trs" | sed "s|^:test-result:|${trs#"$build"/}:|"
done
passed=$(count PASS)
failed=$(($(count FAIL) + $(count ERROR) + $(count XPASS)))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
