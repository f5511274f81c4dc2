#!/usr/bin/env python3
"""Learns word vectors from plain text, one paragraph a line, and writes them in the form that the program reads.

usage: xz -dc policy-text.txt.xz | make.py OUT.bin

Positive pointwise mutual information over windows of five words, factored by a truncated singular value decomposition (Levy, Goldberg and Dagan
2015, Improving distributional similarity: frequent words thinned out, context counts to the power 0.75, singular values to the power 0.5). Vectors
have length one and are stored as 8-bit numbers; words are stored as hashes, so the file holds no text. Debian packages: python3-sklearn,
libopenblas0. The seeds are fixed, but another BLAS library may give other last digits, so the result is kept in the repository.
"""
import re, struct, sys
from collections import Counter
import numpy as np

WINDOW, LEAST, THIN, DIMENSIONS, CHUNK = 5, 8, 1e-4, 200, 4_000_000
MASK = (1 << 64) - 1


def finish(h):
    h = ((h ^ (h >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    h = ((h ^ (h >> 27)) * 0x94D049BB133111EB) & MASK
    return h ^ (h >> 31)


def word_hash(word):
    """The same as NgramHash: FNV-1a over UTF-16 units, finished as in SplitMix64."""
    h = 0xCBF29CE484222325
    units = word.encode("utf-16-le")
    for i in range(0, len(units), 2):
        h = ((h ^ (units[i] | units[i + 1] << 8)) * 0x100000001B3) & MASK
    return finish(h)


def paragraphs():
    """Words as ClauseScanner folds them: lower case, every digit a zero."""
    for line in sys.stdin:
        yield re.findall(r"\w+", re.sub(r"\d", "0", line.lower()))


def main():
    import scipy.sparse as sparse
    from sklearn.utils.extmath import randomized_svd
    texts = [sys.intern(" ".join(words)) for words in paragraphs()]
    counts = Counter()
    for text in texts:
        counts.update(text.split())
    total = sum(counts.values())
    words = sorted((w for w, n in counts.items() if n >= LEAST), key=lambda w: (-counts[w], w))
    index = {w: i for i, w in enumerate(words)}
    size = len(words)
    keep = np.array([min(1.0, (THIN * total / counts[w]) ** 0.5 + THIN * total / counts[w]) for w in words])
    ids = np.concatenate([np.array([index[w] for w in text.split() if w in index] + [-1] * WINDOW, np.int32) for text in texts])
    ids = ids[np.random.RandomState(1).rand(len(ids)) < np.where(ids >= 0, keep[np.maximum(ids, 0)], 1.0)]
    pairs = sparse.csr_matrix((size, size), dtype=np.float32)
    for start in range(0, len(ids), CHUNK):
        part = ids[start:start + CHUNK + WINDOW]
        for distance in range(1, WINDOW + 1):
            left, right = part[:len(part) - distance][:CHUNK], part[distance:][:CHUNK]
            real = (left >= 0) & (right >= 0)
            key, n = np.unique(left[real].astype(np.int64) * size + right[real], return_counts=True)
            pairs = pairs + sparse.csr_matrix(((n * (WINDOW + 1 - distance) / WINDOW).astype(np.float32), (key // size, key % size)), shape=(size, size))
    pairs = (pairs + pairs.T).tocoo()
    rows = np.bincount(pairs.row, pairs.data, size)
    contexts = rows ** 0.75 / (rows ** 0.75).sum()
    pmi = np.log(pairs.data / (rows[pairs.row] * contexts[pairs.col]))
    some = pmi > 0
    matrix = sparse.csr_matrix((pmi[some].astype(np.float32), (pairs.row[some], pairs.col[some])), shape=(size, size))
    left, values, _ = randomized_svd(matrix, DIMENSIONS, n_iter=2, n_oversamples=20, random_state=1)
    vectors = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    scale = np.abs(vectors).max(axis=1, keepdims=True) / 127
    hashes = np.array([word_hash(w) for w in words], np.uint64)
    order = np.argsort(hashes)
    information = np.array([np.log(total / counts[w]) for w in words], np.float32)
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack("<4sIII", b"CVEC", 2, size, DIMENSIONS))
        out.write(hashes[order].tobytes())
        out.write(information[order].tobytes())
        out.write(scale[order].astype(np.float32).tobytes())
        out.write(np.round(vectors / np.maximum(scale, 1e-12)).astype(np.int8)[order].tobytes())
        out.write(struct.pack("<I", 0))  # no sentence network; distil.py adds one
    print(f"{size} words, {DIMENSIONS} dimensions, from {total} words of text", file=sys.stderr)


if __name__ == "__main__":
    main()
