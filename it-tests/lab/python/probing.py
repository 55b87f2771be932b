"""Who hears a frame: sends it on one NIC, listens on all others until the switches are done."""

import os
import select
import subprocess
import time
from time import time_ns

import frames
from taps import Tap
from topology import LabError
from wires import run

# A switch polls all its ports in turns. A fence frame that is sent when another one has come through
# is polled in a later turn; so of three the last comes after all that was sent before the first.
FENCES = 3
# A frame may cross the trunk: fence all switches again for the one that got it late.
HOPS = 2
FENCE_PATIENCE_SECONDS = 10
FENCE_RESEND_SECONDS = 0.5


class Probing:
    def __init__(self, topology):
        self._taps = {tap.name: tap for tap in map(Tap, topology.nics + topology.spares)}
        self._fences = {
            switch.name: tuple(
                Tap(fence) for fence in topology.fences if fence.switch == switch.name
            )
            for switch in topology.switches
        }
        self._made = 0
        self._listening = {}
        self._floods = []

    def hears(
        self, sender, *, tags=(), destination=frames.BROADCAST, source=None, count=1, marker=None
    ):
        """Sends `count` frames and returns all that other NICs heard of them. None comes later."""
        tap, marker = self.tap(sender), marker or self._marker()
        with self._listening_for(marker) as heard:
            for sequence in range(1, count + 1):
                tap.send(self._frame(tap, tags, destination, source, marker, sequence))
            self.settle()
        return heard

    def flood(
        self, sender, *, tags=(), destination=frames.BROADCAST, source=None, every_seconds=0.001
    ):
        """Starts to send frames again and again while this process serves other requests.

        Several may run; they end together.
        """
        tap, marker = self.tap(sender), self._marker()
        self._listening[marker] = []
        self._floods.append(
            {
                "tap": tap,
                "shape": (tags, destination, source, marker),
                "every": every_seconds,
                "due": 0.0,
                "sent": 0,
            }
        )

    def calm(self):
        """Ends the floods; returns how many frames were sent and all that others heard of them."""
        if not self._floods:
            raise LabError("There is no flood to calm.")
        floods, self._floods = self._floods, []
        self.settle()
        heard = [item for flood in floods for item in self._listening.pop(flood["shape"][3])]
        return sum(flood["sent"] for flood in floods), heard

    def pings(self, sender, receiver):
        """Whether an IP packet of one NIC reaches another and is answered within a second."""
        near, far = self.tap(sender).nic, self.tap(receiver).nic
        if not (near.address and far.address):
            raise LabError(
                "Spare cables have no IP address: ping from a node's NIC to a node's NIC."
            )
        for namespace in {near.namespace, far.namespace}:
            # A neighbour that failed before a change would count as failed for another second.
            run("ip", "-n", namespace, "neigh", "flush", "all")
        ping = [
            "ip",
            "netns",
            "exec",
            near.namespace,
            "ping",
            "-nq",
            "-c1",
            "-W1",
            "-I",
            near.interface,
            far.address,
        ]
        return subprocess.run(ping, stdout=subprocess.DEVNULL, check=False).returncode == 0

    def nics(self):
        return [tap.nic for tap in self._taps.values()]

    def tap(self, name):
        try:
            return self._taps[name]
        except KeyError:
            raise LabError(
                f"There is no NIC {name!r}; there are {', '.join(self._taps)}."
            ) from None

    def step(self, seconds, also=()):
        """Goes on with a flood and takes in frames for `seconds`, or until one of `also` is readable."""
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            wake = end
            for flood in self._floods:
                self._pour(flood, now)
                wake = min(wake, flood["due"])
            readable, _, _ = select.select(
                [*self._taps.values(), *also], [], [], max(0, wake - now)
            )
            self._take_in()
            if any(item in readable for item in also) or time.monotonic() >= end:
                return

    def close(self):
        for tap in [*self._taps.values(), *(end for pair in self._fences.values() for end in pair)]:
            tap.close()

    def settle(self):
        """Returns when every frame sent before has been dropped or delivered and taken in."""
        forwarding = list(self._fences)
        for _ in range(HOPS * FENCES):
            forwarding = [switch for switch in forwarding if self._fenced(switch)]
        self._take_in()

    def _pour(self, flood, now):
        if now >= flood["due"]:
            flood["sent"] += 1
            flood["due"] = now + flood["every"]
            flood["tap"].send(self._frame(flood["tap"], *flood["shape"], flood["sent"]))

    def _take_in(self):
        for tap in self._taps.values():
            for heard in tap.heard():
                if heard.frame.marker in self._listening:
                    self._listening[heard.frame.marker].append(heard)

    def _fenced(self, switch):
        """Sends a frame through the switch and awaits it; False if the switch has no power."""
        near, far = self._fences[switch]
        marker = self._marker()
        end = time.monotonic() + FENCE_PATIENCE_SECONDS
        while time.monotonic() < end:
            near.send(self._frame(near, (), frames.BROADCAST, None, marker, 1))
            while select.select([far], [], [], FENCE_RESEND_SECONDS)[0]:
                if any(heard.frame.marker == marker for heard in far.heard()):
                    return True
            if not run("ip", "netns", "pids", switch).strip():
                return False
        raise LabError(
            f"{switch} forwards nothing though it is on; see ovs-vswitchd.log in its state folder."
        )

    def _frame(self, tap, tags, destination, source, marker, sequence):
        return frames.Frame(
            source or tap.nic.mac, destination, tuple(tags), marker, sequence, time_ns()
        )

    def _marker(self):
        self._made += 1
        return f"m{os.getpid()}-{self._made}"

    def _listening_for(self, marker):
        return _Listening(self._listening, marker)


class _Listening:
    def __init__(self, listening, marker):
        self.listening, self.marker = listening, marker

    def __enter__(self):
        return self.listening.setdefault(self.marker, [])

    def __exit__(self, *_):
        del self.listening[self.marker]
