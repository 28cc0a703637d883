#!/bin/sh
# SPDX-License-Identifier: MIT
# The example articles are as their README says: it names their words and how each was saved.
. "$SLANT_SOURCE/tests/functions.sh"
requires python3 jq
folder=$SLANT_SOURCE/tests/examples

holds() { grep -o "$(printf "$2")" "$folder/$1.txt" | wc -l | tr -d " "; }
bytes_at_end() { tail -c 1 "$folder/$1.txt" | od -An -tx1 | tr -d ' '; }

ok "every passage that the README names stands in its article" python3 "$folder/readme.py" "$folder"
for story in "$folder" "$folder/second-story"; do
	ok "what ${story##*/}/facts.json says stands in the articles" python3 "$folder/facts.py" "$story"
	for name in $(jq -r '.articles[].file' "$story/manifest.json"); do
		words=$(wc -w <"$story/$name")
		ok "${story##*/}/$name has 400 to 800 words" test "$words" -ge 400 -a "$words" -le 800
	done
done
is "every line of the Gazette ends in CRLF" "$(holds harbour-gazette '\r$')" "$(wc -l <"$folder/harbour-gazette.txt" | tr -d ' ')"
ok "the agency's text has no-break hyphens" test "$(holds northline '\342\200\221')" -ge 5
ok "the agency's text has no-break spaces" test "$(holds northline '\302\240')" -ge 10
is "the Lantern is plain ASCII" "$(LC_ALL=C grep -c '[^ -~]' "$folder/lantern.txt" || true)" "0"
ok "the Lantern ends without a line end" test "$(bytes_at_end lantern)" != 0a
ok "the Review marks quotations with two apostrophes" test "$(holds meridian-review "''")" -ge 15
is "the Review has no double quotation marks" "$(holds meridian-review '"')" "0"
is "the Review is wrapped at 72 columns" "$(awk 'length > 72' "$folder/meridian-review.txt")" ""
done_testing
