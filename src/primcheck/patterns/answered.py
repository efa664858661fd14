"""Answers that can be looked at: one result of one case, beside the truth and its floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.floor import LIMIT, Result
from primcheck.question import Question

Pattern = tuple[str, str]
"""A short name, and what stands out in a sentence or two."""


COINCIDENCE = 1e-3
"""What would have come about by chance more often than this is not worth telling."""


@dataclass(frozen=True)
class Answered:
    """One result of one case that has the right form."""

    question: Question
    position: int
    output: str
    got: NDArray[Any]
    result: Result

    @property
    def right(self) -> NDArray[Any]:
        """The truth, in double precision."""
        return self.result.high

    @property
    def places(self) -> NDArray[Any]:
        """Where the answer is wrong."""
        return ~self.agrees(self.right)

    def agrees(self, values: NDArray[Any], scale: float = 1.0) -> NDArray[Any]:
        """Tell where the answer is the given values, by as many floors as right answers may be off."""
        floor = np.zeros(self.right.shape) if self.result.floor is None else self.result.floor
        # An exact truth has no floor; what is made of it is rounded all the same.
        rounding = np.abs(values) * np.finfo(self.question.precision).eps
        with np.errstate(invalid="ignore"):
            near = np.abs(self.got - values) <= LIMIT * (abs(scale) * floor + rounding)
        return np.asarray(near | (self.got == values) | (np.isnan(self.got) & np.isnan(values)))


def by_output(wrong: list[Answered]) -> dict[str, list[Answered]]:
    """Group answers by the result that they are."""
    grouped: dict[str, list[Answered]] = {}
    for entry in wrong:
        grouped.setdefault(entry.output, []).append(entry)
    return grouped


def listed(names: Any) -> str:
    """Return names in a row."""
    return " and ".join(names)
