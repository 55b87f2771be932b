"""Namespaces and the cables between them."""

import os
import signal
import subprocess
from pathlib import Path

from topology import SUBNET, TRUNK, UPLINK, UPLINK_PORT

QUIET = "net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1"
# Two NICs in one subnet: each answers for its own address only, as two machines would.
STRICT_ARP = "net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2"


def run(*command, text=None):
    """Runs a command and returns what it printed; its own words are the error."""
    done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def exists(namespace):
    return Path("/run/netns", namespace).exists()


def lay(topology):
    """Creates every namespace and cable of the lab; nothing of it may exist yet."""
    batch(f"netns add {name}" for name in topology.namespaces)
    for namespace in topology.namespaces:
        run("ip", "netns", "exec", namespace, "sysctl", "-qw", *QUIET, *STRICT_ARP)
    batch(_cables(topology))
    for namespace in topology.namespaces:
        batch(_settings(topology, namespace), "-n", namespace)
    for nic in topology.nics:
        # The userspace data path passes unfinished checksums on: TCP would hang.
        run("ip", "netns", "exec", nic.namespace, "ethtool", "-K", nic.interface, "tx", "off")


def batch(lines, *options):
    run("ip", *options, "-batch", "-", text="\n".join(lines))


def _cables(topology):
    first, second = (switch.namespace for switch in topology.switches)
    yield f"link add {TRUNK} netns {first} type veth peer name {TRUNK} netns {second}"
    host = topology.hypervisor
    yield (
        f"link add {UPLINK} netns {host.namespace}"
        f" type veth peer name {UPLINK_PORT} netns {host.switch}"
    )
    for nic in topology.cabled:
        yield (
            f"link add {nic.interface} netns {nic.namespace} address {nic.mac}"
            f" type veth peer name {nic.port} netns {nic.switch}"
        )


def _settings(topology, namespace):
    yield "link set lo up"
    if namespace in (switch.namespace for switch in topology.switches):
        yield f"link set {TRUNK} up"
    if namespace == topology.hypervisor.namespace:
        yield f"link set {UPLINK} up"
    if namespace == topology.hypervisor.switch:
        yield f"link set {UPLINK_PORT} up"
    yield from (f"link set {nic.port} up" for nic in topology.cabled if nic.switch == namespace)
    for machine in topology.machines:
        if machine.nic.switch == namespace:
            yield f"tuntap add dev {machine.nic.port} mode tap"
            yield f"link set {machine.nic.port} up"
    here = [nic for nic in topology.cabled if nic.namespace == namespace]
    for table, nic in enumerate(here, start=1):
        yield f"link set {nic.interface} up"
        if nic.address:
            yield f"addr add {nic.address}/{SUBNET.split('/')[1]} dev {nic.interface}"
            yield f"rule add from {nic.address} lookup {table}"
            yield f"route add {SUBNET} dev {nic.interface} src {nic.address} table {table}"


def cut(topology):
    """Removes the namespaces with all processes in them; cables end with their namespaces."""
    for namespace in filter(exists, topology.namespaces):
        for pid in run("ip", "netns", "pids", namespace).split():
            try:
                os.kill(int(pid), signal.SIGKILL)
            except ProcessLookupError:
                pass
        run("ip", "netns", "delete", namespace)
