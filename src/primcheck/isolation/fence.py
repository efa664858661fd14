"""The fence: a process shuts itself in, layer by layer, and says which layers there are.

It is called in a process that has one thread, since some layers bind only the thread that asks for them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from primcheck.isolation import landlock, seccomp, syscalls

try:
    import resource
except ImportError:  # Windows has no such limits, and no isolation either
    resource = None  # type: ignore[assignment]

MEGABYTE = 1 << 20
_FIRST_USER = 0x70000000  # far from any number that people or services have
_NOBODY = 65534
_TASKS = 64

# What NumPy, the C library and Python's own modules look up.
_MACHINE = (
    "/lib /lib64 /usr/lib /usr/lib64 /usr/local/lib /etc/ld.so.cache /etc/localtime /usr/share/zoneinfo /dev/urandom "
    "/sys/devices/system/cpu /proc/cpuinfo /proc/meminfo"
)


@dataclass(frozen=True)
class Bounds:
    """What a worker may use: bytes of memory (0: no limit), of one file and of all its files."""

    memory: int = 4096 * MEGABYTE
    file: int = 64 * MEGABYTE
    disk: int = 128 * MEGABYTE


@dataclass(frozen=True)
class Ground:
    """What a worker may reach: `readable` files and folders, one folder to write in, and perhaps programs to become."""

    readable: Sequence[str]
    scratch: str
    programs: Sequence[str] = ()


def shut_in(ground: Ground, bounds: Bounds) -> list[str]:
    """Apply every layer that this system has; return their names."""
    layers = []
    rules = _rules(ground) if syscalls.known() and landlock.version() else None
    if _limit(bounds):
        layers.append("limits")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and _become_nobody(ground):
        layers.append("user")
    if not syscalls.known() or _threads() != 1:
        return layers
    _ends_with_parent()
    with contextlib.suppress(OSError):
        _no_new_privileges()
        if rules is not None:
            rules.enforce()
            layers.append(f"Landlock {rules.version}")
    with contextlib.suppress(OSError):
        seccomp.enforce(programs=bool(ground.programs))
        layers.append("seccomp")
    return layers


def library_paths(path: Iterable[str], hidden: Iterable[Path]) -> list[str]:
    """Return what Python's libraries need to be readable: the folders of `path`, without what is `hidden` in them."""
    secret = [folder.resolve() for folder in hidden]
    roots = [*map(Path, path), Path(sys.prefix, "lib"), Path(sys.base_prefix, "lib"), Path(sys.prefix, "pyvenv.cfg")]
    kept: dict[str, None] = {}
    for root in roots:
        if root.exists():
            kept.update(dict.fromkeys(map(str, _without(root.resolve(), secret))))
    # A folder within one that is readable anyway needs no rule of its own.
    return [one for one in kept if not any(one.startswith(f"{other}{os.sep}") for other in kept)]


def reachable(folder: Path, hidden: Iterable[Path]) -> list[str]:
    """Return what may be read of a folder that somebody named: all but what is `hidden` within it."""
    secret = [one.resolve() for one in hidden]
    return [str(path) for path in _without(folder, [s for s in secret if s != folder and s.is_relative_to(folder)])]


def _without(root: Path, secret: Sequence[Path]) -> Iterable[Path]:
    """Yield a folder, or, where something in it is secret, all else that is in it."""
    if any(root.is_relative_to(one) for one in secret):
        return
    if not root.is_dir() or not any(one.is_relative_to(root) for one in secret):
        yield root
        return
    for entry in root.iterdir():
        yield from _without(entry, secret)


def _rules(ground: Ground) -> landlock.Ruleset:
    rules = landlock.Ruleset()
    rules.allow([*map(Path, ground.readable), *map(Path, _MACHINE.split())], run=bool(ground.programs))
    rules.allow(map(Path, ground.programs), run=True)
    rules.allow([Path(ground.scratch), Path("/dev/null")], write=True)
    return rules


def _limit(bounds: Bounds) -> bool:
    if resource is None:
        return False
    wanted = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": bounds.file, "RLIMIT_NOFILE": 128, "RLIMIT_MEMLOCK": 0}
    wanted |= {"RLIMIT_AS": bounds.memory} if bounds.memory else {}
    wanted |= {"RLIMIT_MSGQUEUE": 0, "RLIMIT_NICE": 0, "RLIMIT_RTPRIO": 0}
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            hard = resource.getrlimit(kind)[1]
            lowered = most if hard == resource.RLIM_INFINITY else min(most, hard)
            try:
                resource.setrlimit(kind, (lowered, lowered))
            except (OSError, ValueError):
                # macOS does not take every limit; what is missing shows in the layers.
                return False
    return True


def _become_nobody(ground: Ground) -> bool:
    """Become a user who owns nothing but the scratch folder and has no rights at all.

    Where Python itself lies in somebody's private folder, one right is left, to read files, which Landlock narrows down.
    The user is the process's own, so that the kernel can count its threads and no other worker can touch it.
    """
    reached = (*ground.readable, *ground.programs)
    private = syscalls.known() and any(not _open_to_all(Path(entry)) for entry in reached)
    for user in (_FIRST_USER + os.getpid(), _NOBODY):
        with contextlib.suppress(OSError):
            os.chown(ground.scratch, user, user)
            if resource is not None and user != _NOBODY:
                resource.setrlimit(resource.RLIMIT_NPROC, (_TASKS, _TASKS))
            os.setgroups([])
            os.setresgid(user, user, user)
            if private:
                _keep_rights()
            os.setresuid(user, user, user)
            if private:
                _right_to_read(passed_on=bool(ground.programs))
            return True
    return False


def _open_to_all(path: Path) -> bool:
    """Tell whether anybody may get to a file or folder."""
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (path, *path.parents) if place.is_dir())


def _keep_rights() -> None:
    syscalls.call("prctl", ctypes.c_int(8), ctypes.c_ulong(1), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))


def _right_to_read(*, passed_on: bool) -> None:
    """Of all rights of the administrator keep only CAP_DAC_READ_SEARCH, perhaps also for a program that is become."""
    right = 2
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    only = 1 << right
    syscalls.call("capset", head, (ctypes.c_uint32 * 6)(only, only, only if passed_on else 0, 0, 0, 0))
    if passed_on:
        # Who becomes another program loses what is not ambient.
        zero = ctypes.c_ulong(0)
        syscalls.call("prctl", ctypes.c_int(47), ctypes.c_ulong(2), ctypes.c_ulong(right), zero, zero)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        # A process that has changed its user may not look into its own folder; it is asked before that, and after.
        return 1


def _no_new_privileges() -> None:
    syscalls.call("prctl", ctypes.c_int(38), ctypes.c_ulong(1), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))


def _ends_with_parent() -> None:
    # After the change of user, which would undo it.
    zero = ctypes.c_ulong(0)
    syscalls.call("prctl", ctypes.c_int(1), ctypes.c_ulong(signal.SIGKILL), zero, zero, zero)
