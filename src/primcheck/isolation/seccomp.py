"""Seccomp: from here on the kernel refuses this process whatever reaches beyond itself and its open files.

Landlock minds what is opened by name. This minds the rest: other processes, programs, sockets, shared memory, the
machine's settings, and what can be done to a file without opening it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from primcheck.isolation import syscalls

_OTHERS = (
    "fork vfork tkill rt_sigqueueinfo rt_tgsigqueueinfo ptrace process_vm_readv process_vm_writev process_madvise "
    "pidfd_open pidfd_getfd pidfd_send_signal kcmp setpriority sched_setaffinity sched_setscheduler sched_setparam "
    "sched_setattr ioprio_set migrate_pages move_pages"
)
_NETWORK = "socket socketpair connect bind listen accept accept4 sendmsg sendmmsg recvmsg recvmmsg"
_MACHINE = (
    "mount umount2 pivot_root chroot unshare setns open_tree move_mount fsopen fsmount mount_setattr bpf "
    "perf_event_open userfaultfd keyctl add_key request_key io_uring_setup io_uring_enter io_uring_register "
    "open_by_handle_at name_to_handle_at init_module finit_module delete_module kexec_load kexec_file_load reboot "
    "swapon swapoff acct quotactl settimeofday clock_settime clock_adjtime adjtimex sethostname setdomainname syslog "
    "iopl ioperm personality vhangup vmsplice capset"
)
_FILES = (
    "chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat futimesat setxattr lsetxattr "
    "fsetxattr removexattr lremovexattr fremovexattr fanotify_init inotify_init inotify_init1"
)
_SHARED = "shmget shmat msgget semget mq_open memfd_create memfd_secret"
_PROGRAMS = "execve execveat"

_LOAD, _EQUAL, _ANY_BIT, _MORE, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _MACHINE_AT, _FIRST, _SECOND = 0, 4, 16, 24
_OTHER_ABI = 0x40000000  # x86-64's 32-bit cousin, whose calls have other numbers
_THREAD = 0x00010000
_DEATH_SIGNAL, _DUMPABLE = 1, 4


def _line(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", code, then, otherwise, value)


def program(*, programs: bool) -> bytes:
    """Return the filter, for the process that asks for it; with `programs` it may become another program."""
    refuse = _line(_RETURN, _ERROR | errno.EPERM)
    allow = _line(_RETURN, _ALLOW)
    lines = [
        _line(_LOAD, _MACHINE_AT),
        _line(_EQUAL, syscalls.architecture(), 1, 0),
        _line(_RETURN, _KILL),
        _line(_LOAD, _NUMBER),
        _line(_MORE, _OTHER_ABI, 0, 1),
        _line(_RETURN, _KILL),
    ]
    names = " ".join((_OTHERS, _NETWORK, _MACHINE, _FILES, _SHARED, "" if programs else _PROGRAMS)).split()
    for name in names:
        lines += _if(name, [refuse])
    # A process is cloned by fork, a thread by its own flag; the newer call hides its flags from us, and glibc falls
    # back to the older one where it is not there.
    lines += _if("clone3", [_line(_RETURN, _ERROR | errno.ENOSYS)])
    lines += _if("clone", [_line(_LOAD, _FIRST), _line(_ANY_BIT, _THREAD, 1, 0), refuse, allow])
    me = os.getpid()
    for name in ("kill", "tgkill"):
        lines += _if(name, [_line(_LOAD, _FIRST), _line(_EQUAL, me, 1, 0), refuse, allow])
    # Limits of itself may be asked for; those of others, and by number its own, may not be touched.
    lines += _if("prlimit64", [_line(_LOAD, _FIRST), _line(_EQUAL, 0, 1, 0), refuse, allow])
    # A connected socket sends without an address.
    address = [
        _line(_LOAD, 48),
        _line(_EQUAL, 0, 1, 0),
        refuse,
        _line(_LOAD, 52),
        _line(_EQUAL, 0, 1, 0),
        refuse,
        allow,
    ]
    lines += _if("sendto", address)
    lines += _if(
        "prctl",
        [_line(_LOAD, _FIRST), _line(_EQUAL, _DEATH_SIGNAL, 1, 0), _line(_EQUAL, _DUMPABLE, 0, 1), refuse, allow],
    )
    return b"".join([*lines, allow])


def _if(name: str, then: list[bytes]) -> list[bytes]:
    """Return lines that are run for one call; they end in a verdict, so that its number stays loaded for the rest."""
    code = syscalls.number(name)
    return [] if code is None else [_line(_EQUAL, code, 0, len(then)), *then]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_char_p))


def enforce(*, programs: bool = False) -> None:
    """Apply the filter to every thread of this process, for good; `no new privileges` must be set before.

    Raises:
        OSError: the kernel refuses.
    """
    text = program(programs=programs)
    # SECCOMP_SET_MODE_FILTER with SECCOMP_FILTER_FLAG_TSYNC.
    syscalls.call("seccomp", ctypes.c_uint(1), ctypes.c_uint(1), ctypes.byref(_Program(len(text) // 8, text)))
