#!/bin/sh
# SPDX-License-Identifier: MIT
# Every shipped lexicon, and the example of FORMAT.md, is what docs/schemas/lexicon.schema.json
# describes, and the program reads each of them without a fault.
. "$SLANT_SOURCE/tests/functions.sh"
requires_python_module jsonschema
cd "$SLANT_SOURCE" || exit 1

cat >"$scratch/validate.py" <<'END'
import json, sys
import jsonschema
with open("docs/schemas/lexicon.schema.json", encoding="utf-8") as f:
    schema = json.load(f)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
faults = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as f:
        value = json.load(f)
    # oneOf would only say that an entry is neither a concept nor a simple entry
    for entry in value.get("entries", []):
        kind = "concept" if isinstance(entry, dict) and "variants" in entry else "simple"
        part = jsonschema.Draft7Validator({"$ref": "#/definitions/" + kind, "definitions": schema["definitions"]})
        for e in part.iter_errors(entry):
            print(path, entry.get("id") if isinstance(entry, dict) else entry, "/".join(map(str, e.path)), e.message[:200])
            faults += 1
    for e in validator.iter_errors(dict(value, entries=[])):
        print(path, "/".join(map(str, e.path)), e.message[:200])
        faults += 1
sys.exit(faults != 0)
END

# The example is the first JSON block.
sed -n '/^```json$/,/^```$/p' lexicons/FORMAT.md | sed '/^```/d' >"$scratch/harbour_works.json"
ok "the example of FORMAT.md matches the schema" python3 "$scratch/validate.py" "$scratch/harbour_works.json"
is "and is in order" "$("$SLANTWISE" lexicons lint --notes "$scratch/harbour_works.json" | sed "s#^$scratch/##")" \
	"0 errors, 0 warnings, 0 notes"

for f in $(grep -l '"format": *"slantwise-lexicon/' lexicons/*/*.json); do
	ok "$f matches the schema" python3 "$scratch/validate.py" "$f"
	ok "$f is read without a fault" "$SLANTWISE" lexicons lint "$f"
done

printf '%s' '{"format":"slantwise-lexicon/1","name":"x","version":"1","language":"en","plugin":"p","entries":[{"id":"a"},{"id":"b","terms":["#"],"side":"c"}]}' >"$scratch/bad.json"
is "what does not match is told" "$(python3 "$scratch/validate.py" "$scratch/bad.json" | wc -l)" 4
done_testing
