"""The hypervisor: libvirt, Open vSwitch and sshd in a world of their own (hypervisor/boot)."""

import socket
from pathlib import Path

import images
from switches import ACCOUNT_UID
from topology import UPLINK, LabError
from wires import run
from worlds import World

BOOT = Path(__file__).resolve().parent.parent / "hypervisor" / "boot"


class HypervisorPower:
    def __init__(self, hypervisor, claim):
        self.hypervisor = hypervisor
        self.name = hypervisor.name
        self.folder = claim.state / hypervisor.folder
        self._world = World(hypervisor.name, claim, self.folder)

    def is_on(self):
        return self._world.is_on()

    def works(self):
        return self.is_on() and self.answers()

    def on(self, _):
        """Starts it, with its base images, and returns when libvirt and SSH answer."""
        images.put(self.folder / "images")
        self._world.on(
            BOOT,
            self.hypervisor.namespace,
            str(self.folder),
            str(self.hypervisor.ssh_port),
            str(ACCOUNT_UID),
            ready=self.answers,
        )

    def off(self):
        self._world.off()

    def cable(self, _, pool):
        """Its bridge: the uplink carries the pool, and every virtual NIC is told its VLAN."""
        bridge = self.hypervisor.bridge
        commands = [
            f"--may-exist add-br {bridge}",
            f"set bridge {bridge} datapath_type=netdev fail-mode=standalone",
            f"--may-exist add-port {bridge} {UPLINK}",
            f"set port {UPLINK} vlan_mode=trunk trunks={pool}",
            f"set port {bridge} vlan_mode=access tag=1",
        ]
        socket_path = f"--db=unix:{self.folder}/ovs/db.sock"
        run("ovs-vsctl", socket_path, "--timeout=20", *" -- ".join(commands).split())

    def require_free_port(self):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.hypervisor.ssh_port))
            except OSError:
                raise LabError(
                    f"Port {self.hypervisor.ssh_port} on 127.0.0.1 is taken: end what listens"
                    " there, or set HAAS_LAB_SSH_PORT to the first of three free ports."
                ) from None

    def answers(self):
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(str(self.folder / "run" / "libvirt-sock"))
            with socket.create_connection(
                ("127.0.0.1", self.hypervisor.ssh_port), timeout=2
            ) as connection:
                return connection.recv(8).startswith(b"SSH-2.0")
        except OSError:
            return False
