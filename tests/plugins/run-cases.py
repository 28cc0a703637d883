#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run the cases of tests/plugins/<plugin>/<case>/ and say in TAP how they went.

A case is a folder whose name states the behaviour:
  article.txt    (or .md, .html, .jsonl) what is analyzed
  options        more options, one a line; "CASE/" stands for the case's folder (may be missing)
  expected.json  {"findings": [...], "voices": [...], "metrics": [...], "diagnostics": [...]}
Only the keys that expected.json has are looked at. `findings` are those of the plugin
the folder is named after, in order, all of them (or those of the rules in "rules"); of
each finding, and of nested objects, only the keys that are given are compared.
"""
import glob, json, os, subprocess, sys

slantwise, top = os.environ["SLANTWISE"], os.environ["SLANT_SOURCE"]


def differs(expected, got, where):
    """The first difference as text, or None."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key, value in expected.items():
            if value is None and key not in got:
                continue
            if key not in got:
                return f"{where}.{key} is missing; expected {json.dumps(value, ensure_ascii=False)}"
            found = differs(value, got[key], f"{where}.{key}")
            if found:
                return found
        return None
    if isinstance(expected, list) and isinstance(got, list):
        for i in range(max(len(expected), len(got))):
            if i >= len(got):
                return f"{where}[{i}] is missing; expected {json.dumps(expected[i], ensure_ascii=False)}"
            if i >= len(expected):
                return f"{where}[{i}] is more than expected: {json.dumps(got[i], ensure_ascii=False)}"
            found = differs(expected[i], got[i], f"{where}[{i}]")
            if found:
                return found
        return None
    return None if expected == got else f"{where} is {json.dumps(got, ensure_ascii=False)}; expected {json.dumps(expected, ensure_ascii=False)}"


def run(case, plugin):
    options = []
    if os.path.exists(os.path.join(case, "options")):
        with open(os.path.join(case, "options"), encoding="utf8") as f:
            options = [line.strip().replace("CASE/", case + "/") for line in f if line.strip()]
    article = [p for p in sorted(glob.glob(os.path.join(case, "article.*")))]
    done = subprocess.run([slantwise, "analyze", "--format", "jsonl"] + options + article, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        return f"exit status {done.returncode}: {done.stderr.decode(errors='replace').strip()}"
    record = json.loads(done.stdout.splitlines()[0])
    with open(os.path.join(case, "expected.json"), encoding="utf8") as f:
        expected = json.load(f)
    got = {
        "findings": [x for x in record["findings"] if x["plugin"] == plugin and ("rules" not in expected or x["rule"] in expected["rules"])],
        "voices": record["structure"].get("voices", []),
        "metrics": [m for m in record["metrics"] if m["plugin"] == plugin],
        "paragraphs": record["structure"]["paragraphs"],
        "diagnostics": record.get("diagnostics", []),
        "counts": record["counts"],
    }
    found = None
    for key, value in expected.items():
        if key in ("rules", "note"):
            continue
        if key == "metrics":  # those that are named, by name and voice
            for m in value:
                same = [x for x in got[key] if x["name"] == m["name"] and x.get("voice") == m.get("voice")]
                found = found or differs([m], same, f"metrics {m['name']}")
        else:
            found = differs(value, got[key], key)
        if found:
            return found
    return None


def main():
    cases = sorted(glob.glob(os.path.join(top, "tests", "plugins", "*", "*", "expected.json")))
    print(f"1..{len(cases)}")
    failed = 0
    for n, path in enumerate(cases, 1):
        case = os.path.dirname(path)
        plugin = os.path.basename(os.path.dirname(case))
        why = run(case, plugin)
        failed += why is not None
        if why:
            print(f"# {why}")
        print(f"{'not ok' if why else 'ok'} {n} - {plugin}: {os.path.basename(case).replace('_', ' ')}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
