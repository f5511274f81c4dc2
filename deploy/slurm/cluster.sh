#!/usr/bin/env bash
# A Slurm cluster of two nodes on this one machine, for trying recipes. Needs root and Debian's slurm-wlm and munge.
#
#   deploy/slurm/cluster.sh start FOLDER        prints the line that points Slurm's commands at it
#   deploy/slurm/cluster.sh node FOLDER NAME    starts a node again (n1 or n2)
#   deploy/slurm/cluster.sh stop FOLDER
set -euo pipefail
action=$1 folder=$(realpath -m "$2")
conf=$folder/slurm.conf

stop() {
    for name in slurmctld slurmd-n1 slurmd-n2 munged; do
        [ -f "$folder/$name.pid" ] && kill -9 "$(cat "$folder/$name.pid")" 2>/dev/null || true
    done
}

write_configuration() {
    local host
    host=$(hostname -s)
    mkdir -p "$folder"/{state,n1,n2,log}
    cat > "$conf" <<CONF
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
AuthType=auth/munge
# A job that is queued again waits until the credentials of its first start have expired: two minutes, where nothing is said.
AuthInfo=socket=$folder/munge.socket,cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmdTimeout=15
KillWait=3
MinJobAge=3600
SchedulerParameters=sched_interval=2
JobRequeue=1
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16818 CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16819 CPUs=1 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

start() {
    write_configuration
    dd if=/dev/urandom of="$folder/munge.key" bs=1 count=1024 status=none
    chmod 400 "$folder/munge.key"
    munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
        --log-file="$folder/log/munged.log" --seed-file="$folder/munge.seed"
    slurmctld -f "$conf"
    slurmd -N n1 -f "$conf"
    slurmd -N n2 -f "$conf"
    echo "export SLURM_CONF=$conf"
}

case $action in
    start) start ;;
    node) slurmd -N "$3" -f "$conf" ;;
    stop) stop ;;
    *) echo "cluster.sh start|node|stop FOLDER" >&2; exit 2 ;;
esac
