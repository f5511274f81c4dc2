#!/usr/bin/env bash
# Tries the recipe on a real Slurm: a cluster of two nodes on this machine, an array of shards, one task and one node killed midway. The merged
# reports must be those of one plain run, byte by byte. Needs root and Debian's slurm-wlm and munge; says so and ends well where they are not.
#
#   deploy/slurm/test.sh [INPUT [SHARDS]]       default: data/samples 4
#
# CLASSIFIER names the program (default: this checkout's Release build).
set -euo pipefail
here=$(dirname "$(realpath "$0")") root=$(realpath "$(dirname "$0")/../..")
input=$(realpath "${1:-$root/data/samples}") shards=${2:-4}
export CLASSIFIER=${CLASSIFIER:-dotnet $root/src/Classifier.App/bin/Release/net10.0/classifier.dll}

leave_out() { echo "left out: the Slurm test needs $1"; exit 0; }
[ "$(id -u)" -eq 0 ] || leave_out "root, as Slurm's daemons do"
for program in sbatch slurmctld slurmd munged; do
    command -v "$program" >/dev/null || leave_out "$program (Debian: apt-get install slurm-wlm munge)"
done

work=$(mktemp -d)
finish() {
    "$here/cluster.sh" stop "$work/cluster"
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "FAILED: $1"
    squeue || true
    tail -n 20 "$work"/cluster/log/*.log "$work"/slurm-*.out || true
    exit 1
}
say() { echo "$(date +%T) $1"; }

# within SECONDS COMMAND...: waits until the command succeeds.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.1
    done
}
both_idle() { [ "$(sinfo -h -N -o '%T' | sort -u)" = idle ]; }
is_down() { [[ "$(sinfo -h -n "$1" -o '%T')" == down* ]]; }
all_done() { [ -z "$(squeue -h -o '%i')" ]; }

# Processes whose environment holds the first and whose command line holds the second.
of_job() {
    local process
    for process in /proc/[0-9]*; do
        tr '\0' '\n' < "$process/environ" | grep -qx "$1" && tr '\0' ' ' < "$process/cmdline" | grep -q "$2" && echo "${process#/proc/}"
    done 2>/dev/null
    return 0
}

# Kills the classifier of the first task that is at work, as the kernel would for lack of memory.
kill_a_task() {
    local journal task holder
    for journal in "$work"/out/shards/*/.classifier-run/journal; do
        task=${journal#"$work"/out/shards/} task=${task%%/*}
        holder=$({ find /proc/[0-9]*/fd -lname "$journal" 2>/dev/null || true; } | head -n 1 | cut -d / -f 3)
        if [ -n "$holder" ] && kill -9 "$holder" && [ ! -f "$work/out/shards/$task/shard.json" ]; then
            say "killed the program of task $task"
            return 0
        fi
    done
    return 1
}

# Kills all that runs on a node while it is at work: its daemon, what stands between the daemon and the job, the job.
kill_the_node() {
    local job
    job=$(of_job "SLURMD_NODENAME=$1" "slurm_script" | head -n 1)
    [ -n "$job" ] || return 1
    kill -9 "$(cat "$work/cluster/slurmd-$1.pid")" "$(awk '{ print $4 }' "/proc/$job/stat")" $(of_job "SLURMD_NODENAME=$1" .) 2>/dev/null || true
    say "killed node $1 with the task on it"
}

say "one plain run"
$CLASSIFIER classify "$input" --out "$work/whole" >/dev/null 2>&1 || [ $? -eq 1 ] || fail "the plain run"

say "starting a cluster of two nodes"
eval "$("$here/cluster.sh" start "$work/cluster")"
within 60 both_idle || fail "the nodes are not ready"

cd "$work"
# The nodes of this cluster have one core and say nothing about their memory.
job=$(sbatch --parsable --array="1-$shards" --cpus-per-task=1 --mem=0 "$here/classify.sbatch" "$input" "$work/out")
say "array $job of $shards shards"
within 60 kill_a_task || fail "no task was at work"
within 60 kill_the_node n2 || fail "no task ran on n2"
within 90 is_down n2 || fail "Slurm does not miss n2"
say "Slurm says that n2 is down; starting it again"
"$here/cluster.sh" node "$work/cluster" n2
within 900 all_done || fail "the array does not end"

restarts=$(scontrol show job -o "$job" | grep -o 'Restarts=[0-9]*' | awk -F= '{ n += $2 } END { print n + 0 }')
scontrol show job -o "$job" | grep -oE 'ArrayTaskId=[0-9]+|JobState=[A-Z_]+|Restarts=[0-9]+|NodeList=n[0-9]' | paste -sd' ' | sed 's/ ArrayTaskId/\nArrayTaskId/g'
[ "$restarts" -ge 2 ] || fail "two tasks were killed and Slurm started $restarts again"
$CLASSIFIER merge "$work"/out/shards/* --out "$work/merged" >/dev/null 2>&1 || [ $? -eq 1 ] || fail "the merge"
diff -r "$work/whole" "$work/merged" || fail "the merged reports differ from those of a plain run"
say "passed: $shards shards of $(grep -c '"document":' "$work/merged/run.json") inputs, a task and a node killed, $restarts restarts; the merged reports are byte by byte those of one run"
