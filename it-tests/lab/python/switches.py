"""Switches: Open vSwitch and sshd, each pair in a small world of its own (switch/boot)."""

import json
import socket
from pathlib import Path

from topology import TRUNK, UPLINK_PORT, LabError
from wires import run
from worlds import World

BOOT = Path(__file__).resolve().parent.parent / "switch" / "boot"
ACCOUNT_UID = 64190
# As a switch comes from the factory: every edge port in VLAN 1.
FACTORY = "vlan_mode=access tag=1"


class SwitchPower:
    def __init__(self, switch, claim):
        self.switch = switch
        self.name = switch.name
        self.folder = claim.state / switch.bridge
        self._world = World(switch.name, claim, self.folder)

    def is_on(self):
        return self._world.is_on()

    def works(self):
        """Whether it is on, still has its state folder, and listens where it is wanted."""
        return self.is_on() and (self.folder / "run" / "db.sock").exists() and self.greets()

    def on(self, topology):
        """Starts the switch as it was saved and returns when its SSH server answers."""
        (self.folder / "run").mkdir(parents=True, exist_ok=True)
        (self.folder / "bridge").write_text(
            " ".join([self.switch.bridge, *topology.ports(self.switch)]) + "\n"
        )
        self._world.on(
            BOOT,
            self.switch.namespace,
            str(self.folder),
            str(self.switch.ssh_port),
            str(ACCOUNT_UID),
            str(self.switch.database_port),
            ready=self.greets,
        )

    def off(self):
        self._world.off()

    def require_free_port(self):
        for port in (self.switch.ssh_port, self.switch.database_port):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", port))
                except OSError:
                    raise LabError(
                        f"Port {port} on 127.0.0.1 is taken: end what listens there,"
                        " or set HAAS_LAB_SSH_PORT to the first of two free ports."
                    ) from None

    def greets(self):
        try:
            with socket.create_connection(
                ("127.0.0.1", self.switch.ssh_port), timeout=2
            ) as connection:
                return connection.recv(8).startswith(b"SSH-2.0")
        except OSError:
            return False

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
            *self._uplink(topology, pool),
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

    def _uplink(self, topology, pool):
        """The cable of the hypervisor, if it is ours: what its machines need, it tags itself."""
        if topology.hypervisor.switch != self.name:
            return []
        return [
            f"--may-exist add-port {self.switch.bridge} {UPLINK_PORT}",
            f"set port {UPLINK_PORT} vlan_mode=trunk trunks={pool}",
        ]

    def vsctl(self, *words):
        return run("ovs-vsctl", f"--db=unix:{self.folder}/run/db.sock", "--timeout=20", *words)
