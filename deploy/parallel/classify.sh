#!/usr/bin/env bash
# The same job with GNU parallel, on one machine or (with --sshloginfile, over a shared folder) on several.
#
#   deploy/parallel/classify.sh INPUT OUT SHARDS [PARALLEL OPTIONS]
#
# CLASSIFIER names the program where it is not on the PATH. A shard that ended early is run again by calling this again.
set -uo pipefail
input=$1 out=$2 shards=$3
shift 3
program=${CLASSIFIER:-classifier}
mkdir -p "$out/shards"

# Exit code 1 means that reports are written and name documents that failed: trying again cannot help.
seq "$shards" | parallel --joblog "$out/shards.log" --retries 3 --halt soon,fail=20% "$@" \
    "$program classify '$input' --shard {}/$shards --workers 1 --resume --out '$out/shards/{}'; code=\$?; [ \$code -eq 1 ] && exit 0; exit \$code" \
    || { echo "some shards ended early: see $out/shards.log, then run the same command again" >&2; exit 1; }
$program merge "$out"/shards/* --out "$out/report"
