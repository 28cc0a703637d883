# SPDX-License-Identifier: MIT
"""check-records.py SCHEMA: what must hold for any record, held against the files of
records.sh in this folder. Says "ok ..." or "not ok ..." for each."""
import json
import sys

import jsonschema


def read(path):
    with open(path, encoding="utf8", newline="\n") as f:
        return [json.loads(line) for line in f.read().split("\n") if line]


def say(good, what):
    print("ok" if good else "not ok", what)


def spans(value):
    """Every {start, end, text} inside the data of a finding."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for v in value.values():
            yield from spans(v)
    elif isinstance(value, list):
        for v in value:
            yield from spans(v)


def source_of(record):
    """The bytes that positions count in."""
    if record["article"]["source"].endswith(".jsonl"):
        return record["text"].encode()
    with open(record["article"]["source"], "rb") as f:
        return f.read()


def place_of(source, byte):
    """Line and column of a byte, the slow way."""
    before = source[:byte]
    if before.startswith(b"\xef\xbb\xbf"):
        before = before[3:]
    lines = before.replace(b"\r\n", b"\n").split(b"\n")
    return len(lines), len(lines[-1].decode()) + 1


def check(record, name):
    text, findings = record["text"], record["findings"]
    source = source_of(record)
    say(all(text[f["start"]:f["end"]] == f["text"] for f in findings), f"{name}: findings stand where they say")
    say(all(text[s["start"]:s["end"]] == s["text"] for f in findings for s in spans(f.get("data", {}))),
        f"{name}: so do the places in their data")
    say(all(source[f["byte"]:].startswith(f["text"].encode()) for f in findings), f"{name}: bytes lead into the file as given")
    say(all(place_of(source, f["byte"]) == (f["line"], f["column"]) for f in findings), f"{name}: so do lines and columns")
    order = [(f["start"], f["end"]) for f in findings]
    say(order == sorted(order) and [f["id"] for f in findings] == [f"f{i + 1}" for i in range(len(findings))],
        f"{name}: findings are numbered in text order")
    voices = record["structure"]["voices"]
    say(all(a["end"] <= b["start"] for a, b in zip(voices, voices[1:])) and all(v["start"] < v["end"] <= len(text) for v in voices),
        f"{name}: voices do not overlap")
    say(sum(record["counts"]["words_by_voice"].values()) == record["counts"]["words"], f"{name}: the voices' words add up")


def metric(record, name, voice=None):
    return next(({k: v for k, v in m.items() if k not in ("plugin", "name", "unit")} for m in record["metrics"]
                 if m["plugin"] == "everything" and m["name"] == name and m.get("voice") == voice), None)


def main():
    with open(sys.argv[1], encoding="utf8") as f:
        validator = jsonschema.Draft7Validator(json.load(f))
    records, bare = read("records.jsonl"), read("no-text.jsonl")
    say(len(records) == 6 and len(bare) == 6, "an article each, also for an empty text")
    for record in records + bare + read("limited.jsonl"):
        faults = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(record)]
        for fault in faults[:5]:
            print("#", fault)
        say(not faults, f"{record['article']['source']}: valid by the schema")
    for record in records:
        check(record, record["article"]["id"] if record["article"]["source"] == "lines.jsonl" else record["article"]["source"])
    crlf = records[0]
    say(any(f["rule"] == "late" for f in crlf["findings"]), "rules declared while opening are used")
    mine = [f for f in crlf["findings"] if f["plugin"] == "everything"]
    narrated = [f for f in mine if "voice" not in f]
    quoted = [f for f in mine if f.get("voice") == "quoted"]
    words = crlf["counts"]["words_by_voice"]
    say(len(quoted) == 1 and len(narrated) + len(quoted) == len(mine), "findings have the voice of their place")
    say(metric(crlf, "words") == {"kind": "rate", "count": len(narrated), "words": words["narrator"]}, "a rate counts the narrator's")
    say(metric(crlf, "words", "quoted") == {"voice": "quoted", "kind": "rate", "count": 1, "words": words["quoted"]}, "and the quoted apart")
    say(metric(crlf, "words", "reported") is None, "a voice that does not occur has no entry")
    late = sum(f["rule"] == "late" for f in narrated)
    say(metric(crlf, "late_share") == {"kind": "share", "k": late, "n": len(narrated)}, "a share is k of n")
    n = len(narrated)
    say(metric(crlf, "strength") == {"kind": "mean", "sum": 3 * n, "sum_squares": 9 * n, "n": n}, "a mean keeps its sums")
    say(metric(crlf, "types") == {"kind": "distribution", "labels": {"pronoun": n}}, "a distribution over the type of a span")
    say(metric(crlf, "lemmas") == {"kind": "distribution", "labels": {"be": n}}, "and over a key inside a place")
    pairs = metric(crlf, "pairs")["labels"]
    say(sum(pairs.values()) == n and "late/3" in pairs and list(pairs) == sorted(pairs), "a distribution over two keys, sorted")
    say(metric(crlf, "own_share", "all") == {"voice": "all", "kind": "share", "k": len(mine), "n": 2 * len(mine)}, "a metric of the plugin's own")
    lengths = [f["data"]["length"] for f in mine]
    say(metric(crlf, "own_mean", "all") == {"voice": "all", "kind": "mean", "sum": sum(lengths), "sum_squares": sum(x * x for x in lengths), "n": len(mine)},
        "a mean of the plugin's own")
    say(mine[0]["data"]["cue"]["chain"][1] == "\"\\\n\t" and mine[0]["data"]["none"] == [], "data come through as they were given")
    say(any(d["message"].startswith("everything: ") and d["end"] == len(crlf["text"]) for d in crlf["diagnostics"]), "a note is a diagnostic")
    with_text, without = json.dumps(records), json.dumps(bare)
    say("text" not in bare[0] and '"text"' not in without and '"speaker"' not in without and '"text"' in with_text, "--no-text leaves no excerpt")
    say([len(r["findings"]) for r in bare] == [len(r["findings"]) for r in records], "and every finding")
    limited = read("limited.jsonl")[0]
    say({f["plugin"] for f in limited["findings"]} == {"everything"} and [p["name"] for p in limited["plugins"]] == ["everything"],
        "--plugin limits what is reported")
    say([dict(v, by=0) for v in limited["structure"]["voices"]] == [dict(v, by=0) for v in crlf["structure"]["voices"]], "and voices stay what they are")
    french = next(r for r in records if r["article"]["source"] == "other-language.txt")
    say(any(p["status"] == "unsupported" for p in french["plugins"]), "plugins that do not know the language say so")


main()
