# SPDX-License-Identifier: MIT
"""Holds the words that README.md gives for the example articles against the articles."""
import json
import re
import sys

FOLDER = sys.argv[1]


def plain(text):
    """Spaces and hyphens as the tables write them."""
    return re.sub(r"\s+", " ", text.replace("\u2011", "-"))


def article(name):
    with open(f"{FOLDER}/{name}.txt", encoding="utf-8", newline="") as file:
        return plain(file.read())


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def named_words(lines):
    """(article, words) of both tables: one has a column an article, the other a row."""
    columns, last = [], ""
    for line in lines:
        if not line.startswith("|") or line.startswith("|---"):
            continue
        row = cells(line)
        if row[0] == "what":
            columns = row[1:]
        elif row[0] == "phenomenon":
            columns = []
        elif row[0].startswith("`") or row[0] == "file":
            continue
        elif columns:
            for name, cell in zip(columns, row[1:]):
                yield from ((name, words) for words in re.findall(r"`([^`]+)`", cell))
        else:
            yield from ((row[-2], words) for words in re.findall(r"`([^`]+)`", row[-1]))


def main():
    with open(f"{FOLDER}/manifest.json", encoding="utf-8") as file:
        names = [entry["file"].removesuffix(".txt") for entry in json.load(file)["articles"]]
    texts = {name: article(name) for name in names}
    with open(f"{FOLDER}/README.md", encoding="utf-8") as file:
        claims = list(named_words(file.read().split("\n")))
    wrong = [f"{name}: {words}" for name, words in claims if words not in texts.get(name, "")]
    silent = [name for name in names if sum(name == claimed for claimed, _ in claims) < 20]
    wrong += [f"{name}: fewer than 20 passages are named" for name in silent]
    print("\n".join(wrong))
    return bool(wrong)


sys.exit(main())
