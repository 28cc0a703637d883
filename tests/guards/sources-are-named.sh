#!/bin/sh
# SPDX-License-Identifier: MIT
# Every guide that a lexicon cites stands in lexicons/SOURCES.md.
. "$SLANT_SOURCE/tests/functions.sh"
requires_python_module json
cd "$SLANT_SOURCE" || exit 1

cat >"$scratch/guides.py" <<'END'
import glob, json, re, sys
with open("lexicons/SOURCES.md", encoding="utf-8") as f:
    named = set(re.findall(r"`([^`]+)`", "".join(line.split("|")[1] for line in f if line.startswith("| `"))))
missing = set()
for path in sys.argv[1:] or glob.glob("lexicons/*/*.json"):
    with open(path, encoding="utf-8") as f:
        entries = json.load(f).get("entries", [])
    for entry in entries:
        for holder in [entry] + entry.get("variants", []):
            for source in holder.get("sources", []):
                guide = source["guide"] if isinstance(source, dict) else source
                # "Manual: section" is told under "Manual"
                if guide != "usage" and not any(guide == n or guide.startswith((n + ":", n + ",")) for n in named):
                    missing.add(path + ": " + guide)
print("\n".join(sorted(missing)))
END
is "all cited guides are told" "$(python3 "$scratch/guides.py")" ""
printf '%s' '{"entries":[{"id":"a","sources":["usage",{"guide":"Port Tamsin Herald style book"}]}]}' >"$scratch/x.json"
is "one that is not is named" "$(python3 "$scratch/guides.py" "$scratch/x.json")" "$scratch/x.json: Port Tamsin Herald style book"
done_testing
