#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""RECORDS.jsonl: every finding's line, column and byte point at its very characters in the
file as given (entities decoded, marks taken off). TAP, one case an article and one a kind of place."""
import html, json, re, sys


def plain(s):
    """Source characters as the text would have them, as far as a finding can begin in them."""
    s = re.sub(r"<[^>]*>|[*_`\\]|\]\([^)]*\)|\[", "", html.unescape(s))
    return re.sub(r"\s+", " ", s)


def main():
    n = failed = 0
    for line in open(sys.argv[1], encoding="utf8"):
        r = json.loads(line)
        raw = open(r["article"]["source"], "rb").read()
        lines = re.split(r"\r\n|\n|\r", raw.decode("utf8"))
        wrong = []
        for f in r["findings"]:
            here = lines[f["line"] - 1][f["column"] - 1:]
            by_line = plain(" ".join([here] + lines[f["line"]:f["line"] + 4]))
            by_byte = plain(raw[f["byte"]:f["byte"] + 600].decode("utf8", "replace"))
            want = re.sub(r"\s+", " ", f["text"])
            if not by_line.startswith(want) or not by_byte.startswith(want):
                wrong.append(f"{f['line']}:{f['column']} byte {f['byte']}: '{want}' is not '{by_line[:40]}'")
        n += 1
        failed += bool(wrong) or len(r["findings"]) < 8
        for w in wrong:
            print("# " + w)
        print(f"{'not ok' if wrong or len(r['findings']) < 8 else 'ok'} {n} - {len(r['findings'])} findings of {r['article']['source'].rsplit('/')[-1]} stand where they say")
        roles = {p.get("role", "body") for p in r["structure"]["paragraphs"]}
        for role in ("headline", "subheading", "quote_block"):
            n += 1
            failed += role not in roles
            print(f"{'ok' if role in roles else 'not ok'} {n} - it has a {role}")
        seen = [w for w in ("cookies", "Home", "newsletter", "Storm may", "You may", "protected", "code block", "may be code", "not be read") if w in r["text"]]
        n += 1
        failed += bool(seen)
        print(f"{'not ok' if seen else 'ok'} {n} - what is not the article is not in its text {seen}")
        n += 1
        meta = [r["article"].get(k) for k in ("outlet", "author")] + [r["article"].get("title"), r["article"].get("date", "")[:10]]
        good = meta == ["The Tarn Courier", "Ilse Varn", "Council may close the pier", "2026-03-04"]
        failed += not good
        print(f"{'ok' if good else 'not ok'} {n} - metadata are read {'' if good else meta}")
    print(f"1..{n}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
