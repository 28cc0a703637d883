#!/bin/sh
# SPDX-License-Identifier: MIT
# The five real articles, where they are at hand: what a reader finds in them is in the comparison.
. "$SLANT_SOURCE/tests/functions.sh"
requires_shared articles/manifest.json
requires python3
articles=$SLANT_SHARED/articles
is "compare with the manifest is fine" "$(status_of "$SLANTWISE" compare --format json --manifest "$articles/manifest.json" --output "$scratch/named.json")" 0
is "compare of bare files is fine" "$(status_of "$SLANTWISE" compare --format json "$articles"/*.txt --output "$scratch/bare.json")" 0
"$SLANTWISE" analyze --format jsonl "$articles"/*.txt >"$scratch/records.jsonl"
python3 "$SLANT_SOURCE/tests/acceptance/real-articles.py" "$scratch/named.json" "$scratch/bare.json" "$scratch/records.jsonl" >"$scratch/facts"
while IFS="$(printf '\t')" read -r got what; do
	is "$what" "$got" ok
done <"$scratch/facts"
is "all facts were looked at" "$(tail -1 "$scratch/facts" | cut -f2)" "the last fact"
done_testing
