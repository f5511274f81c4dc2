#!/bin/sh
# Makes policy.bin from the private text beside the project; make.py and distil.py say how. The word vectors take about five minutes, the encoder's vectors
# an hour or two, the sentence network ten minutes.
#
# usage: make.sh ENCODER TEACHER.npz    ENCODER: folder of model.onnx or model.safetensors, and vocab.txt; TEACHER.npz: keeps the encoder's vectors
set -eu
encoder=$(cd "${1:?folder of the encoder}" && pwd)
teacher=$(realpath "${2:?file that keeps the vectors of the encoder}")
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xz -dc ../../../shared/text/policy-text.txt.xz > "$work/text"
OPENBLAS_NUM_THREADS=1 python3 make.py "$work/words.bin" < "$work/text"
python3 distil.py "$work/words.bin" "$encoder" policy.bin "$teacher" < "$work/text"
