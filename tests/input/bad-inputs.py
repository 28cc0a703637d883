#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A table of bad and odd inputs: each gives its documented status and message, and the good
article beside it is analyzed all the same. usage: bad-inputs.py SCRATCH"""
import gzip, json, os, resource, socket, subprocess, sys

slantwise, scratch = os.environ["SLANTWISE"], sys.argv[1]
GOOD = b"The ferry may sail. It was delayed by the storm.\n"
N = 100000


def line(**fields):
    return json.dumps(fields).encode() + b"\n"


# name, file name, bytes, status, part of the message (or of the record, when the status is 0), options
ROWS = [
    ("an invalid byte is repaired and noted", "a.txt", "caf\u00e9 caf\u00e9 ".encode() + b"\xff and may be", 0, "encoding repaired: 1 bytes", []),
    ("an overlong form is repaired", "a.txt", "\u00e9\u00e9\u00e9 ".encode() + b"\xc0\xaf may", 0, "encoding repaired: 2 bytes", []),
    ("a surrogate is repaired", "a.txt", "\u00e9\u00e9\u00e9\u00e9 ".encode() + b"\xed\xa0\x80 may", 0, "encoding repaired: 3 bytes", []),
    ("a cut tail is repaired", "a.txt", "\u00e9\u00e9 may ".encode() + b"\xe2\x80", 0, "encoding repaired", []),
    ("a mark at the start is no text", "a.txt", b"\xef\xbb\xbfIt may rain.", 0, '"text":"It may rain."', []),
    ("a mark in the middle stays", "a.txt", b"It may\xef\xbb\xbf rain.", 0, "It may\ufeff rain.", []),
    ("UTF-16, little-endian, with mark", "a.txt", "\ufeffIt may rain.".encode("utf-16-le"), 0, '"text":"It may rain."', []),
    ("UTF-16, big-endian, with mark", "a.txt", "\ufeffIt may rain.".encode("utf-16-be"), 0, '"text":"It may rain."', []),
    ("UTF-16 without mark", "a.txt", ("It may rain. " * 20).encode("utf-16-le"), 0, "read as UTF-16", []),
    ("UTF-32 is refused by name", "a.txt", "\ufeffIt may.".encode("utf-32-le"), 3, "a.txt: UTF-32 is not read", []),
    ("Windows-1252 quotes are quotes", "a.txt", b"He said \x93it may rain\x94 twice.", 0, "read as Windows-1252", []),
    ("a declared charset is believed", "a.html", b"<html><head><meta charset='iso-8859-2'></head><body><p>It may rain on the qu\xe1y of the old town tonight, they say.</p>", 0, "qu\u00e1y", []),
    ("a NUL byte", "a.txt", b"a\0b", 3, "a.txt: looks binary: a NUL byte at byte 1", []),
    ("a PDF file", "a.txt", b"%PDF-1.7 x", 3, "a.txt: looks binary: a PDF file", []),
    ("an office document", "a.txt", b"PK\x03\x04xxxx", 3, "a ZIP archive or an office document", []),
    ("a picture", "a.txt", b"\x89PNG\r\n\x1a\n", 3, "looks binary: a picture", []),
    ("a program", "a.txt", b"\x7fELF\x02\x01", 3, "looks binary: a program", []),
    ("mixed line ends", "a.txt", b"One.\r\nTwo may.\rThree.\nFour.", 0, '"words":5', []),
    ("an empty file", "a.txt", b"", 0, '"words":0', []),
    ("white space only", "a.txt", b" \n\t\n ", 0, '"words":0', []),
    ("a file over the limit", "a.txt", b"may " * 500, 3, "a.txt: larger than the limit of 1000 bytes", ["--max-bytes", "1000"]),
    ("a line over the limit", "a.jsonl", line(text="may " * 500), 3, "a.jsonl:1: the line is longer than the limit", ["--max-bytes", "1000"]),
    ("a long line of text over its limit", "a.txt", b"ok\n" + b"may " * 500, 3, "a.txt:2: the line is longer than the limit of 1000 bytes", ["--max-line", "1000"]),
    ("a gzip bomb stops at the limit", "a.txt.gz", gzip.compress(b"\n" * 20_000_000), 3, "larger than the limit", ["--max-bytes", "1000000"]),
    ("gzip inside gzip", "a.txt.gz", gzip.compress(gzip.compress(GOOD)), 3, "gzip data inside gzip data", []),
    ("a gzip file cut off", "a.txt.gz", gzip.compress(GOOD * 50)[:-12], 3, "end too early", []),
    ("a gzip file with a wrong sum", "a.txt.gz", gzip.compress(GOOD * 50)[:-8] + b"\0" * 8, 3, "a.txt.gz: ", []),
    ("no JSON", "a.jsonl", b"nonsense\n", 3, "a.jsonl:1:1: expected an object", []),
    ("a bad line in the middle", "a.jsonl", line(text="One may.") + b"{\n" + line(text="Two may."), 3, "a.jsonl:2:", []),
    ("an object without text", "a.jsonl", line(id="x"), 3, 'a.jsonl:1:12: the object has no \\"text\\"'.replace("\\", ""), []),
    ("a text that is no string", "a.jsonl", line(text=3), 3, "expected a string", []),
    ("a key twice", "a.jsonl", b'{"text":"a","text":"b"}\n', 3, "second time", []),
    ("JSON nested too deeply", "a.jsonl", b'{"text":"","x":' + b"[" * N + b"\n", 3, "nested too deeply", []),
    ("a lone surrogate", "a.jsonl", b'{"text":"\\ud800"}\n', 3, "surrogate", []),
    ("a control character", "a.jsonl", b'{"text":"a\x01"}\n', 3, "control character", []),
    ("a number that is none", "a.jsonl", b'{"text":"a","n":NaN}\n', 3, "expected a value", []),
    ("JSON that is not UTF-8", "a.jsonl", b'{"text":"\xff"}\n', 3, "a.jsonl:1:10: not UTF-8", []),
    ("NUL escaped in a text is data", "a.jsonl", b'{"text":"It may\\u0000 rain."}\n', 0, "may\\u0000", []),
    ("a million quotation marks", "a.txt", b'"' * 1_000_000, 0, '"words":0', []),
    ("alternating marks of all kinds", "a.txt", "\u201c\u2018'\"\u2019\u201d ".encode() * 30000, 0, "slantwise-article/1", []),
    ("a word of a megabyte", "a.txt", b"a" * 1_000_000, 0, '"words":1', []),
    ("unclosed elements without end", "a.html", b"<html><body>" + b"<p>It may rain. " * 20000, 0, "slantwise-article/1", []),
    ("elements nested too deeply", "a.html", b"<html><body>" + b"<div>" * N, 3, "nested more than 512 deep", []),
    ("a megabyte in an attribute", "a.html", b"<html><body><p title='" + b"x" * 1_000_000 + b"'>It may rain on the old pier tonight, the keeper said to us.</p>", 0, "may rain", []),
    ("a flood of references", "a.html", b"<html><body><p>It may rain on the old pier tonight &amp;" + b"&amp;" * 50000 + b"</p>", 0, "may rain", []),
    ("markup is shown as text only where it is text", "a.html", b"<html><body><p>It may rain &lt;script&gt;x&lt;/script&gt; on the old pier tonight.</p><script>may()</script>", 0, "<script>x</script>", []),
    ("block quotes nested too deeply", "a.md", b"> " * 2000 + b"may", 3, "nested more than 512 deep", []),
    ("a million open brackets in Markdown", "a.md", b"[" * 200_000 + b" It may rain.", 0, "may rain", []),
    ("a directory by name of a file", "a.txt/", None, 0, "", []),
    ("a socket", "a.sock", "socket", 3, "a.sock: ", []),
    ("a pipe that nobody writes to", "a.fifo", "fifo", 3, "not a regular file", []),
    ("a dangling link", "a.txt", "link", 3, "cannot open", []),
    ("a device", "/dev/zero", "device", 3, "/dev/zero: is not a regular file", []),
]


def place(folder, name, data):
    path = name if name.startswith("/") else os.path.join(folder, name)
    if data is None:
        os.makedirs(path)
    elif data == "socket":
        s = socket.socket(socket.AF_UNIX)
        os.chdir(folder)
        s.bind(name)
    elif data == "fifo":
        os.mkfifo(path)
    elif data == "link":
        os.symlink("nowhere", path)
    elif data != "device":
        with open(path, "wb") as f:
            f.write(data)
    return path


def check(number, row):
    name, file, data, status, says, options = row
    folder = os.path.join(scratch, str(number))
    os.makedirs(folder)
    path = place(folder, file, data)
    with open(os.path.join(folder, "good.txt"), "wb") as f:
        f.write(GOOD)
    done = subprocess.run([slantwise, "analyze", "--format", "jsonl"] + options + [path, os.path.join(folder, "good.txt")],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    out, err = done.stdout.decode(), done.stderr.decode()
    records = [json.loads(x) for x in out.splitlines()]
    if done.returncode != status:
        return f"status {done.returncode}, expected {status}: {err.strip()[:200]}"
    if not records or not records[-1]["article"]["source"].endswith("good.txt"):
        return "the good article beside it is missing"
    if says not in (err if status else out):
        return f"does not say '{says}': {(err if status else out)[:300]}"
    return None


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"1..{len(ROWS)}")
    failed = 0
    for number, row in enumerate(ROWS, 1):
        try:
            why = check(number, row)
        except subprocess.TimeoutExpired:
            why = "takes more than a minute"
        failed += why is not None
        if why:
            print("# " + why.replace("\n", " "))
        print(f"{'not ok' if why else 'ok'} {number} - {row[0]}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
