"""Canaries: six forbidden acts that a worker tries before it loads anything. What succeeds is open, and is told."""

from __future__ import annotations

import ctypes
import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

from primcheck.isolation import syscalls

ACTS = ("read", "write", "connect", "signal", "fork", "memory")


def what_is_open(judge: int, outside: Path) -> list[str]:
    """Try everything; return the names of what was possible.

    `judge` is the judge's process, `outside` a folder with a file `canary` that anyone may read and write.
    """
    acts: dict[str, Callable[[], object]] = {
        "read": lambda: (outside / "canary").read_bytes(),
        "write": lambda: _write(outside),
        "connect": _connect,
        "signal": lambda: os.kill(judge, 0),
        "fork": _fork,
        "memory": lambda: _memory(judge),
    }
    return [name for name, act in acts.items() if _succeeds(act)]


def _succeeds(act: Callable[[], object]) -> bool:
    try:
        act()
    except OSError:
        return False
    return True


def _write(outside: Path) -> None:
    """Change a file, or make one; either is open."""
    try:
        with (outside / "canary").open("ab") as file:
            file.write(b"")
    except OSError:
        made = outside / f"made-by-{os.getpid()}"
        made.write_bytes(b"")
        made.unlink()


def _connect() -> None:
    """Reach for the network; that nobody answers is an answer too."""
    for family, kind in ((socket.AF_INET, socket.SOCK_STREAM), (socket.AF_INET, socket.SOCK_DGRAM)):
        try:
            with socket.socket(family, kind) as reached:
                reached.settimeout(1.0)
                reached.connect(("127.0.0.1", 9))
        except (ConnectionRefusedError, TimeoutError):
            return
        except OSError:
            continue
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM):
        return


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def _memory(judge: int) -> None:
    """Open the judge's memory as a file, or read it by the call that is made for it."""
    try:
        os.close(os.open(f"/proc/{judge}/mem", os.O_RDONLY))
    except OSError:
        if not syscalls.known():
            raise
        _read_there(judge)


def _read_there(judge: int) -> None:
    byte = ctypes.create_string_buffer(1)
    ours = (ctypes.c_size_t * 2)(ctypes.addressof(byte), 1)
    theirs = (ctypes.c_size_t * 2)(1, 1)
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    try:
        syscalls.call("process_vm_readv", ctypes.c_int(judge), ours, one, theirs, one, none)
    except OSError as error:
        # Nothing lies at the address, which only those are told who may look.
        if error.errno != errno.EFAULT:
            raise
