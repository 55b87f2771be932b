"""A device of the lab: all its processes are in pid and mount namespaces of its own."""

import subprocess
import time

from topology import LabError

PATIENCE_SECONDS = 20


class World:
    def __init__(self, name, claim, folder):
        self.name = name
        self.claim = claim
        self.folder = folder

    def is_on(self):
        return self.claim.process(self.name) is not None

    def on(self, boot, *arguments, ready):
        """Starts the script as the world's first process; returns when `ready` says so."""
        # The shell writes its pid and start time, then becomes the process it wrote about.
        record = (
            f'echo $$ $(cut -d" " -f22 /proc/$$/stat) >"{self.claim.pid_file(self.name)}";'
            ' exec "$@"'
        )
        unshare = "unshare --mount --pid --fork --kill-child --mount-proc".split()
        with open(self.folder / "boot.log", "wb") as log:
            process = subprocess.Popen(
                ["/bin/sh", "-c", record, "sh", *unshare, str(boot), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not ready():
            if process.poll() is not None or time.monotonic() > deadline:
                said = (self.folder / "boot.log").read_text(errors="replace").strip()
                raise LabError(f"{self.name} did not start: {said or 'see ' + str(self.folder)}")
            time.sleep(0.01)

    def off(self):
        """Cuts the power: every process ends at once, nothing is said goodbye to."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.is_on():
            # The first process of its pid namespace takes all others with it, and ends after them.
            self.claim.kill_children(self.name)
            if time.monotonic() > deadline:
                raise LabError(f"{self.name} does not end; see {self.claim.pid_file(self.name)}.")
            time.sleep(0.01)
        self.claim.pid_file(self.name).unlink(missing_ok=True)
