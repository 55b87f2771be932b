"""What the account of a switch may do, and all that it may not."""

import json
import subprocess

from bench import Account, LabTest

REFUSED = (
    "",
    "sh",
    "cat /etc/passwd",
    "ovs-vsctl",
    "/usr/bin/ovs-vsctl list port",
    "ovs-ofctl show sw1",
    # a shell would see two commands
    "ovs-vsctl list port; id",
    "ovs-vsctl list port && id",
    "ovs-vsctl list port | id",
    "ovs-vsctl list port $(id)",
    "ovs-vsctl list port `id`",
    "ovs-vsctl list port > /tmp/x",
    "ovs-vsctl list port\nid",
    "ovs-vsctl 'set port p1' tag=1",
    # options that reach further than the switch's own database
    "ovs-vsctl --db=tcp:127.0.0.1:1 list port",
    "ovs-vsctl --log-file=/tmp/x list port",
    "ovs-vsctl --no-wait set port p1 tag=1",
    # other things of the switch
    "ovs-vsctl emer-reset",
    "ovs-vsctl -- emer-reset",
    "ovs-vsctl set-manager ptcp:1",
    "ovs-vsctl list Manager",
    "ovs-vsctl set Open_vSwitch . other_config:x=y",
    "ovs-vsctl del-br sw1",
    "ovs-vsctl del-br fence",
    "ovs-vsctl list port -- del-br sw1",
    "ovs-vsctl list-ports fence",
    "ovs-vsctl add-port sw1 p99",
    "ovs-vsctl del-port sw1 p1",
    "ovs-vsctl set port trunk trunks=[]",
    "ovs-vsctl set port fence-a tag=1",
    "ovs-vsctl set port p1 tag=1 other_config:x=y",
    "ovs-appctl exit",
    "ovs-appctl -t ovsdb-server exit",
    "ovs-appctl fdb/flush",
    "ovs-appctl fdb/flush fence",
)


class RestrictedAccount(LabTest):
    def test_neededCommands_run(self):
        code, said = self.first.run(
            "ovs-vsctl --timeout=10 --format=json list-ports sw1"
            " -- --columns=name,tag,trunks,vlan_mode,protected list port"
        )
        self.assertEqual(code, 0, said)
        names = [row[0] for row in json.loads(said.splitlines()[-1])["data"]]
        self.assertLessEqual({"p1", "p8", "trunk"}, set(names))
        for line in (
            "ovs-appctl fdb/flush sw1",
            "ovs-appctl fdb/show sw1",
            "ovs-appctl revalidator/wait",
        ):
            self.assertEqual(self.first.run(line)[0], 0, line)

    def test_otherCommands_refused(self):
        for line in REFUSED:
            self.assertEqual(self.first.run(line)[0], 126, line)
        self.assertEqual(self.first.run("ovs-vsctl list-ports sw1")[0], 0)

    def test_forwardingAndTerminals_refused(self):
        self.assertNotEqual(
            self.first.run(
                "ovs-vsctl list-ports sw1",
                "-oControlPath=none",
                "-oExitOnForwardFailure=yes",
                "-R0:127.0.0.1:1",
            )[0],
            0,
        )
        self.assertNotEqual(self.first.run("sftp", "-oControlPath=none", "-s")[0], 0)

    def test_otherKey_refused(self):
        stranger = Account(1)
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", stranger.folder / "other"],
            check=True,
        )
        (stranger.folder / "other").replace(stranger.folder / "key")
        self.assertEqual(stranger.run("ovs-vsctl list-ports sw1")[0], 255)
