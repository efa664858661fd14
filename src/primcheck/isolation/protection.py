"""What protects from a worker: the layers that it applied, and which of the forbidden acts it could still do."""

from __future__ import annotations

import functools
from dataclasses import dataclass

NONE = "none"
"""Said of a run without isolation."""


@dataclass(frozen=True)
class Protection:
    """The layers by name, and what was found open in spite of them."""

    layers: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """True where every forbidden act was refused."""
        return not self.open

    def __str__(self) -> str:
        if self.complete:
            return f"SANDBOXED [{', '.join(self.layers)}]"
        return f"NOT SANDBOXED (open: {', '.join(self.open)})"


@functools.cache
def protection() -> Protection:
    """Return what protects from workers on this machine: one is started, with nothing to judge, and tries."""
    from primcheck.isolation.workers import Server

    with Server() as server:
        worker = server.start({}, 60.0)
        worker.end(at_once=True)
        return worker.protection
