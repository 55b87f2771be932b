"""`up`, `down` and `power`: builds the lab, or what is missing of it, and takes it away."""

import argparse
import fcntl
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import document
import wires
from claim import ROOT, Claim
from hypervisors import HypervisorPower
from machines import MachinePower
from switches import SwitchPower
from topology import ACCOUNT, LabError, topology

REPOSITORY = Path(__file__).resolve().parents[3]


def main():
    arguments = _arguments()
    if os.geteuid() != 0:
        raise LabError("The lab makes network namespaces: run this as root.")
    lab = topology()
    state = (
        arguments.state or Path(os.environ.get("HAAS_STATE") or REPOSITORY / ".run") / "lab"
    ).resolve()
    ROOT.mkdir(parents=True, exist_ok=True)
    with open(ROOT / f"{lab.prefix}.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        claim = Claim(lab.prefix, state)
        claim.require_ours()
        if arguments.command == "up":
            up(lab, claim)
        elif arguments.command == "down":
            down(lab, claim, arguments.forget)
        else:
            power(lab, claim, arguments.device, arguments.wish)


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("up", "down", "power"):
        command = commands.add_parser(name, prog=name)
        command.add_argument(
            "--state",
            type=Path,
            metavar="DIR",
            help="default: lab under HAAS_STATE, else under .run",
        )
        if name == "down":
            command.add_argument(
                "--forget", action="store_true", help="also remove keys and saved configuration"
            )
        if name == "power":
            command.add_argument("wish", choices=("on", "off"))
            command.add_argument("device", help="such as lab-sw1 or lab-07")
    return parser.parse_args()


def up(lab, claim):
    pool = _vlan_pool()
    powers = _powers(lab, claim)
    _require_namespaces_free(lab, claim)
    for power in powers:
        if not power.works():
            power.off()
            power.require_free_port()
    claim.take()
    claim.state.mkdir(parents=True, exist_ok=True)
    claim.state.chmod(0o700)
    _make_keys(lab, claim.state)
    _lay_cables(lab, claim, powers)
    with ThreadPoolExecutor() as together:
        list(together.map(lambda power: _start(power, lab, pool), powers))
    document.write(lab, claim.state)
    _describe(lab, claim.state)


def _powers(lab, claim):
    return [SwitchPower(switch, claim) for switch in lab.switches] + [
        MachinePower(machine, claim) for machine in lab.machines
    ] + [HypervisorPower(lab.hypervisor, claim)]


def _require_namespaces_free(lab, claim):
    foreign = [name for name in lab.namespaces if wires.exists(name)]
    if claim.held_by() is None and foreign:
        raise LabError(
            f"There is a network namespace {foreign[0]} already: choose another HAAS_LAB_PREFIX."
        )


def _vlan_pool():
    pool = os.environ.get("HAAS_VLAN_POOL") or "100-999"
    ids = []
    for part in pool.split(","):
        ends = re.fullmatch(r"([0-9]{1,4})(?:-([0-9]{1,4}))?", part.strip())
        first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (0, 0)
        if not 1 <= first <= last <= 4094:
            raise LabError(
                f"HAAS_VLAN_POOL is {pool!r}: give VLAN ids from 1 to 4094 such as 100-999,1200."
            )
        ids += range(first, last + 1)
    return ",".join(map(str, ids))


def _make_keys(lab, state):
    folders = [state / switch.bridge for switch in lab.switches] + [state / lab.hypervisor.folder]
    for path in [state / "key"] + [folder / "host_key" for folder in folders]:
        path.parent.mkdir(exist_ok=True)
        if not path.with_suffix(".pub").exists():
            path.unlink(missing_ok=True)
            wires.run(
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", lab.prefix, "-f", str(path)
            )
    for folder in folders:
        shutil.copy(state / "key.pub", folder / "authorized_keys")
    _make_certificates(lab, state)


def _make_certificates(lab, state):
    """Who may log in to the switches' databases, and what these show."""
    switches = [state / switch.bridge for switch in lab.switches]
    for folder in [state, *switches]:
        if not (folder / "tls_certificate").exists():
            wires.run(
                *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc".split(),
                *f"-days 3650 -subj /CN={lab.prefix} -keyout {folder}/tls_key".split(),
                *f"-out {folder}/tls_certificate".split(),
            )
    for folder in switches:
        shutil.copy(state / "tls_certificate", folder / "tls_client")


def _lay_cables(lab, claim, powers):
    finished = claim.folder / "cables"
    if (
        finished.exists()
        and finished.read_text() == repr(lab)
        and all(map(wires.exists, lab.namespaces))
    ):
        return
    finished.unlink(missing_ok=True)
    _cut(lab, powers)
    wires.lay(lab)
    finished.write_text(repr(lab))


def _start(power, lab, pool):
    if not power.is_on():
        power.on(lab)
    power.cable(lab, pool)


def _cut(lab, powers):
    for power in powers:
        power.off()
    wires.cut(lab)


def _describe(lab, state):
    for switch in lab.switches:
        print(
            f"{switch.name}  bridge {switch.bridge},"
            f" ssh -i {state}/key -p {switch.ssh_port} {ACCOUNT}@127.0.0.1"
        )
    for node in lab.nodes:
        print(
            f"{node}  "
            + ", ".join(
                f"{n.interface} {n.address} on {n.switch} {n.port}"
                for n in lab.nics
                if n.namespace == node
            )
        )
    for machine in lab.machines:
        print(
            f"{machine.name}  {machine.nic.interface} on {machine.nic.switch} {machine.nic.port},"
            f" ipmitool -I lanplus -C 3 -H 127.0.0.1 -p {machine.controller_port}"
            f" -U {ACCOUNT} -f {state}/{machine.name}/password"
        )
    host = lab.hypervisor
    print(
        f"{host.name}  libvirt {state}/{host.folder}/run/libvirt-sock, and by SSH:"
        f" {ACCOUNT}@127.0.0.1 port {host.ssh_port}"
    )
    print(f"{lab.bench}  spare cables " + ", ".join(spare.interface for spare in lab.spares))
    print(f"The site document is {state}/site.json")


def down(lab, claim, forget):
    if claim.held_by() is not None:
        _cut(lab, _powers(lab, claim))
        claim.drop()
    if forget and (claim.state / "site.json").exists():
        shutil.rmtree(claim.state)


def power(lab, claim, name, wish):
    devices = {device.name: device for device in _powers(lab, claim)}
    if name not in devices or claim.held_by() is None:
        raise LabError(
            f"No lab with a device {name} is up: `up` builds one with {', '.join(devices)}."
        )
    device = devices[name]
    if wish == "off":
        device.off()
    elif not device.is_on():
        device.require_free_port()
        device.on(lab)


if __name__ == "__main__":
    try:
        main()
    except (LabError, RuntimeError) as error:
        sys.exit(str(error))
