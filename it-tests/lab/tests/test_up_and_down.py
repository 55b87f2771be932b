"""Building, repairing and removing the lab, and cutting the power of a switch."""

import os
import subprocess
from pathlib import Path

from bench import HERE, LAB, STATE, LabTest, lab
from probing import Probing


class UpAndDown(LabTest):
    def test_up_again_changesNothing(self):
        self.first.set(p1="access 300", p2="access 300")
        document = (STATE / "site.json").read_text()
        lab("up")
        self.assertEqual((STATE / "site.json").read_text(), document)
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "untagged"})

    def test_down_thenUp_keepsKeysAndConfiguration(self):
        self.first.set(p1="access 300", p2="access 300")
        document = (STATE / "site.json").read_text()
        lab("down")
        self.assertEqual([name for name in LAB.namespaces if Path("/run/netns", name).exists()], [])
        self.assertEqual(
            subprocess.run(
                ["pgrep", "-f", str(STATE)], stdout=subprocess.DEVNULL, check=False
            ).returncode,
            1,
        )
        lab("up")
        self.probe.close()
        self.probe = Probing(LAB)
        self.assertEqual((STATE / "site.json").read_text(), document)
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "untagged"})

    def test_power_cutAndBack_otherSwitchGoesOn(self):
        self.first.set(p1="access 300", p2="access 300")
        self.second.set(p1="access 300", p2="access 300")
        lab("power", "off", "self-sw1")
        self.assertEqual(self.heard("1/nic1"), {})
        self.assertEqual(self.heard("4/nic1"), {"5/nic1": "untagged"})
        self.assertEqual(self.first.run("ovs-vsctl list-ports sw1")[0], 255)
        lab("power", "on", "self-sw1")
        self.assertEqual(
            self.heard("1/nic1"), {"2/nic1": "untagged", "4/nic1": "untagged", "5/nic1": "untagged"}
        )

    def test_up_otherStateFolder_refused(self):
        done = subprocess.run(
            [HERE / "up", "--state", STATE / "other"], capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 1)
        self.assertIn("belongs to the lab in", done.stderr)

    def test_up_afterSwitchDied_startsItAsItWas(self):
        self.first.set(p1="access 300", p2="access 300")
        pid = int(Path("/run/haas-lab/self/self-sw1.pid").read_text().split()[0])
        os.kill(pid, 9)
        lab("up")
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "untagged"})
