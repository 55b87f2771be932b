"""Base images of the hypervisor."""

import sys
from pathlib import Path

import disk
from wires import run

RECIPE = Path(__file__).resolve().parent.parent / "image"
# Up within a second: it greets, repeats what is typed on its serial line, heeds the power button.
ECHO = "echo"
# A small Linux that reads its seed: see headnode.
HEADNODE = "headnode"


def put(folder):
    """Puts those there that are missing; without Debian's kernel there is no headnode."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / f"{ECHO}.qcow2").exists():
        _put_echo(folder)
    try:
        if not (folder / f"{HEADNODE}.qcow2").exists():
            run(str(RECIPE), str(folder / f"{HEADNODE}.qcow2"))
    except RuntimeError as error:
        print(f"The base image {HEADNODE} is missing, as it cannot be made: {error}", file=sys.stderr)


def _put_echo(folder):
    raw = folder.parent / f"{ECHO}.raw"
    raw.write_bytes(disk.image(ECHO))
    target = folder / f"{ECHO}.qcow2"
    run("qemu-img", "convert", "-q", "-f", "raw", "-O", "qcow2", str(raw), str(target))
    raw.unlink()
