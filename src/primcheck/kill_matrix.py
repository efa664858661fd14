"""The kill matrix: every known mistake against every case, and what the diagnosis says when the mistake is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from primcheck.examiner import examine
from primcheck.faults import SuiteFault
from primcheck.mixtures import mixtures
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Mistake, Suite
from primcheck.verdict import BAD


@dataclass(frozen=True)
class Kill:
    """One mistake, judged like any implementation."""

    mistake: Mistake
    statuses: dict[str, str]
    named: tuple[str, ...]

    @property
    def itself(self) -> bool:
        """True where the diagnosis names it alone; where a convention makes no difference to a mistake, by the mistake."""
        return self.named in {(self.mistake.name,), (self.mistake.name.partition(", ")[0],)}

    @property
    def mixed(self) -> bool:
        """True for a mistake that was made in code that follows another convention."""
        return ", " in self.mistake.name

    @property
    def killers(self) -> list[str]:
        """The cases that reject the mistake."""
        return [case for case, status in self.statuses.items() if status in BAD]

    @property
    def passes(self) -> list[str]:
        """The cases that the mistake passes."""
        return [case for case, status in self.statuses.items() if status == "pass"]


def kills(suite: Suite, primitive: Primitive, store: TruthStore) -> Iterator[Kill]:
    """Judge every known mistake of a primitive in float64, alone and in code that follows another convention.

    Raises:
        SuiteFault: a mistake could not be judged.
    """
    mixed = mixtures(suite, primitive, primitive.default_convention)
    for mistake in [*suite.mistakes(primitive), *mixed]:
        subject = Subject(f"mistaken.{mistake.name}", {primitive.name: mistake.function})
        settings = Settings(dtypes=("float64",), offered=False)
        verdicts, diagnoses = examine(suite, subject, primitive.name, settings, store)
        statuses = {str(v.case): v.status for v in verdicts if v.kind != "reject"}
        if "not_run" in statuses.values():
            raise SuiteFault(f"{primitive.name} / {mistake.name}: {verdicts[0].message}")
        yield Kill(mistake, dict(statuses), tuple(d.name for d in diagnoses))
