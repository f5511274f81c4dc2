#!/bin/sh
# Makes policy.bin from the private text beside the project; make.py and distil.py say how. The word vectors take about five minutes, the encoder's vectors
# an hour, the sentence network a quarter of an hour. The first argument is the folder of the encoder (model.onnx or model.safetensors, and vocab.txt).
set -eu
encoder=$(cd "$1" && pwd)
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xz -dc ../../../shared/text/policy-text.txt.xz > "$work/text"
OPENBLAS_NUM_THREADS=1 python3 make.py "$work/words.bin" < "$work/text"
python3 distil.py "$work/words.bin" "$encoder" policy.bin "$work/teacher.npy" < "$work/text"
