#!/usr/bin/env python3
"""The other script that a user would write: PDF text by Python, scores by scikit-learn.   usage: python_sklearn.py fitz|pdfminer|pdfplumber MODELS PDFS OUT PROCESSES

fitz is PyMuPDF (Debian: python3-fitz); pdfminer is pdfminer.six (Debian: python3-pdfminer), pure Python, by which pdfplumber reads.
"""
import csv, glob, multiprocessing, os, re, sys

reader, models, pdfs, out, processes = sys.argv[1:]


def paragraphs(path):
    if reader == "fitz":
        import fitz
        fitz.TOOLS.mupdf_display_errors(False)
        with fitz.open(path) as document:
            blocks = [block[4] for page in document for block in page.get_text("blocks") if block[6] == 0]
    elif reader == "pdfminer":
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextBox
        blocks = [box.get_text() for page in extract_pages(path) for box in page if isinstance(box, LTTextBox)]
    else:
        import pdfplumber
        with pdfplumber.open(path) as document:
            blocks = [part for page in document.pages for part in re.split(r"\n\s*\n", page.extract_text() or "")]
    texts = [" ".join(block.split()) for block in blocks]
    return [text for text in texts if len(text.split()) >= 6]


def start():
    import joblib
    global vectors, labels
    vectors, labels = joblib.load(f"{models}/sklearn.joblib")


def classify(path):
    try:
        texts = paragraphs(path)
    except Exception:
        return []
    if not texts:
        return []
    x = vectors.transform(texts)
    scores = [model.predict_proba(x)[:, 1] for model in labels.values()]
    return [[os.path.basename(path), text, *(f"{score[i]:.4f}" for score in scores)] for i, text in enumerate(texts)]


if __name__ == "__main__":
    os.makedirs(out, exist_ok=True)
    files = sorted(glob.glob(f"{pdfs}/**/*.pdf", recursive=True), key=os.path.getsize, reverse=True)
    with multiprocessing.Pool(min(int(processes), len(files)), start) as pool, open(f"{out}/report.csv", "w", encoding="utf-8", newline="") as report:
        rows = csv.writer(report)
        for found in pool.imap(classify, files):
            rows.writerows(found)
