"""The documents that tell HaaS about the lab: its site, its hypervisor, its switches' databases."""

import base64
import hashlib
import json
import ssl

import private
from machines import password
from topology import ACCOUNT, TRUNK, UPLINK_PORT


def write(topology, state):
    """Writes site.json, hypervisor.json and ovsdb.json for the owner's eyes only: they hold key and passwords."""
    site = {"switches": _switches(topology, state), "nodes": _nodes(topology, state)}
    _write(state / "site.json", site)
    _write(state / "hypervisor.json", _hypervisor(topology.hypervisor, state))
    _write(state / "ovsdb.json", {"switches": [_database(s, state) for s in topology.switches]})


def _write(path, document):
    private.write(path, json.dumps(document, indent=2) + "\n")


def _host_key(folder):
    return " ".join((folder / "host_key.pub").read_text().split()[:2])


def _hypervisor(hypervisor, state):
    return {
        "name": hypervisor.name,
        "type": "libvirt",
        "address": f"127.0.0.1:{hypervisor.ssh_port}",
        "username": ACCOUNT,
        "privateKey": (state / "key").read_text(),
        "hostKey": _host_key(state / hypervisor.folder),
        "settings": {
            "bridge": hypervisor.bridge,
            "accelerator": "tcg",
            "offload": "off",
            "screens": "/run/libvirt/vnc",
        },
    }


def _switches(topology, state):
    private_key = (state / "key").read_text()
    for_each = []
    for switch in topology.switches:
        for_each.append(
            {
                "name": switch.name,
                "type": "ovs",
                "host": "127.0.0.1",
                "port": switch.ssh_port,
                "username": ACCOUNT,
                "privateKey": private_key,
                "hostKey": _host_key(state / switch.bridge),
                "settings": {"bridge": switch.bridge},
                "ports": [{"name": port, "role": "EDGE"} for port in topology.ports(switch)]
                + [{"name": name, "role": "PRESET"} for name in _presets(topology, switch)],
            }
        )
    return for_each


def _database(switch, state):
    """The same switch by its database."""
    certificate = (state / switch.bridge / "tls_certificate").read_text()
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).digest()
    return {
        "name": switch.name,
        "type": "ovsdb",
        "host": "127.0.0.1",
        "port": switch.database_port,
        "username": "",
        "privateKey": (state / "tls_key").read_text() + (state / "tls_certificate").read_text(),
        "hostKey": "tls-sha256 " + base64.b64encode(digest).decode(),
        "settings": {"bridge": switch.bridge},
    }


def _presets(topology, switch):
    return [TRUNK] + [UPLINK_PORT] * (topology.hypervisor.switch == switch.name)


def _nodes(topology, state):
    controllers = {
        machine.name: {"bmc": _controller(machine, state)} for machine in topology.machines
    }
    nics = topology.nics + tuple(machine.nic for machine in topology.machines)
    return [
        {
            "name": node,
            "metadata": {"lab": "true"},
            **controllers.get(node, {}),
            "nics": [
                {"name": nic.interface, "mac": nic.mac, "switch": nic.switch, "port": nic.port}
                for nic in nics
                if nic.namespace == node
            ],
        }
        for node in dict.fromkeys(nic.namespace for nic in nics)
    ]


def _controller(machine, state):
    return {
        "type": "ipmi",
        "address": f"127.0.0.1:{machine.controller_port}",
        "username": ACCOUNT,
        "password": password(state / machine.name),
    }
