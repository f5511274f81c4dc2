#!/usr/bin/env bash
# Tries the recipe with GNU parallel: shards side by side, one killed midway. The merged reports must be those of one plain run, byte by byte.
# Says so and ends well where GNU parallel is not installed.
#
#   deploy/parallel/test.sh [INPUT [SHARDS]]       default: data/samples 3
#
# CLASSIFIER names the program (default: this checkout's Release build).
set -euo pipefail
here=$(dirname "$(realpath "$0")") root=$(realpath "$(dirname "$0")/../..")
input=$(realpath "${1:-$root/data/samples}") shards=${2:-3}
export CLASSIFIER=${CLASSIFIER:-dotnet $root/src/Classifier.App/bin/Release/net10.0/classifier.dll}

parallel --version 2>/dev/null | grep -q '^GNU parallel' || { echo "left out: the test needs GNU parallel (Debian: apt-get install parallel)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

$CLASSIFIER classify "$input" --out "$work/whole" >/dev/null 2>&1 || [ $? -eq 1 ]
"$here/classify.sh" "$input" "$work/out" "$shards" --jobs 2 > "$work/log" 2>&1 &
recipe=$!
# Kills the program that works on the first shard, which is the one that holds its journal; GNU parallel starts it again.
for ((i = 0; i < 600; i++)); do
    holder=$({ find /proc/[0-9]*/fd -lname "$work/out/shards/1/.classifier-run/journal" 2>/dev/null || true; } | head -n 1 | cut -d / -f 3)
    [ -n "$holder" ] && kill -9 "$holder" && break
    sleep 0.05
done
code=0
wait "$recipe" || code=$?
[ "$code" -le 1 ] && diff -r "$work/whole" "$work/out/report" || { echo "FAILED: exit code $code"; cat "$work/log"; exit 1; }
grep -q "Going on with a stopped run" "$work/log" || { echo "FAILED: no shard was gone on with"; cat "$work/log"; exit 1; }
echo "passed: $shards shards by GNU parallel, one killed and started again; the merged reports are byte by byte those of one run"
