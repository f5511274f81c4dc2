#!/usr/bin/env bash
# Tries the job without a cluster: each index runs as job.yaml says, in a container of its own (runc, the runtime below most clusters), as the
# user, with the rights, the file systems and the memory that it names. One index is killed midway and started again, as the cluster would. The
# merged reports must be those of one plain run, byte by byte. The scheduling itself needs a cluster and is not tried.
# Needs root, runc and python3-yaml; says so and ends well where they are not.
#
#   deploy/kubernetes/test.sh [INPUT [INDEXES]]       default: data/samples 3
#
# APP names the folder of the published program (default: publishes it as the Dockerfile does).
set -euo pipefail
here=$(dirname "$(realpath "$0")") root=$(realpath "$(dirname "$0")/../..")
input=$(realpath "${1:-$root/data/samples}") indexes=${2:-3}

# What the runtime-deps image documents, less ICU, which the program does not use.
packages=(libc6 libgcc-s1 libstdc++6 libssl3 tzdata dash coreutils)

leave_out() { echo "left out: the Kubernetes test needs $1"; exit 0; }
[ "$(id -u)" -eq 0 ] || leave_out "root, as a node's runtime does"
command -v runc >/dev/null || leave_out "runc (Debian: apt-get install runc)"
dpkg -L "${packages[@]}" >/dev/null 2>&1 || leave_out "Debian 12, whose packages it makes the container of"
python3 -c 'import yaml' 2>/dev/null || leave_out "python3-yaml (Debian: apt-get install python3-yaml)"

work=$(mktemp -d)
name=classify-$$
finish() {
    for ((index = 0; index < indexes; index++)); do runc delete --force "$name-$index" >/dev/null 2>&1 || true; done
    rm -rf "$work"
}
trap finish EXIT

# The image's file system: these packages and the program.
mkdir -p "$work"/root/{in,out,tmp,proc,dev,sys} "$work"/out/shards "$work/input"
dpkg -L "${packages[@]}" | grep -E '^/' | grep -vE '^/usr/share/(doc|man|locale|info)|^/\.$' | sort -u > "$work/files"
for folder in bin lib lib64 sbin; do mkdir -p "$work/root/usr/$folder" && ln -s "usr/$folder" "$work/root/$folder"; done
while read -r file; do [ -d "$file" ] || { mkdir -p "$work/root${file%/*}" && cp -P "$file" "$work/root$file"; }; done < "$work/files"
if [ -n "${APP:-}" ]; then
    cp -r "$APP" "$work/root/app"
else
    dotnet publish "$root/src/Classifier.App" -c Release -r linux-x64 -o "$work/root/app" > "$work/log" || { cat "$work/log"; exit 1; }
fi
cp -r "$input/." "$work/input"
# The volumes belong to the group of the job (fsGroup); the input may be read by all.
mkdir -p "$work/root/app/own" "$work/input/own"
chown -R 1000:1000 "$work/out" "$work/root/app/own" "$work/input/own" && chmod -R a+rX "$work"
sed "s/\b200\b/$indexes/" "$here/job.yaml" > "$work/job.yaml"

# container INDEX COMMAND...: runs an index to its end; with a command, that in its place.
container() {
    local index=$1 bundle=$work/bundle-$1
    shift
    mkdir -p "$bundle"
    python3 "$here/bundle.py" "$work/job.yaml" "$index" "$work/root" "$work/input" "$work/out" "$@" > "$bundle/config.json"
    runc run --bundle "$bundle" "$name-$index" < /dev/null
}
container 0 /bin/true 2> "$work/probe" || leave_out "a machine that lets containers run; runc said: $(tail -n 1 "$work/probe")"
# Folders that belong to the job's user in the image, so that only the file system itself can keep it from writing.
container 0 /bin/sh -c 'for place in /app/own /in/own; do touch "$place/a"; done' > "$work/log" 2>&1 || true
[ "$(grep -c "Read-only file system" "$work/log")" -eq 2 ] || { echo "FAILED: the image or the input can be written to"; cat "$work/log"; exit 1; }

"$work/root/app/classifier" classify "$work/input" --out "$work/whole" >/dev/null 2>&1 || [ $? -eq 1 ]
container 0 > "$work/log-0" 2>&1 &
first=$!
# A journal that holds no document yet has 40 bytes or less.
until [ -n "$(find "$work/out/shards/0/.classifier-run/journal" -size +100c 2>/dev/null)" ] || ! kill -0 "$first" 2>/dev/null; do sleep 0.02; done
runc kill "$name-0" KILL 2>/dev/null || { echo "FAILED: the first index ended before it could be killed"; cat "$work/log-0"; exit 1; }
code=0
wait "$first" || code=$?
[ "$code" -eq 137 ] || { echo "FAILED: a killed index ended with $code"; exit 1; }
runc delete --force "$name-0" 2>/dev/null || true
for ((index = 0; index < indexes; index++)); do
    container "$index" > "$work/log-$index" 2>&1 || { echo "FAILED: index $index ended with $?"; cat "$work/log-$index"; exit 1; }
done
grep -q "Going on with a stopped run" "$work/log-0" || { echo "FAILED: the killed index began anew"; cat "$work/log-0"; exit 1; }
container 0 /app/classifier merge $(seq -f /out/shards/%g 0 $((indexes - 1))) --out /out/report > "$work/log" 2>&1 || [ $? -eq 1 ] || { cat "$work/log"; exit 1; }
diff -r "$work/whole" "$work/out/report" || { echo "FAILED: the merged reports differ"; exit 1; }
echo "passed: $indexes indexes of the job in containers, one killed and started again; the merged reports are byte by byte those of one run"
