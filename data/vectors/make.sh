#!/bin/sh
# Makes policy.bin from the private text beside the project; see make.py. Takes about five minutes.
set -eu
cd "$(dirname "$0")"
xz -dc ../../../shared/text/policy-text.txt.xz | OPENBLAS_NUM_THREADS=1 python3 make.py policy.bin
