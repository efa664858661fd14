"""Patience with work of our own that may take too long for what it is worth."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType


class TookTooLong(BaseException):
    """The time was up. It is no Exception, so that what is interrupted does not take it for a failure of its own."""


def can_interrupt() -> bool:
    """Tell whether there is a timer that can interrupt what runs here."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextlib.contextmanager
def frugally(extra: int) -> Iterator[None]:
    """Let what runs inside have so many bytes more than there are in use now, where the system says how many that are.

    Raises:
        MemoryError: inside, where more is asked for.
    """
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + extra
    if before[0] != resource.RLIM_INFINITY:
        most = min(most, before[0])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Interrupt what runs inside after so many seconds, where the system has a timer for it.

    Raises:
        TookTooLong: inside, where the time is up.
    """
    if not can_interrupt():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
