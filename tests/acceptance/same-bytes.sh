#!/bin/sh
# SPDX-License-Identifier: MIT
# The same input gives the same bytes, whatever the locale, the time zone, the folder, the number of workers, and from records as from articles.
. "$SLANT_SOURCE/tests/functions.sh"
cd "$SLANT_SOURCE/tests/examples" || exit 1
set -- harbour-gazette.txt lantern.txt meridian-review.txt northline.txt
sum() { sha256sum | cut -d' ' -f1; }
records=$("$SLANTWISE" analyze --format jsonl "$@" | sum)
compared=$("$SLANTWISE" compare --format json "$@" | sum)
is "a second run" "$("$SLANTWISE" analyze --format jsonl "$@" | sum)" "$records"
for locale in C C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8; do
	is "records under LC_ALL=$locale" "$(LC_ALL=$locale "$SLANTWISE" analyze --format jsonl "$@" | sum)" "$records"
	is "comparison under LC_ALL=$locale" "$(LC_ALL=$locale "$SLANTWISE" compare --format json "$@" | sum)" "$compared"
done
for zone in UTC Pacific/Kiritimati America/Los_Angeles; do
	is "comparison in time zone $zone" "$(TZ=$zone "$SLANTWISE" compare --format json "$@" | sum)" "$compared"
done
is "without an environment" "$(env -i "$SLANTWISE" analyze --format jsonl "$@" | sum)" "$records"
for jobs in 2 3 7; do
	is "records of $jobs workers" "$("$SLANTWISE" analyze --jobs $jobs --format jsonl "$@" | sum)" "$records"
done
"$SLANTWISE" analyze --format jsonl "$@" >"$scratch/records.jsonl"
is "comparison of records" "$("$SLANTWISE" compare --format json "$scratch/records.jsonl" | sum)" "$compared"
head -2 "$scratch/records.jsonl" >"$scratch/first.jsonl"
is "comparison of records and articles mixed" "$("$SLANTWISE" compare --format json "$scratch/first.jsonl" meridian-review.txt northline.txt | sum)" "$compared"
cp -r . "$scratch/elsewhere" && cd "$scratch/elsewhere" || exit 1
is "in another folder" "$("$SLANTWISE" analyze --format jsonl "$@" | sum)" "$records"
done_testing
