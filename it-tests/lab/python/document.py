"""The site document: the lab in the words in which HaaS is told about a site."""

import json

import private
from machines import password
from topology import ACCOUNT, TRUNK


def write(topology, state):
    """Writes site.json for the owner's eyes only: it holds their key and passwords."""
    site = {"switches": _switches(topology, state), "nodes": _nodes(topology, state)}
    text = json.dumps(site, indent=2)
    private.write(state / "site.json", text + "\n")


def _switches(topology, state):
    private_key = (state / "key").read_text()
    for_each = []
    for switch in topology.switches:
        kind, key = (state / switch.bridge / "host_key.pub").read_text().split()[:2]
        for_each.append(
            {
                "name": switch.name,
                "type": "ovs",
                "host": "127.0.0.1",
                "port": switch.ssh_port,
                "username": ACCOUNT,
                "privateKey": private_key,
                "hostKey": f"{kind} {key}",
                "settings": {"bridge": switch.bridge},
                "ports": [{"name": port, "role": "EDGE"} for port in topology.ports(switch)]
                + [{"name": TRUNK, "role": "PRESET"}],
            }
        )
    return for_each


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
