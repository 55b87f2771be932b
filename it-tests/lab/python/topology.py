"""What the lab consists of: two switches, a trunk, nodes with NICs, and a bench with spare cables.

Most nodes are namespaces; three are machines with a controller, which boot. Namespaces carry the lab's
prefix, interfaces do not: every cable runs between two namespaces of the lab, so two labs with different
prefixes share no name.
"""

import os
import re
import zlib
from dataclasses import dataclass

NODE_CABLES = (
    # node, then (switch, port) of nic1, nic2
    (1, (1, 1), (2, 5)),
    (2, (1, 2), (2, 6)),
    (3, (1, 3)),
    (4, (2, 1), (1, 5)),
    (5, (2, 2), (1, 6)),
    (6, (2, 3)),
)
# machine, then (switch, port) of its one NIC
MACHINE_CABLES = ((7, (1, 4)), (8, (2, 4)), (9, (1, 9)))
SPARE_PORTS = (7, 8)
# Above the SSH port of the first switch, as UDP: 19623 to 19625 by default.
CONTROLLER_PORTS = 601
# Above it too, as TCP: the databases of the switches, 19723 and 19724 by default.
DATABASE_PORTS = 701
TRUNK = "trunk"
# The hypervisor's cable: this end on it, the other on the first switch.
UPLINK = "uplink"
UPLINK_PORT = "hv1"
# The user name on switches and controllers.
ACCOUNT = "haas"
SUBNET = "10.99.0.0/16"


class LabError(Exception):
    """A sentence for the person at the keyboard."""


@dataclass(frozen=True)
class Nic:
    """One end of a cable: an interface in a namespace, and the switch port at the other end."""

    namespace: str
    interface: str
    mac: str
    switch: str
    port: str
    address: str = ""


@dataclass(frozen=True)
class Switch:
    name: str
    bridge: str
    ssh_port: int

    @property
    def namespace(self):
        return self.name

    @property
    def database_port(self):
        return self.ssh_port + DATABASE_PORTS


@dataclass(frozen=True)
class Machine:
    """A node that boots: its controller's UDP port on 127.0.0.1, and its NIC."""

    name: str
    controller_port: int
    nic: Nic


@dataclass(frozen=True)
class Hypervisor:
    """A host of virtual machines; libvirt's socket is run/libvirt-sock in its folder."""

    name: str
    folder: str
    bridge: str
    ssh_port: int
    switch: str

    @property
    def namespace(self):
        return self.name


@dataclass(frozen=True)
class Topology:
    prefix: str
    switches: tuple
    nics: tuple
    machines: tuple
    spares: tuple
    fences: tuple
    hypervisor: Hypervisor

    @property
    def bench(self):
        return f"{self.prefix}-bench"

    @property
    def nodes(self):
        return list(dict.fromkeys(nic.namespace for nic in self.nics))

    @property
    def namespaces(self):
        hosts = [switch.namespace for switch in self.switches] + [self.hypervisor.namespace]
        return hosts + self.nodes + [self.bench]

    @property
    def cabled(self):
        return self.nics + self.spares + self.fences

    def ports(self, switch):
        """The names of the edge ports of a switch, in order."""
        nics = self.nics + tuple(machine.nic for machine in self.machines) + self.spares
        return sorted(nic.port for nic in nics if nic.switch == switch.name)


def topology():
    """The lab that HAAS_LAB_PREFIX and HAAS_LAB_SSH_PORT describe."""
    prefix = os.environ.get("HAAS_LAB_PREFIX") or "lab"
    if not re.fullmatch(r"[a-z][a-z0-9]{0,7}", prefix):
        raise LabError(
            f"HAAS_LAB_PREFIX is {prefix!r}: use 1 to 8 small letters and digits, a letter first."
        )
    first = os.environ.get("HAAS_LAB_SSH_PORT") or "19022"
    if not re.fullmatch(r"[0-9]{1,5}", first) or not 1 <= int(first) <= 64832:
        raise LabError(
            f"HAAS_LAB_SSH_PORT is {first!r}: give a port from 1 to 64832; the second switch and"
            f" the hypervisor take the next two, the machines' controllers those {CONTROLLER_PORTS} above,"
            f" the switches' databases those {DATABASE_PORTS} above."
        )
    switches = tuple(Switch(f"{prefix}-sw{n}", f"sw{n}", int(first) + n - 1) for n in (1, 2))
    return Topology(
        prefix,
        switches,
        _nics(prefix),
        _machines(prefix, int(first) + CONTROLLER_PORTS),
        _spares(prefix),
        _fences(prefix),
        Hypervisor(f"{prefix}-hv1", "hv1", "hv", int(first) + len(switches), f"{prefix}-sw1"),
    )


def _nics(prefix):
    return tuple(
        Nic(
            namespace=f"{prefix}-{node:02}",
            interface=f"nic{index}",
            mac=_mac(prefix, node, index),
            switch=f"{prefix}-sw{switch}",
            port=f"p{port}",
            address=f"10.99.{index - 1}.{node}",
        )
        for node, *cables in NODE_CABLES
        for index, (switch, port) in enumerate(cables, start=1)
    )


def _machines(prefix, first_port):
    return tuple(
        Machine(
            f"{prefix}-{node:02}",
            first_port + index,
            Nic(
                f"{prefix}-{node:02}",
                "nic1",
                _mac(prefix, node, 1),
                f"{prefix}-sw{switch}",
                f"p{port}",
            ),
        )
        for index, (node, (switch, port)) in enumerate(MACHINE_CABLES)
    )


def _spares(prefix):
    return tuple(
        Nic(
            f"{prefix}-bench",
            f"sw{switch}-p{port}",
            _mac(prefix, 0x80 + switch, port),
            f"{prefix}-sw{switch}",
            f"p{port}",
        )
        for switch in (1, 2)
        for port in SPARE_PORTS
    )


def _fences(prefix):
    return tuple(
        Nic(
            f"{prefix}-bench",
            f"fence{switch}{end}",
            _mac(prefix, 0xF0 + switch, index),
            f"{prefix}-sw{switch}",
            f"fence-{end}",
        )
        for switch in (1, 2)
        for index, end in enumerate("ab", start=1)
    )


def _mac(prefix, node, index):
    return f"52:54:00:{zlib.crc32(prefix.encode()) & 0xFF:02x}:{node:02x}:{index:02x}"
