#!/bin/sh
# SPDX-License-Identifier: MIT
# Records of real output: valid by the schema, every offset in its place, sums right,
# the same for any number of workers; --no-text leaves no excerpt.
. "$SLANT_SOURCE/tests/functions.sh"
requires_python_module jsonschema
grep -q '^#define SLANT_STATIC_PLUGINS' "$SLANT_BUILD/config.h" && skip_all "plugins are linked in: none can be added"

mkdir -m 755 "$scratch/plugins"
${CC:-cc} -std=c17 -fPIC -shared -w -I"$SLANT_SOURCE/core" -o "$scratch/plugins/everything.so" "$SLANT_SOURCE/tests/records/everything.c" ||
	skip_all "no compiler"

# Shapes of text that put bytes, code points, lines and columns at odds.
printf 'The Pier\r\n\r\nThe caf\303\251 \360\237\230\200 of Orla F\303\255nn opened.\r\n\342\200\234We stay,\342\200\235 The owner said.\r\n' >"$scratch/crlf.txt"
printf '\357\273\277The gate. The Quay.\n\nA "so-called \047plan\047" of The Board.' >"$scratch/bom.txt"
printf '' >"$scratch/empty.txt"
printf '{"id": "nul", "text": "The \\u0000 tide. The \\ud83d\\ude00 Ferry."}\n{"id": "none", "text": ""}\n' >"$scratch/lines.jsonl"
printf 'Le Port et la ville sont dans une crise que les gens de la mer ont vue. Le Quai est pour tous.\n' >"$scratch/other-language.txt"

analyze() {
	"$SLANTWISE" analyze --format jsonl --plugin-dir "$scratch/plugins" "$@"
}
cd "$scratch" || exit 1
files="crlf.txt bom.txt empty.txt lines.jsonl other-language.txt"
is "all is analyzed" "$(status_of analyze $files)" 0
cp "$scratch/out" records.jsonl
analyze --no-text $files >no-text.jsonl
analyze --jobs 3 $files >three-jobs.jsonl
analyze --in-process $files >in-process.jsonl
analyze --plugin everything crlf.txt >limited.jsonl
ok "three jobs write the same bytes" cmp records.jsonl three-jobs.jsonl
ok "one process writes the same bytes" cmp records.jsonl in-process.jsonl
is "a record given as input comes out as it was" "$("$SLANTWISE" analyze --format jsonl --input-format records records.jsonl | cmp - records.jsonl && echo same)" same
python3 "$SLANT_SOURCE/tests/records/check-records.py" "$SLANT_SOURCE/docs/schemas/article.schema.json" >checked 2>&1 || echo "not ok - check-records.py came to its end" >>checked
while read -r verdict description; do
	case $verdict in
	ok) result 0 "$description" ;;
	"not") result 1 "${description#ok }" ;;
	*) echo "# $verdict $description" ;;
	esac
done <checked

echo '{"plugins": {"everything": {"options": {"least": 0}}}}' >config.json
is "an option out of range is a usage error" "$(status_of analyze --config config.json crlf.txt)" 2
ok "and the message names option and range" grep -q "everything.least: '0' is no whole number from 1 to 99" err
echo '{"plugins": {"everything": {"options": {"least": 5}}}}' >config.json
is "an option reaches its plugin" "$(analyze --config config.json bom.txt | python3 -c 'import json,sys; print([f["text"] for f in json.loads(sys.stdin.read())["findings"] if f["plugin"] == "everything"])')" "['Board']"
echo '{"plugins": {"everything": {"enabled": false}}}' >config.json
is "a plugin switched off is named so" "$(analyze --config config.json bom.txt | python3 -c 'import json,sys; print([p["status"] for p in json.loads(sys.stdin.read())["plugins"] if p["name"] == "everything"])')" "['disabled']"
is "a name that no plugin has is a usage error" "$(status_of analyze --plugin no_such_thing crlf.txt)" 2
done_testing
