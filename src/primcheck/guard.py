"""The guard around every call of a subject: tells the supervisor, and does not repeat a call that was lost before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from primcheck.call import Outcome

PATIENCE = 3
"""After so many lost calls of one primitive the rest is not tried."""


@dataclass
class Guard:
    """`trying` is told before each call; `lost` holds, by name, the calls that hung or killed the process before.

    `resting` is told when work of our own begins, which is not the subject's time.
    """

    trying: Callable[[str], None] = lambda _: None
    lost: dict[str, str] = field(default_factory=dict)
    timeout: float = 60.0
    resting: Callable[[], None] = lambda: None
    explaining: bool = False

    def call(self, name: str, act: Callable[[], Outcome]) -> Outcome:
        """Call the subject, unless this very call has been lost, or too many have."""
        lost = self.lost.get(name)
        if lost == "timeout":
            return Outcome("timeout", message=f"no answer within {self.timeout:g} s")
        if lost is not None:
            return Outcome("crashed", message=lost)
        if len(self.lost) >= PATIENCE:
            text = f"not tried: {len(self.lost)} calls of this primitive were lost before"
            return Outcome("timeout" if "timeout" in self.lost.values() else "crashed", message=text)
        self.trying(name)
        outcome = act()
        if outcome.status in {"timeout", "crashed"}:
            # The subject lives in a process of its own, and this one goes on.
            self.lost[name] = "timeout" if outcome.status == "timeout" else outcome.message
        if self.explaining:
            self.resting()
        return outcome

    def explain(self) -> None:
        """From now on there is more of our own work than there are calls."""
        self.explaining = True
        self.resting()

    def about(self, label: str) -> Guard:
        """Return a guard for calls that differ from others of the same names by something else."""
        end = f", {label}"
        lost = {name.removesuffix(end): how for name, how in self.lost.items() if name.endswith(end)}
        return Guard(lambda name: self.trying(name + end), lost, self.timeout, self.resting)
