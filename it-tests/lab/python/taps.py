"""Raw sockets on NICs in other network namespaces, all held by this one process."""

import ctypes
import os
import socket
import struct
from dataclasses import dataclass
from time import time_ns

import frames

CLONE_NEWNET = 0x40000000
ETH_P_ALL = 0x0003
SOL_PACKET = 263
PACKET_AUXDATA = 8
SO_RCVBUFFORCE = 33
TAG_VALID, PROTOCOL_VALID = 0x10, 0x40
AUXDATA = struct.Struct("IIIHHHH")
RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Heard:
    nic: str
    frame: frames.Frame
    heard_at: int

    def document(self):
        return {
            "nic": self.nic,
            "source": self.frame.source,
            "destination": self.frame.destination,
            "tags": [str(tag) for tag in self.frame.tags],
            "marker": self.frame.marker,
            "sequence": self.frame.sequence,
            "sentAt": self.frame.sent_at,
            "heardAt": self.heard_at,
        }


class Tap:
    """Sends and hears on one NIC; hears from the moment it exists."""

    def __init__(self, nic):
        self.nic = nic
        self.name = f"{nic.namespace}/{nic.interface}"
        with _inside(nic.namespace):
            self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
            self._socket.bind((nic.interface, ETH_P_ALL))
        self._socket.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES)
        self._socket.setblocking(False)

    def fileno(self):
        return self._socket.fileno()

    def close(self):
        self._socket.close()

    def send(self, frame):
        self._socket.send(frame.packed())

    def heard(self):
        """The marked frames that came in since the last call, in order; not what this NIC sent."""
        while True:
            try:
                data, notes, _, sender = self._socket.recvmsg(2048, socket.CMSG_SPACE(AUXDATA.size))
            except BlockingIOError:
                return
            if sender[2] == socket.PACKET_OUTGOING:
                continue
            frame = frames.read(data, _stripped(notes))
            if frame:
                yield Heard(self.name, frame, time_ns())


class _inside:
    """Sockets opened in this block belong to the namespace for ever."""

    def __init__(self, namespace):
        self.namespace = namespace

    def __enter__(self):
        self.home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        there = os.open(f"/run/netns/{self.namespace}", os.O_RDONLY)
        _enter(there)
        os.close(there)

    def __exit__(self, *_):
        _enter(self.home)
        os.close(self.home)


def _enter(descriptor):
    if _libc.setns(descriptor, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


def _stripped(notes):
    """The outermost tag, which the kernel moves from the frame into a note beside it."""
    for level, kind, data in notes:
        if (level, kind) == (SOL_PACKET, PACKET_AUXDATA):
            status, _, _, _, _, control, protocol = AUXDATA.unpack_from(data)
            if status & TAG_VALID:
                return (frames.Tag.of(protocol if status & PROTOCOL_VALID else 0x8100, control),)
    return ()
