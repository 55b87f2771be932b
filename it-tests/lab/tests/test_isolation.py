"""Which frames pass the switches, for every way to set a port."""

from bench import LabTest

EVERY_TAGGING = (
    *("", "0", "1", "300", "301", "3801", "3802", "4094", "4095"),
    *("300 300", "0 300", "3802 300", "88a8:300", "9100:300 300"),
)


class Isolation(LabTest):
    def test_access_sameVlan_heardOnBothSwitches(self):
        self.first.set(p1="access 300", p2="access 300", p3="access 301")
        self.second.set(p1="access 300", p2="access 301")
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "untagged", "4/nic1": "untagged"})
        self.assertEqual(self.heard("5/nic1"), {"3/nic1": "untagged"})

    def test_access_sameVlan_pings(self):
        self.first.set(p1="access 300", p2="access 300", p3="access 301")
        self.second.set(p1="access 300", p5="access 300")
        for other, reached in (
            ("2/nic1", True),
            ("4/nic1", True),
            ("2/nic2", False),
            ("3/nic1", False),
        ):
            self.assertEqual(self.probe.pings(self.nic("1/nic1"), self.nic(other)), reached, other)
        self.assertTrue(self.probe.pings(self.nic("2/nic1"), self.nic("1/nic2")))

    def test_access_forgedTags_dropped(self):
        self.first.set(p1="access 300", p2="access 300", p3="access 301")
        for tags in ("300", "301", "1", "4095", "300 301", "88a8:301"):
            self.assertEqual(self.heard("1/nic1", tags), {}, tags)

    def test_access_priorityTag_countsAsUntagged(self):
        self.first.set(p1="access 300", p2="access 300", p3="access 301")
        self.assertEqual(self.heard("1/nic1", "0p5"), {"2/nic1": "untagged"})
        self.assertEqual(self.heard("1/nic1", "0 301"), {"2/nic1": "301"})

    def test_parked_anyFrame_neitherHeardNorHears(self):
        for tags in EVERY_TAGGING:
            for sender in ("1/nic1", "4/nic1", "self-bench/sw1-p7"):
                self.assertEqual(self.heard(sender, tags), {}, f"{sender} {tags}")

    def test_parked_othersTalk_hearsNothing(self):
        self.first.set(p2="access 300", p3="tagged 300,301,999")
        for tags in EVERY_TAGGING:
            self.assertLessEqual(self.heard("3/nic1", tags).keys(), {"2/nic1"}, tags)
            self.assertLessEqual(self.heard("2/nic1", tags).keys(), {"3/nic1"}, tags)

    def test_native_withTagged_bothWithTheRightTags(self):
        self.first.set(p1="native 300 301,302", p2="access 300", p3="access 301")
        self.second.set(p1="tagged 300,302", p2="native 301 300")
        self.assertEqual(
            self.heard("1/nic1"), {"2/nic1": "untagged", "4/nic1": "300", "5/nic1": "300"}
        )
        self.assertEqual(self.heard("1/nic1", "301"), {"3/nic1": "untagged", "5/nic1": "untagged"})
        self.assertEqual(self.heard("1/nic1", "302"), {"4/nic1": "302"})
        self.assertEqual(
            self.heard("5/nic1", "300"),
            {"1/nic1": "untagged", "2/nic1": "untagged", "4/nic1": "300"},
        )
        self.assertEqual(self.heard("1/nic1", "303"), {})

    def test_tagged_untaggedFrame_dropped(self):
        self.first.set(p1="tagged 300,301", p2="access 300", p3="access 301")
        self.assertEqual(self.heard("1/nic1"), {})
        self.assertEqual(self.heard("1/nic1", "301 7"), {"3/nic1": "7"})

    def test_trunk_vlanOutsideThePool_notCarried(self):
        self.first.set(p1="access 1000")
        self.second.set(p1="access 1000")
        self.assertEqual(self.heard("1/nic1"), {})

    def test_move_learnedAddress_doesNotLeadThere(self):
        self.first.set(p1="access 300", p2="access 300", p3="access 300")
        mac = self.probe.tap(self.nic("2/nic1")).nic.mac
        self.heard("2/nic1")
        self.assertEqual(self.heard("1/nic1", destination=mac), {"2/nic1": "untagged"})
        self.probe.flood(self.nic("1/nic1"), destination=mac)
        parked_at = self.while_stepping(lambda: self.first.set(p2="park 3802"))
        self.probe.step(0.05)
        self.assertNotIn("2/nic1", self.heard("1/nic1", destination=mac))
        _, heard = self.probe.calm()
        sent_at = [item.frame.sent_at for item in heard if item.nic == self.nic("2/nic1")]
        self.assertTrue(sent_at)
        self.assertLess(max(sent_at), parked_at)


class BrokenSwitch(LabTest):
    """What the isolation tests would see if a switch were set wrongly: they can fail."""

    def test_emptyTrunks_parkedPort_hearsEverything(self):
        self.first.set(p1="access 300")
        self.first.run("ovs-vsctl set port p2 vlan_mode=trunk tag=[] trunks=[]")
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "300"})
        self.assertEqual(self.heard("2/nic1", "300"), {"1/nic1": "untagged"})

    def test_commonParkingVlan_withoutProtection_leaks(self):
        self.first.set(p1="access 3801", p2="access 3801")
        self.assertEqual(self.heard("1/nic1"), {"2/nic1": "untagged"})

    def test_commonParkingVlan_withProtection_holds(self):
        self.first.set(p1="park 3801", p2="park 3801")
        self.assertEqual(self.heard("1/nic1"), {})
