"""Ethernet frames with a marker that tests can recognise, tags written exactly as told."""

import re
import struct
from dataclasses import dataclass

# The type that IEEE 802 leaves for local experiments.
MARKED = 0x88B5
TAG_PROTOCOLS = (0x8100, 0x88A8, 0x9100)
BROADCAST = "ff:ff:ff:ff:ff:ff"
SMALLEST_PAYLOAD = 46
MARKER = re.compile(r"[A-Za-z0-9-]{1,40}")
TAG = re.compile(r"(?:(8100|88a8|9100):)?([0-9]{1,4})(?:p([0-7]))?")


@dataclass(frozen=True)
class Tag:
    """An 802.1Q tag. Written `300`, with priority `300p5`, with its protocol `88a8:300`."""

    vlan: int
    priority: int = 0
    protocol: int = 0x8100

    def __str__(self):
        protocol = "" if self.protocol == 0x8100 else f"{self.protocol:04x}:"
        return f"{protocol}{self.vlan}" + (f"p{self.priority}" if self.priority else "")

    @classmethod
    def parse(cls, text):
        match = TAG.fullmatch(text)
        if not match or int(match[2]) > 4095:
            raise ValueError(
                f"A tag is a number from 0 to 4095, such as 300, 300p5 or 88a8:300; not {text!r}."
            )
        return cls(int(match[2]), int(match[3] or 0), int(match[1] or "8100", 16))

    @classmethod
    def of(cls, protocol, control):
        return cls(control & 0x0FFF, control >> 13, protocol)

    def packed(self):
        return struct.pack("!HH", self.protocol, self.priority << 13 | self.vlan)


@dataclass(frozen=True)
class Frame:
    source: str
    destination: str
    tags: tuple
    marker: str
    sequence: int
    sent_at: int

    def packed(self):
        payload = f"HaaS {self.marker} {self.sequence} {self.sent_at} ".encode("ascii")
        return (
            _packed_mac(self.destination)
            + _packed_mac(self.source)
            + b"".join(tag.packed() for tag in self.tags)
            + struct.pack("!H", MARKED)
            + payload.ljust(SMALLEST_PAYLOAD, b"\0")
        )


def read(data, stripped=()):
    """The marked frame in data, or None. `stripped`: tags that the kernel took off on the way."""
    tags = list(stripped)
    at = 12
    while len(data) >= at + 4 and struct.unpack_from("!H", data, at)[0] in TAG_PROTOCOLS:
        tags.append(Tag.of(*struct.unpack_from("!HH", data, at)))
        at += 4
    if len(data) < at + 2 or struct.unpack_from("!H", data, at)[0] != MARKED:
        return None
    words = data[at + 2 :].split(b" ", 4)
    if len(words) != 5 or words[0] != b"HaaS":
        return None
    marker, sequence, sent_at = words[1].decode("ascii", "replace"), int(words[2]), int(words[3])
    return Frame(_mac(data[6:12]), _mac(data[0:6]), tuple(tags), marker, sequence, sent_at)


def _packed_mac(text):
    if not re.fullmatch(r"[0-9a-f]{2}(?::[0-9a-f]{2}){5}", text.lower()):
        raise ValueError(f"{text!r} is no MAC address: write it as 52:54:00:01:02:03.")
    return bytes.fromhex(text.replace(":", ""))


def _mac(data):
    return data.hex(":")
