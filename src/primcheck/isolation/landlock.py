"""Landlock: from here on this process opens only the files that are named, and no ports."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from primcheck.isolation import syscalls

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
_READ = READ_FILE | READ_DIR
# Everything that can be done beneath a folder but to run, to make devices, sockets and pipes, and to link elsewhere.
_WRITE = _READ | WRITE_FILE | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | _TRUNCATE
_OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | _TRUNCATE

# How many rights over files each version of the kernel's interface knows: it refuses those it does not.
_KNOWN = {1: 13, 2: 14, 3: 15, 4: 15}
_PORTS = 0b11
_SCOPES = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("ports", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """Return the version of the kernel's interface; 0 where there is none."""
    try:
        return syscalls.call("landlock_create_ruleset", None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    except OSError:
        return 0


class Ruleset:
    """What stays allowed. It is drawn up while the files can still be reached, and applied by `enforce`."""

    def __init__(self) -> None:
        self.version = version()
        if not self.version:
            raise OSError(errno.ENOSYS, "this kernel has no Landlock")
        self._handled = (1 << _KNOWN.get(self.version, 16)) - 1
        rules = _Ruleset(self._handled, _PORTS if self.version >= 4 else 0, _SCOPES if self.version >= 6 else 0)
        # Older kernels know a shorter structure, and take a longer one whose rest is 0.
        self._rules = syscalls.call(
            "landlock_create_ruleset", ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), ctypes.c_uint32(0)
        )

    def allow(self, paths: Iterable[Path], *, write: bool = False, run: bool = False) -> None:
        """Keep files, and folders with what is in them, readable; what is not there is passed over."""
        for path in paths:
            try:
                opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
            except OSError:
                continue
            rights = (_WRITE if write else _READ) | (EXECUTE if run else 0)
            if not stat.S_ISDIR(os.fstat(opened).st_mode):
                rights &= _OF_FILES
            rule = _Beneath(rights & self._handled, opened)
            try:
                syscalls.call(
                    "landlock_add_rule",
                    ctypes.c_int(self._rules),
                    ctypes.c_int(1),
                    ctypes.byref(rule),
                    ctypes.c_uint32(0),
                )
            finally:
                os.close(opened)

    def enforce(self) -> None:
        """Shut this thread in; `no new privileges` must be set before."""
        syscalls.call("landlock_restrict_self", ctypes.c_int(self._rules), ctypes.c_uint32(0))
        os.close(self._rules)
