# SPDX-License-Identifier: MIT
"""Holds facts.json against the articles beside it: positions, names, and that no
quotation mark and no word of the terror family was passed over. Prints what is wrong."""
import json
import re
import sys

FOLDER = sys.argv[1]
UNREAD = {"dateline", "byline", "credit", "author_note", "boilerplate", "duplicate"}
MARKS = re.compile(r"[“”\"]|''(?!')")


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u2011", "-"))


def pieces(fact):
    return fact.get("parts", [fact])


def misplaced(text, facts):
    for kind, rows in facts.items():
        for piece in (piece for row in rows for piece in pieces(row)):
            if text[piece["start"]:piece["end"]] != piece["text"]:
                yield f"{kind}: {piece['text']!r} does not stand at {piece['start']}"


def unknown_names(text, facts):
    for kind, rows in facts.items():
        for row in rows:
            for key in ("source", "cue", "agent", "patient", "speaker"):
                if key in row and row[key] not in plain(text):
                    yield f"{kind}: {key} {row[key]!r} is not in the text"


def broken_paragraphs(text, facts):
    for row in facts["roles"]:
        before, after = text[:row["start"]], text[row["end"]:]
        if not (before.endswith("\n") or not before) or after[:1] not in ("", "\r", "\n"):
            yield f"roles: {row['text']!r} is not a whole paragraph"


def read_places(text, facts):
    """True for each place in a paragraph that analyzers read."""
    read = [True] * len(text)
    for row in facts["roles"]:
        if row["role"] in UNREAD:
            read[row["start"]:row["end"]] = [False] * (row["end"] - row["start"])
    return read


def unmarked_quotes(text, facts, read):
    edges = set()
    for piece in (piece for row in facts["quotations"] for piece in pieces(row)):
        edges |= {piece["start"], piece["end"]}
    for mark in MARKS.finditer(text):
        if read[mark.start()] and mark.start() not in edges and mark.end() not in edges:
            yield f"quotations: the mark at {mark.start()} bounds none: {text[mark.start() - 20:mark.end() + 20]!r}"


def miscounted_terror(text, facts, read, counts):
    terror = [row for row in facts["terms"] if row["family"] == "terror"]
    found = [m for m in re.finditer(r"\bterror\w*", text, re.IGNORECASE) if read[m.start()]]
    if {m.start() for m in found} != {row["start"] for row in terror}:
        yield f"terms: {len(found)} words of the terror family in the text, {len(terror)} in the facts"
    for voice, count in counts.items():
        if count != sum(row["voice"] == voice for row in terror):
            yield f"terror_words_by_voice: {voice} {count}"


def article(name):
    with open(f"{FOLDER}/{name}", encoding="utf-8", newline="") as file:
        return file.read()


def lost_words(story):
    """Words that the facts give for several articles, and the articles that lack them."""
    claims = [(name, row["words"]) for row in story["shared_quotations"] if "words" in row
              for name in [*row.get("same", []), *row.get("attributed_differently", {}), row.get("whole")] if name]
    for row in story["headline_stronger_than_body"]:
        claims += [(row["article"], row["headline"]), (row["article"], row["body"])]
    for name, words in claims:
        if words not in plain(article(name)):
            yield f"{name}: story: {words!r} is not in the text"


def check(name, facts):
    text = article(name)
    counts = facts.pop("terror_words_by_voice")
    read = read_places(text, facts)
    for problem in (*misplaced(text, facts), *unknown_names(text, facts), *broken_paragraphs(text, facts),
                    *unmarked_quotes(text, facts, read), *miscounted_terror(text, facts, read, counts)):
        yield f"{name}: {problem}"


def main():
    with open(f"{FOLDER}/facts.json", encoding="utf-8") as file:
        given = json.load(file)
    articles = given["articles"]
    wrong = [problem for name, facts in articles.items() for problem in check(name, facts)]
    wrong += lost_words(given["story"])
    with open(f"{FOLDER}/manifest.json", encoding="utf-8") as file:
        if [entry["file"] for entry in json.load(file)["articles"]] != list(articles):
            wrong.append("facts.json and manifest.json name other articles")
    print("\n".join(wrong))
    return bool(wrong)


sys.exit(main())
