"""Machines that boot: what their controllers do to them, and what comes out of their consoles."""

import os
import signal
import subprocess
import time
from pathlib import Path

from bench import LAB, STATE, LabTest, lab
from consoles import Controller, open_in, processes_of

BIOS_SECONDS = 10
QEMU, CONTROLLER = "qemu-system-x86_64", "ipmi_sim"
GREETING = "This is self-07. It repeats what you type."


class Machines(LabTest):
    def setUp(self):
        super().setUp()
        self.machine = Controller("self-07")
        self.other = Controller("self-08")
        self.addCleanup(self.end)
        self.console = self.machine.console()

    def end(self):
        self.console.close()
        for controller in (self.machine, self.other):
            controller.chassis("power", "off")

    def test_power_onTypeCycleOff_consoleStays(self):
        self.assertFalse(self.machine.is_on())
        self.machine.chassis("power", "on")
        self.console.await_text("SeaBIOS", BIOS_SECONDS)
        self.console.await_text(GREETING)
        self.console.type("Hello?")
        self.console.await_text("Hello?")
        self.assertTrue(self.machine.is_on())
        self.machine.chassis("power", "cycle")
        self.console.await_text("SeaBIOS", BIOS_SECONDS)
        self.machine.chassis("power", "off")
        self.assertFalse(self.machine.is_on())
        self.assertFalse(self.other.is_on())
        self.assertEqual(processes_of(f"{QEMU} -name self-07"), [])

    def test_pxe_onceAndOnItsVlan_heardThereOnly(self):
        self.first.set(p4="access 300", p1="access 300", p2="access 301")
        self.machine.chassis("bootdev", "pxe")
        with Sniffer("self-01") as same, Sniffer("self-02") as stranger:
            self.machine.chassis("power", "on")
            self.console.await_text("iPXE")
            self.assertTrue(same.hears(seconds=20))
            self.assertFalse(stranger.hears(seconds=0))
        self.machine.chassis("power", "off")
        self.machine.chassis("power", "on")
        self.console.await_text("SeaBIOS", BIOS_SECONDS)
        self.console.await_text(GREETING)
        self.assertNotIn(b"iPXE", self.console.said)

    def test_powerButton_ofARunningSystem_isHeeded(self):
        self.machine.chassis("power", "on")
        self.console.await_text(GREETING)
        self.machine.chassis("power", "soft")
        self.assertTrue(eventually(lambda: not self.machine.is_on()))

    def test_wrongPassword_refused(self):
        code, said = self.machine.run("chassis", "power", "on", password="wrong")
        self.assertEqual(code, 1, said)
        self.assertFalse(self.machine.is_on())

    def test_password_inNoCommandLine(self):
        self.machine.chassis("power", "on")
        self.assertTrue(processes_of("self-07/lan.conf"))
        self.assertEqual(processes_of(self.machine.password), [])

    def test_machine_onceStarted_holdsNothingOfTheController(self):
        self.machine.chassis("power", "on")
        (machine,) = processes_of(f"{QEMU} -name self-07")
        (controller,) = processes_of(f"{CONTROLLER} -n -c {STATE}/self-07")
        self.assertEqual(open_in(machine) & open_in(controller), set())

    def test_controller_killed_comesBackAndTheMachineWentOn(self):
        self.machine.chassis("power", "on")
        self.console.await_text(GREETING)
        (controller,) = processes_of(f"{CONTROLLER} -n -c {STATE}/self-07")
        os.kill(controller, signal.SIGKILL)
        self.assertTrue(
            eventually(lambda: "is on" in self.machine.run("chassis", "power", "status")[1])
        )
        self.console.close()
        self.console = self.machine.console()
        self.console.type("Still there?")
        self.console.await_text("Still there?")

    def test_plugPulled_machineEnds_otherGoesOn(self):
        self.machine.chassis("power", "on")
        self.other.chassis("power", "on")
        lab("power", "off", "self-07")
        self.assertEqual(processes_of("self-07"), [])
        self.assertTrue(self.other.is_on())
        lab("power", "on", "self-07")
        self.assertFalse(self.machine.is_on())

    def test_up_afterMachineDied_givesItBack(self):
        self.machine.chassis("power", "on")
        os.kill(int(Path("/run/haas-lab/self/self-07.pid").read_text().split()[0]), signal.SIGKILL)
        self.assertTrue(eventually(lambda: not processes_of("self-07")))
        lab("up")
        self.assertFalse(self.machine.is_on())

    def test_down_whileOn_leavesNothing(self):
        self.machine.chassis("power", "on")
        locks = sorted(Path("/var/lock").glob("LCK..*"))
        lab("down")
        self.assertEqual(processes_of("self-0"), [])
        self.assertEqual(processes_of(str(STATE)), [])
        self.assertEqual([name for name in LAB.namespaces if Path("/run/netns", name).exists()], [])
        self.assertEqual(sorted(Path("/var/lock").glob("LCK..*")), locks)
        lab("up")
        self.probe.close()
        self.assertFalse(self.machine.is_on())


class Sniffer:
    """Whether a NIC hears what self-07 sends when it asks for an address."""

    def __init__(self, node):
        mac = LAB.machines[0].nic.mac
        self.process = subprocess.Popen(
            f"ip netns exec {node} tcpdump -lnc1 -i nic1".split()
            + [f"ether src {mac} and udp dst port 67"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.process.stderr.readline()

    def hears(self, seconds):
        return eventually(lambda: self.process.poll() == 0, seconds)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def eventually(holds, seconds=10):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
