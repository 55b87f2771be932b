"""What the tests of the lab share: a lab of their own, its switches' accounts, and a probe."""

import json
import os
import subprocess
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ["HAAS_LAB_PREFIX"] = "self"
os.environ.setdefault("HAAS_LAB_SSH_PORT", "19122")

import frames
from claim import Claim
from probing import Probing
from topology import topology

HERE = Path(__file__).resolve().parent.parent
FOLDER = tempfile.TemporaryDirectory(prefix="haas-lab-")
STATE = Path(FOLDER.name, "state")
LAB = topology()
ACCOUNTS = []


def lab(command, *options):
    """Runs `up`, `down` or `power` for this lab; a failure is an exception."""
    line = [HERE / command, "--state", STATE, *options]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{command}: {done.stderr}")


def build():
    """Builds the lab; one that a killed run has left behind goes first."""
    left = Claim(LAB.prefix, STATE).held_by()
    if left:
        subprocess.run([HERE / "down", "--state", left, "--forget"], check=True)
    lab("up")
    ACCOUNTS.extend((Account(1), Account(2)))


def remove():
    lab("down", "--forget")
    FOLDER.cleanup()


class Account:
    """The account of a switch, with the key and host key that the site document tells."""

    def __init__(self, number):
        self.switch = json.loads((STATE / "site.json").read_text())["switches"][number - 1]
        self.folder = Path(tempfile.mkdtemp(dir=FOLDER.name))
        (self.folder / "key").write_text(self.switch["privateKey"])
        (self.folder / "key").chmod(0o600)
        address = "[{host}]:{port}".format(**self.switch)
        (self.folder / "known").write_text(f"{address} {self.switch['hostKey']}\n")

    def run(self, line, *options):
        told = {"IdentityFile": "key", "UserKnownHostsFile": "known", "ControlPath": "%C"}
        settings = [f"-o{name}={self.folder / file}" for name, file in told.items()]
        settings += [
            "-oBatchMode=yes",
            "-oStrictHostKeyChecking=yes",
            "-oControlMaster=auto",
            "-oControlPersist=5",
            "-F/dev/null",
        ]
        who = "{username}@{host}".format(**self.switch)
        port = str(self.switch["port"])
        # The connection that persists must not hold our pipes open.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(
                ["ssh", "-q", *options, *settings, "-p", port, who, line],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                check=False,
            )
            said.seek(0)
            return done.returncode, said.read()

    def set(self, **ports):
        """Sets whole ports in one transaction: `p1="access 300"`, `p2="park 3801"`, see LINES."""
        changes = []
        for port, wish in ports.items():
            form, *ids = wish.split()
            changes.append(f"set port {port} " + LINES[form].format(*ids))
        code, said = self.run("ovs-vsctl --timeout=10 " + " -- ".join(changes))
        if code:
            raise AssertionError(said)
        # For some milliseconds frames of known flows go the old way: end that now.
        control = next(
            (STATE / self.switch["settings"]["bridge"] / "run").glob("ovs-vswitchd.*.ctl")
        )
        subprocess.run(["ovs-appctl", "-t", control, "revalidator/purge"], check=True)


LINES = {
    "access": "vlan_mode=access tag={} trunks=[] protected=false",
    "park": "vlan_mode=access tag={} trunks=[] protected=true",
    "native": "vlan_mode=native-untagged tag={} trunks={} protected=false",
    "tagged": "vlan_mode=trunk tag=[] trunks={} protected=false",
}


class LabTest(unittest.TestCase):
    def setUp(self):
        self.first, self.second = ACCOUNTS
        self.probe = Probing(LAB)
        self.addCleanup(lambda: self.probe.close())
        for account, offset in ((self.first, 3801), (self.second, 3901)):
            ports = LAB.ports(LAB.switches[offset == 3901])
            account.set(**{port: f"park {offset + index}" for index, port in enumerate(ports)})

    def heard(self, sender, tags="", **frame):
        """Who heard it and how: {"1/nic1": "untagged", "3/nic1": "300"}."""
        sender = self.nic(sender)
        heard = self.probe.hears(
            sender, tags=[frames.Tag.parse(tag) for tag in tags.split()], **frame
        )
        return {
            self.short(item.nic): " ".join(map(str, item.frame.tags)) or "untagged"
            for item in heard
        }

    def while_stepping(self, action):
        """Does it while a flood goes on; returns when it was done, in the clock of frames."""
        with ThreadPoolExecutor() as aside:
            done = aside.submit(lambda: (action(), time.time_ns())[1])
            while not done.done():
                self.probe.step(0.002)
        return done.result()

    def nic(self, short):
        return short if short.startswith("self-") else f"self-{short:0>7}"

    def short(self, name):
        return name.removeprefix("self-").removeprefix("0")
