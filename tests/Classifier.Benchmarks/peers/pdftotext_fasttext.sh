#!/usr/bin/env bash
# What a user would otherwise script: poppler's pdftotext, paragraphs, fastText.   usage: pdftotext_fasttext.sh MODELS PDFS OUT PROCESSES
set -euo pipefail
models=$1 pdfs=$2 out=$3 processes=$4
mkdir -p "$out/txt"
find -L "$pdfs" -name '*.pdf' -print0 | xargs -0 -P "$processes" -I{} sh -c 'timeout 60 pdftotext -enc UTF-8 "$1" "$2/txt/$(basename "$1").txt" 2>/dev/null || true' _ {} "$out"
# Paragraphs of six words and more.
find "$out/txt" -name '*.txt' -print0 | sort -z | xargs -0 awk 'BEGIN { RS = "" } { gsub(/[ \n\f]+/, " "); if (split($0, words, " ") >= 6) print tolower($0) }' > "$out/clauses.txt"
printf '%s\n' layer rights_impact framing force | xargs -P "$processes" -I{} sh -c 'fasttext predict-prob "$1/{}.bin" "$2/clauses.txt" > "$2/{}.pred"' _ "$models" "$out"
paste "$out/layer.pred" "$out/rights_impact.pred" "$out/framing.pred" "$out/force.pred" "$out/clauses.txt" > "$out/report.tsv"
