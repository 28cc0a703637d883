#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""NAMED.json BARE.json RECORDS.jsonl: a line "ok|what was found <tab> what should be so" for each fact."""
import json, sys

named, bare = (json.load(open(p, encoding="utf8")) for p in sys.argv[1:3])
records = [json.loads(line) for line in open(sys.argv[3], encoding="utf8")]
article = {r["article"]["source"].rsplit("/", 1)[1][:3]: r for r in records}


def fact(what, got, expected=True):
    print(f"{'ok' if got == expected else json.dumps(got, ensure_ascii=False)}\t{what}")


def found(key, plugin, test=lambda f: True):
    return [f for f in article[key]["findings"] if f["plugin"] == plugin and test(f)]


def voices(findings):
    return sorted(f.get("voice", "narrator") for f in findings)


def terror(f):
    return "terror" in f["text"].lower()


def cell(comparison, concept, index):
    for story in comparison["stories"]:
        for term in story["terms"]:
            if term["concept"] == concept:
                return term["articles"][index]
    return {}


def variants(c):
    return {v["variant"]: v.get("by_voice", {}) for v in c.get("variants", [])}


def main():
    fact("000: three terror words, all the writer's", voices(found("000", "loaded_terms", terror)), ["narrator"] * 3)
    fact("001: no terror word", found("001", "loaded_terms", terror), [])
    fact("001: militant group is found", any("militant" in f["text"] for f in found("001", "loaded_terms")))
    fact("004: its one terror word is not the writer's", [v != "narrator" for v in voices(found("004", "loaded_terms", terror))], [True])
    fact("002: a designation is not the writer's label",
         [f.get("voice", "narrator") for f in found("002", "loaded_terms", terror) if "U.S.-designated" in article["002"]["text"][f["start"] - 30:f["start"]]],
         ["reported"])
    for name, comparison in (("named", named), ("bare", bare)):
        armed = "palestinian_armed_group"
        fact(f"{name}: the matrix splits 000's terror words by voice",
             sum(v.get("narrator", 0) for k, v in variants(cell(comparison, armed, 0)).items() if "terror" in k), 3)
        fact(f"{name}: militant group stands in the matrix for 001", "militant_group" in variants(cell(comparison, armed, 1)))
        held = cell(comparison, "people_held_in_gaza", 3)
        fact(f"{name}: 003 has captives", any(k.startswith("captive") for k in variants(held)))
        fact(f"{name}: hostages are not found in 003", any(str(v.get("variant", v) if isinstance(v, dict) else v).startswith("hostage") for v in held.get("not_found", [])))
    fact("000: six scare quotes", [f["text"].rstrip(".") for f in found("000", "quotes", lambda f: f["rule"] == "scare")],
         ["deadlocked", "felt", "convincing", "deadlock", "trusted", "necessary"])
    fact("000: no direct quotation", found("000", "quotes", lambda f: f["rule"] == "direct"), [])
    widget = article["001"]["text"].index('0 Response to "')
    fact("001: the comment widget opens no quotation", [f for f in article["001"]["findings"] if f["end"] > widget], [])
    fact("001: the comment widget opens no voice", [v for v in article["001"]["structure"].get("voices", []) if v["end"] > widget], [])
    fact("004: U+2011 hides no match", any("\u2011" in f["text"] for f in found("004", "loaded_terms")))
    roles = [p.get("role", "body") for p in article["000"]["structure"]["paragraphs"]]
    fact("000: one caption, its double marked", [roles.count("caption"), roles.count("duplicate")], [1, 1])
    double = next(p for p in article["000"]["structure"]["paragraphs"] if p.get("role") == "duplicate")
    fact("000: nothing is found in the double", [f for f in article["000"]["findings"] if double["start"] <= f["start"] < double["end"]], [])
    fact("004: hedge its bet is no finding", [f for f in found("003", "hedging") if "hedge" in f["text"].lower()], [])
    print("ok\tthe last fact")


if __name__ == "__main__":
    main()
