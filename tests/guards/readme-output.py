#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What README.md shows is what the program prints. With --update the file is brought up to date.

The blocks are found by their first line: the table of competing words (its first rows),
and the listing behind each "$ slantwise ..." line."""
import os, re, shlex, subprocess, sys

top, slantwise = os.environ["SLANT_SOURCE"], os.environ["SLANTWISE"]


def run(arguments):
    return subprocess.run([slantwise] + arguments, cwd=top, stdout=subprocess.PIPE, check=True).stdout.decode()


def matrix(rows):
    text = run(["compare", "--manifest", "tests/examples/manifest.json"])
    part = text[text.index("Words for the same thing"):]
    return "\n".join(part.split("\n")[:rows])


def current(block):
    lines = block.rstrip("\n").split("\n")
    if lines[0].startswith("Words for the same thing"):
        return matrix(len(lines))
    if lines[0].startswith("$ slantwise "):
        shown = run(shlex.split(lines[0])[2:]).split("\n")
        return "\n".join([lines[0]] + shown[:max(len(lines) - 1, 1)])
    return block.rstrip("\n")


def main():
    path = os.path.join(top, "README.md")
    with open(path, encoding="utf8") as f:
        readme = f.read()
    fresh = re.sub(r"```\n(.*?)\n```", lambda m: "```\n" + current(m.group(1)) + "\n```", readme, flags=re.S)
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf8") as f:
            f.write(fresh)
        return
    print("1..1")
    print(("ok" if fresh == readme else "not ok") + " 1 - README.md shows what the program prints (else: tests/guards/readme-output.py --update)")
    sys.exit(fresh != readme)


if __name__ == "__main__":
    main()
