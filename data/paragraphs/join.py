#!/usr/bin/env python3
"""Joins the labels in labels.csv with the private text that they were given for, and writes labelled clauses that `classifier train` reads.

usage: join.py policy-text.txt.xz FOLDER

Two files come into the folder: telling.jsonl, and aside.jsonl with the paragraphs of law on which nothing but force has an answer. Many of these
were picked because a model took them for something else; they should count less. A paragraph whose hash is not the one that its label was given
for ends the program: the text is then another edition, and labels would go to wrong paragraphs. Needs Python 3.8 or later and nothing beside it.
"""
import csv, hashlib, json, lzma, os, sys


def stop(message):
    sys.exit(f"join.py: {message}")


def labels(path):
    """Rows of labels.csv by the number of their paragraph."""
    with open(path, encoding="utf-8", newline="") as file:
        return {int(row["line"]): row for row in csv.DictReader(file)}


def paragraphs(path, wanted):
    """The wanted paragraphs, by number counted from 0."""
    try:
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as text:
            return {number: line.rstrip("\n") for number, line in enumerate(text) if number in wanted}
    except (OSError, lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        stop(f"{path}: cannot be read as UTF-8 text compressed by xz: {error}")


def aside(row):
    """True where a paragraph of law is about none of what is asked."""
    answers = (row["infrastructure"], row["content"], row["rights_impact"], row["framing"])
    return row["kind"] == "law" and answers == ("0", "0", "none", "neutral")


def clause(number, row, text):
    return {
        "id": f"paragraph-{number}", "text": text, "infrastructure": int(row["infrastructure"]), "content": int(row["content"]),
        "rights_impact": row["rights_impact"], "rights": [right for right in row["rights"].split(";") if right],
        "framing": row["framing"], "force": row["force"], "document": row["document"],
    }


def main():
    if len(sys.argv) != 3:
        stop("expected two arguments: policy-text.txt.xz FOLDER")
    rows = labels(os.path.join(os.path.dirname(os.path.abspath(__file__)), "labels.csv"))
    texts = paragraphs(sys.argv[1], rows)
    files = {"telling.jsonl": [], "aside.jsonl": []}
    for number, row in sorted(rows.items()):
        if number not in texts:
            stop(f"{sys.argv[1]}: found no paragraph {number}; expected one, as labels.csv has its label. This is another edition of the text.")
        found = hashlib.sha256(texts[number].encode("utf-8")).hexdigest()[:16]
        if found != row["sha256"]:
            stop(f"{sys.argv[1]}, paragraph {number}: found a text of SHA-256 {found}; expected {row['sha256']}, as in labels.csv. This is another edition of the text.")
        files["aside.jsonl" if aside(row) else "telling.jsonl"].append(json.dumps(clause(number, row, texts[number]), ensure_ascii=False))
    os.makedirs(sys.argv[2], exist_ok=True)
    for name, lines in files.items():
        with open(os.path.join(sys.argv[2], name), "w", encoding="utf-8", newline="\n") as out:
            out.write("\n".join(lines) + "\n")
        print(f"{len(lines)} labelled paragraphs: {os.path.join(sys.argv[2], name)}")


if __name__ == "__main__":
    main()
