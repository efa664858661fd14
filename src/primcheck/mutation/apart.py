"""A process of its own for what may not come back: compiled code that writes where it must not takes its process along."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def apart(work: Callable[[], T], crashed: T) -> T:
    """Return what a call returns in a copy of this process, or what is said for a process that does not live to tell."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        try:
            with os.fdopen(theirs, "wb") as end:
                pickle.dump(work(), end)
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as end:
        told = end.read()
    os.waitpid(child, 0)
    found: T = pickle.loads(told) if told else crashed  # our own copy wrote it
    return found
