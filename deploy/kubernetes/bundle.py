#!/usr/bin/env python3
"""Writes the OCI configuration of one index of job.yaml: what a node's container runtime would be told. With a command, that takes the place of the job's.

    bundle.py JOB_YAML INDEX ROOT_FOLDER INPUT_FOLDER OUTPUT_FOLDER [COMMAND...] > config.json
"""
import json
import sys

import yaml

job_file, index, root, inputs, outputs, *command = sys.argv[1:]
with open(job_file, encoding="utf-8") as file:
    pod = yaml.safe_load(file)["spec"]["template"]["spec"]
container = pod["containers"][0]
security = {**pod["securityContext"], **container["securityContext"]}
if security["capabilities"] != {"drop": ["ALL"]}:
    sys.exit(f"bundle.py: found the capabilities {security['capabilities']}; expected that all are dropped")
UNITS = {"Gi": 1 << 30, "Mi": 1 << 20}
memory = container["resources"]["limits"]["memory"]
places = {"in": inputs, "out": outputs}


def volume(mount):
    """A claim is a folder of this machine; an emptyDir is a file system in memory."""
    if mount["name"] not in places:
        return {"destination": mount["mountPath"], "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "nodev", "mode=1777"]}
    return {"destination": mount["mountPath"], "type": "bind", "source": places[mount["name"]], "options": ["bind", "ro" if mount.get("readOnly") else "rw"]}


json.dump({
    "ociVersion": "1.0.2",
    "process": {
        "user": {"uid": security["runAsUser"], "gid": security["fsGroup"]},
        "args": command or container["command"] + container["args"],
        "env": ["PATH=/usr/bin:/bin", f"JOB_COMPLETION_INDEX={index}"],
        "cwd": "/",
        "noNewPrivileges": not security["allowPrivilegeEscalation"],
        "capabilities": {kind: [] for kind in ("bounding", "effective", "inheritable", "permitted", "ambient")},
    },
    "root": {"path": root, "readonly": security["readOnlyRootFilesystem"]},
    "mounts": [
        {"destination": "/proc", "type": "proc", "source": "proc"},
        {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "strictatime", "mode=755", "size=65536k"]},
        *map(volume, container["volumeMounts"]),
    ],
    "linux": {
        "namespaces": [{"type": kind} for kind in ("pid", "mount", "ipc", "uts", "network")],
        "resources": {"memory": {"limit": int(memory[:-2]) * UNITS[memory[-2:]]}},
        "maskedPaths": ["/proc/kcore", "/proc/keys", "/proc/timer_list", "/sys/firmware"],
        "readonlyPaths": ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys"],
    },
}, sys.stdout, indent=2)
