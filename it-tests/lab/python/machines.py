"""Machines that boot: a controller (ipmi_sim) that starts and ends a real QEMU (machine/boot)."""

import secrets
import socket
import uuid
from pathlib import Path

import disk
import private
from topology import ACCOUNT, LabError
from worlds import World

BOOT = Path(__file__).resolve().parent.parent / "machine" / "boot"
# 16 characters: ipmi_sim gets longer passwords wrong, though IPMI 2.0 allows 20.
PASSWORD_BYTES = 8
# An RMCP presence ping as IPMI's specification has it: a controller answers without a login.
PING = bytes.fromhex("0600ff06 000011be 80010000")
PONG_TYPE, PONG_TYPE_AT = 0x40, 8
# 15 sessions may be open; nothing but RMCP+ with a password lets anyone in.
SETTINGS = """\
name "{name}"
set_working_mc 0x20
startlan 1
  addr 127.0.0.1 {port}
  priv_limit admin
  allowed_auths_admin md5
  guid {guid}
endlan
chassis_control "/run/chassis"
sol "/run/controller-serial" 115200 nortscts
user 2 true "{user}" "{password}" admin 15 md5
"""


class MachinePower:
    """The power supply of controller and machine; the machine stays off until it is told."""

    def __init__(self, machine, claim):
        self.machine = machine
        self.name = machine.name
        self.folder = claim.state / machine.name
        self._world = World(machine.name, claim, self.folder)

    def is_on(self):
        return self._world.is_on()

    def works(self):
        return self.is_on() and (self.folder / "password").exists() and self.answers()

    def on(self, _):
        """Gives the controller power and returns when it answers."""
        machine, nic = self.machine, self.machine.nic
        self.folder.mkdir(exist_ok=True)
        (self.folder / "disk").write_bytes(disk.image(machine.name))
        settings = SETTINGS.format(
            name=machine.name,
            guid=uuid.uuid5(uuid.NAMESPACE_OID, machine.name).hex,
            port=machine.controller_port,
            user=ACCOUNT,
            password=password(self.folder),
        )
        private.write(self.folder / "lan.conf", settings)
        self._world.on(
            BOOT,
            nic.switch,
            str(self.folder),
            machine.name,
            nic.port,
            nic.mac,
            ready=self.answers,
        )

    def off(self):
        self._world.off()

    def cable(self, *_):
        """Nothing: the machine's NIC is the switch's port, which the switch has added."""

    def require_free_port(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.bind(("127.0.0.1", self.machine.controller_port))
            except OSError:
                raise LabError(
                    f"UDP port {self.machine.controller_port} on 127.0.0.1 is taken: end what"
                    " listens there, or set HAAS_LAB_SSH_PORT, from which it is counted."
                ) from None

    def answers(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(1)
            try:
                client.connect(("127.0.0.1", self.machine.controller_port))
                client.send(PING)
                return client.recv(64)[PONG_TYPE_AT] == PONG_TYPE
            except (OSError, IndexError):
                return False


def password(folder):
    """The controller's, made when it is asked for first."""
    path = folder / "password"
    if not path.exists():
        private.write(path, secrets.token_hex(PASSWORD_BYTES) + "\n")
    return path.read_text().strip()
