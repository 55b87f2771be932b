"""Switches: Open vSwitch and sshd, each pair in a small world of its own (switch/boot)."""

import json
import socket
import subprocess
import time
from pathlib import Path

from topology import TRUNK, LabError
from wires import run

BOOT = Path(__file__).resolve().parent.parent / "switch" / "boot"
ACCOUNT_UID = 64190
PATIENCE_SECONDS = 20
# As a switch comes from the factory: every edge port in VLAN 1.
FACTORY = "vlan_mode=access tag=1"


class SwitchPower:
    def __init__(self, switch, claim):
        self.switch = switch
        self.claim = claim
        self.folder = claim.state / switch.bridge

    def is_on(self):
        return self.claim.process(self.switch.name) is not None

    def works(self):
        """Whether it is on, still has its state folder, and listens where it is wanted."""
        return self.is_on() and (self.folder / "run" / "db.sock").exists() and self.greets()

    def on(self, topology):
        """Starts the switch as it was saved and returns when its SSH server answers."""
        (self.folder / "run").mkdir(parents=True, exist_ok=True)
        (self.folder / "bridge").write_text(
            " ".join([self.switch.bridge, *topology.ports(self.switch)]) + "\n"
        )
        pid_file = self.claim.pid_file(self.switch.name)
        # The shell writes its pid and start time, then becomes the process it wrote about.
        record = f'echo $$ $(cut -d" " -f22 /proc/$$/stat) >"{pid_file}"; exec "$@"'
        with open(self.folder / "boot.log", "wb") as log:
            process = subprocess.Popen(
                [
                    "/bin/sh",
                    "-c",
                    record,
                    "sh",
                    "unshare",
                    "--mount",
                    "--pid",
                    "--fork",
                    "--kill-child",
                    "--mount-proc",
                    str(BOOT),
                ]
                + [
                    self.switch.namespace,
                    str(self.folder),
                    str(self.switch.ssh_port),
                    str(ACCOUNT_UID),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._await_greeting(process)

    def require_free_port(self):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.switch.ssh_port))
            except OSError:
                raise LabError(
                    f"Port {self.switch.ssh_port} on 127.0.0.1 is taken: end what listens there,"
                    " or set HAAS_LAB_SSH_PORT to the first of two free ports."
                ) from None

    def off(self):
        """Cuts the power: every process of the switch ends at once, nothing is said goodbye to."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.is_on():
            # The first process of its pid namespace takes all others with it, and ends after them.
            self.claim.kill_children(self.switch.name)
            if time.monotonic() > deadline:
                raise LabError(
                    f"{self.switch.name} does not end; see `ip netns pids {self.switch.name}`."
                )
            time.sleep(0.01)
        self.claim.pid_file(self.switch.name).unlink(missing_ok=True)

    def greets(self):
        try:
            with socket.create_connection(
                ("127.0.0.1", self.switch.ssh_port), timeout=2
            ) as connection:
                return connection.recv(8).startswith(b"SSH-2.0")
        except OSError:
            return False

    def _await_greeting(self, process):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.greets():
            if process.poll() is not None or time.monotonic() > deadline:
                said = (self.folder / "boot.log").read_text(errors="replace").strip()
                raise LabError(
                    f"{self.switch.name} did not start: {said or 'see ' + str(self.folder)}"
                )
            time.sleep(0.01)

    def cable(self, topology, pool):
        """Adds the ports that the switch does not know yet; a port it knows keeps its VLANs."""
        bridge, ports = self.switch.bridge, topology.ports(self.switch)
        known = json.loads(self.vsctl("--format=json", "--columns=name", "list", "port"))["data"]
        commands = [
            f"--may-exist add-br {bridge}",
            f"set bridge {bridge} datapath_type=netdev fail-mode=standalone",
            *(f"--may-exist add-port {bridge} {port}" for port in [*ports, TRUNK]),
            *(f"set port {port} {FACTORY}" for port in [*ports, bridge] if [port] not in known),
            f"set port {TRUNK} vlan_mode=trunk trunks={pool}",
            # The probe sends frames through this second bridge to know that all before are done.
            "--may-exist add-br fence",
            "set bridge fence datapath_type=netdev",
            *(
                f"--may-exist add-port fence {fence.port}"
                for fence in topology.fences
                if fence.switch == self.switch.name
            ),
        ]
        self.vsctl(*" -- ".join(commands).split())

    def vsctl(self, *words):
        return run("ovs-vsctl", f"--db=unix:{self.folder}/run/db.sock", "--timeout=20", *words)
