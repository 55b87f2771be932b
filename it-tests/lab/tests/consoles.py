"""A machine's controller and serial console, used as anybody would who knows its password."""

import os
import selectors
import subprocess
import time
from pathlib import Path

from bench import LAB, STATE
from machines import password as password_in
from topology import ACCOUNT

PATIENCE_SECONDS = 20


class Controller:
    """What `ipmitool` reaches with the address and password of the lab's state folder."""

    def __init__(self, name):
        self.name = name
        self.port = next(m.controller_port for m in LAB.machines if m.name == name)
        self.password = password_in(STATE / name)

    def start(self, *words, password=None):
        """Starts ipmitool; the password is in its environment, which only its owner can read."""
        login = f"-I lanplus -C 3 -N 1 -R 4 -E -H 127.0.0.1 -p {self.port} -U {ACCOUNT}"
        return subprocess.Popen(
            # Otherwise it would keep to itself that the console is open.
            ["stdbuf", "-oL", "ipmitool", *login.split(), *words],
            env=os.environ | {"IPMITOOL_PASSWORD": password or self.password},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *words, **login):
        process = self.start(*words, **login)
        said = process.communicate()[0].decode()
        return process.returncode, said

    def chassis(self, *words):
        code, said = self.run("chassis", *words)
        if code:
            raise AssertionError(f"{self.name}: {said}")
        return said.strip()

    def is_on(self):
        return self.chassis("power", "status") == "Chassis Power is on"

    def console(self):
        self.run("sol", "deactivate")
        return Console(self.start("sol", "activate"))


class Console:
    """A console that stays open over power cycles; what it said is kept until it is awaited."""

    def __init__(self, process):
        self.process = process
        self.said = b""
        self.await_text("SOL Session operational")

    def await_text(self, text, seconds=PATIENCE_SECONDS):
        """Returns how long it took; what came up to the end of the text is forgotten."""
        began = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while text.encode() not in self.said:
                left = began + seconds - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise AssertionError(f"No {text!r} within {seconds} s, but {self.said!r}")
                data = os.read(self.process.stdout.fileno(), 65536)
                if not data:
                    raise AssertionError(f"The console ended before {text!r}: {self.said!r}")
                self.said += data
        self.said = self.said.partition(text.encode())[2]
        return time.monotonic() - began

    def type(self, keys):
        self.process.stdin.write(keys.encode())
        self.process.stdin.flush()

    def close(self):
        self.process.kill()
        self.process.communicate()


def processes():
    """Process ids with their command lines, whatever namespace they are in."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if entry.name != str(os.getpid()):
            found[int(entry.name)] = line
    return found


def processes_of(words):
    """Those with these words in their command line."""
    return [pid for pid, line in processes().items() if words in line]


def open_in(pid):
    """What a process holds open, but for the files that have a name."""
    links = (os.readlink(path) for path in Path(f"/proc/{pid}/fd").iterdir())
    return {link for link in links if not link.startswith(("/", "anon_inode"))}
