"""Whose lab it is: a folder under /run says which state folder owns a prefix; pid files are there.

It outlives a removed state folder and ends with the machine, as namespaces and processes do.
"""

import os
import shutil
import signal
from pathlib import Path

from topology import LabError

ROOT = Path("/run/haas-lab")


class Claim:
    def __init__(self, prefix, state):
        self.prefix = prefix
        self.state = state
        self.folder = ROOT / prefix

    def held_by(self):
        """The state folder of the lab that has this prefix, or None."""
        try:
            return Path((self.folder / "state").readlink())
        except FileNotFoundError:
            return None

    def take(self):
        """Makes the prefix ours; a second call changes nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            (self.folder / "state").symlink_to(self.state)
        except FileExistsError:
            self.require_ours()

    def require_ours(self):
        owner = self.held_by()
        if owner is not None and owner != self.state:
            raise LabError(
                f"The prefix {self.prefix!r} belongs to the lab in {owner}:"
                f" choose another HAAS_LAB_PREFIX, or take that lab down with `down --state {owner}`."
            )

    def drop(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def pid_file(self, name):
        return self.folder / f"{name}.pid"

    def process(self, name):
        """The pid of the process that wrote this pid file, or None when it has ended."""
        try:
            pid, started = self.pid_file(name).read_text().split()
        except (FileNotFoundError, ValueError):
            return None
        fields = _stat(pid)
        return (
            int(pid) if fields and fields["started"] == started and fields["state"] != "Z" else None
        )

    def kill_children(self, name):
        """Kills what that process started; it ends by itself once they have."""
        pid = self.process(name)
        for entry in os.listdir("/proc"):
            fields = _stat(entry) if pid and entry.isdigit() else None
            if fields and fields["parent"] == str(pid) and fields["state"] != "Z":
                os.kill(int(entry), signal.SIGKILL)


def _stat(pid):
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return {"state": fields[0], "parent": fields[1], "started": fields[19]}
