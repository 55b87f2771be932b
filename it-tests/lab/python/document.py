"""The site document: the lab in the words in which HaaS is told about a site."""

import json
import os

from topology import TRUNK

ACCOUNT = "haas"


def write(topology, state):
    """Writes site.json for the owner's eyes only: it holds the key of the switches' account."""
    text = json.dumps({"switches": _switches(topology, state), "nodes": _nodes(topology)}, indent=2)
    draft = state / "site.json.draft"
    draft.unlink(missing_ok=True)
    with open(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii"
    ) as file:
        file.write(text + "\n")
    draft.rename(state / "site.json")


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


def _nodes(topology):
    return [
        {
            "name": node,
            "metadata": {"lab": "true"},
            "nics": [
                {"name": nic.interface, "mac": nic.mac, "switch": nic.switch, "port": nic.port}
                for nic in topology.nics
                if nic.namespace == node
            ],
        }
        for node in topology.nodes
    ]
