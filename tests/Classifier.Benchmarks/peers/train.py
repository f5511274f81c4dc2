#!/usr/bin/env python3
"""Fits the models of the peers, which is not timed.   usage: train.py CLAUSES.csv OUT_DIR

fastText: one model for each of layer, rights impact, framing and force (Debian: fasttext). scikit-learn: word and character TF-IDF with one
logistic regression for each of our eleven labels (Debian: python3-sklearn). What is not installed is left out.
"""
import csv, os, shutil, subprocess, sys

LAYER = {("1", "0"): "infrastructure", ("0", "1"): "content", ("1", "1"): "both", ("0", "0"): "neither"}
LABELS = {"infrastructure": lambda r: r["infrastructure"] == "1", "content": lambda r: r["content"] == "1",
          "restricts": lambda r: r["rights_impact"] == "restricts", "protects": lambda r: r["rights_impact"] == "protects",
          "expression": lambda r: "expression" in r["rights"], "privacy": lambda r: "privacy" in r["rights"], "communication": lambda r: "communication" in r["rights"],
          "state_centric": lambda r: r["framing"] == "state_centric", "multistakeholder": lambda r: r["framing"] == "multistakeholder",
          "binding": lambda r: r["force"] == "binding", "voluntary": lambda r: r["force"] == "voluntary"}


def fit_fasttext(rows, out):
    for axis in ("layer", "rights_impact", "framing", "force"):
        with open(f"{out}/{axis}.txt", "w", encoding="utf-8") as text:
            for row in rows:
                label = LAYER[row["infrastructure"], row["content"]] if axis == "layer" else row[axis]
                text.write(f"__label__{label} {' '.join(row['text'].lower().split())}\n")
        subprocess.run(["fasttext", "supervised", "-input", f"{out}/{axis}.txt", "-output", f"{out}/{axis}", "-epoch", "25", "-lr", "0.5", "-wordNgrams", "2",
                        "-minn", "3", "-maxn", "5", "-dim", "50", "-bucket", "200000", "-thread", "2"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def fit_sklearn(rows, out):
    import joblib
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_union
    vectors = make_union(TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True, min_df=2, token_pattern=r"(?u)\b\w+\b"),
                         TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3))
    x = vectors.fit_transform([row["text"] for row in rows])
    models = {name: LogisticRegression(C=10, max_iter=400).fit(x, [of(row) for row in rows]) for name, of in LABELS.items()}
    joblib.dump((vectors, models), f"{out}/sklearn.joblib")


if __name__ == "__main__":
    clauses, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    with open(clauses, encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    if shutil.which("fasttext"):
        fit_fasttext(table, out)
    try:
        fit_sklearn(table, out)
    except ImportError as missing:
        print(f"left out: {missing}", file=sys.stderr)
