#!/bin/sh
# SPDX-License-Identifier: MIT
# Analyzers side by side: order, reading each other's findings, lexicons without code.
. "$SLANT_SOURCE/tests/functions.sh"
requires jq
grep -q '^#define SLANT_STATIC_PLUGINS' "$SLANT_BUILD/config.h" && skip_all "plugins are linked in: none can be added"
cd "$scratch" || exit 1

cat >tides.json <<'END'
{"format": "slantwise-lexicon/1", "name": "tides", "version": "1.0.0", "language": "en", "licence": "CC-BY-4.0",
 "plugin": "tide_words", "title": "Tides", "description": "Words for tides.", "citation": "Slantwise lexicon tides 1.0.0",
 "history": [{"version": "1.0.0", "date": "2026-11-21", "change": "first version"}],
 "entries": [
  {"id": "flood", "label": "flood", "topic": "sea", "reviewed": true,
   "variants": [{"id": "surge", "terms": ["surge@noun"], "side": "none", "weight": 2, "sources": ["usage"], "examples": ["A surge came."]},
                {"id": "high_water", "terms": ["high water"], "side": "none", "weight": 0, "sources": ["usage"], "examples": ["At high water."]}]},
  {"id": "slack", "rule": "still", "terms": ["slack water"], "weight": 1, "sources": ["usage"], "examples": ["At slack water."]}]}
END
cat >article.txt <<'END'
The surges came at night. "There was no slack water," she said. High water was at nine.
END

# reader NAME OTHER [FLAG...]
reader() {
	name=$1 other=$2
	shift 2
	mkdir -p -m 755 "$name.d"
	${CC:-cc} -std=c17 -fPIC -shared -w -DNAME="$name" -DOTHER="$other" "$@" -I"$SLANT_SOURCE/core" -o "$name.d/$name.so" "$SLANT_SOURCE/tests/host/reader.c"
}
analyze() {
	"$SLANTWISE" analyze --format jsonl --lexicon tides.json "$@" article.txt
}

# ---- a lexicon whose plugin nobody has ----
is "a lexicon without code is an analyzer" "$(status_of analyze --plugin tide_words)" 0
is "its findings have the entry's rule, concept, variant, weight and lexicon" \
	"$(jq -c '.findings[] | [.plugin, .rule, .text, .voice, .data]' out)" \
	'["tide_words","flood","surges",null,{"concept":"flood","variant":"surge","weight":2,"lexicon":"tides"}]
["tide_words","still","slack water","quoted",{"concept":"slack","weight":1,"lexicon":"tides"}]
["tide_words","flood","High water",null,{"concept":"flood","variant":"high_water","weight":0,"lexicon":"tides"}]'
is "it has a rate by the lexicon's name" "$(jq -c '[.metrics[] | select(.name == "tides") | [.voice, .kind, .count]]' out)" '[[null,"rate",2],["quoted","rate",1]]'
is "and counts by rule" "$(jq -c '[.metrics[] | select(.name == "by_rule") | .labels]' out)" '[{"flood":2},{"still":1}]'
is "the record names the lexicon" "$(jq -r '.run.lexicons[] | select(.name == "tides") | .version' out)" 1.0.0
ok "plugins list shows it" sh -c "'$SLANTWISE' plugins list --lexicon tides.json | grep -q '^tide_words'"

# ---- reading findings ----
reader a_reader tide_words -DNAMES
is "a plugin reads what it runs after, wherever the names stand in the alphabet" "$(status_of analyze --plugin-dir a_reader.d --plugin a_reader)" 0
is "with rule and data" "$(jq -c '[.findings[] | [.text, .data.of, .data.concept, .data.weight, .data.has_source]]' out)" \
	'[["surges","flood","flood",2,false],["slack water","still","slack",1,false],["High water","flood","flood",0,false]]'
is "what it reads runs, though it is not reported" "$(jq -r '.diagnostics[] | .message | select(startswith("a_reader"))' out)" "a_reader: 3 findings read, failed 0"
is "plugins list is in running order" "$("$SLANTWISE" plugins list --lexicon tides.json --plugin-dir a_reader.d | awk '/^(a_reader|tide_words)/ {printf "%s ", $1}')" "tide_words a_reader "

echo '{"plugins": {"tide_words": {"enabled": false}}}' >off.json
is "one that was switched off counts as failed for its reader" \
	"$(analyze --plugin-dir a_reader.d --config off.json | jq -r '.diagnostics[] | .message | select(startswith("a_reader"))')" "a_reader: 0 findings read, failed 1"

reader sneaky tide_words
is "reading without naming it in after: exit status" "$(status_of analyze --plugin-dir sneaky.d)" 4
is "and the reason" "$(jq -r '.plugins[] | select(.name == "sneaky") | "\(.kind): \(.message)"' out)" \
	'invalid: reads findings of tide_words without naming it in `after`'

# ---- circles, doubles ----
reader left right -DNAMES
reader right left -DNAMES
cp right.d/right.so left.d/
is "plugins that wait for each other: exit status" "$(status_of analyze --plugin-dir left.d)" 4
ok "and both are named" grep -q "each want to run after another of them: left, right" err
is "the others run" "$(jq -r '[.plugins[] | .name] | index("tide_words") != null and index("left") == null' out)" true
mkdir -m 755 twice.d
cp a_reader.d/a_reader.so twice.d/a_reader.so
ln -s a_reader.so twice.d/b_reader.so
is "the same file under two names: exit status" "$(status_of analyze --plugin-dir twice.d)" 4
ok "and both paths are named" grep -q "twice.d/b_reader.so: an analyzer named a_reader is loaded already, from .*twice.d/a_reader.so" err

# ---- no search path but ours ----
mkdir -m 755 lure
cp sneaky.d/sneaky.so lure/
is "LTDL_LIBRARY_PATH and LD_LIBRARY_PATH bring in no plugin" \
	"$(LTDL_LIBRARY_PATH=$scratch/lure LD_LIBRARY_PATH=$scratch/lure "$SLANTWISE" plugins list | grep -c sneaky)" 0
printf "dlname='../sneaky.d/sneaky.so'\nlibrary_names='../sneaky.d/sneaky.so'\nold_library=''\ninstalled=no\n" >lure/hedging.la
rm lure/sneaky.so
is "an .la file leads nowhere" "$("$SLANTWISE" plugins list --plugin-dir lure | grep -c sneaky)" 0
done_testing
