#!/usr/bin/env bash
# fastText's scores of clauses, one a line.   usage: fasttext_scores.sh MODELS CLAUSES OUT PROCESSES
set -euo pipefail
models=$1 clauses=$2 out=$3 processes=$4
printf '%s\n' layer rights_impact framing force | xargs -P "$processes" -I{} sh -c 'fasttext predict-prob "$1/{}.bin" "$2" > "$3/{}.pred"' _ "$models" "$clauses" "$out"
