"""Equivalence: whether a change that nothing rejected shows at all, on ten thousand questions nobody chose."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from primcheck.call import accepted, as_results, ask_subject
from primcheck.faults import SuiteFault
from primcheck.floor import truth_of
from primcheck.judge import judge
from primcheck.mutation.variations import Variations
from primcheck.patience import TookTooLong, at_most
from primcheck.question import Question
from primcheck.spec import Primitive
from primcheck.verdict import BAD

ENOUGH = 10_000
"""On how many answered questions two functions must agree to the bit to be called the same."""

JUDGED = 12
"""How many of the questions on which they differ are judged."""

Kind = Literal["same", "rounding", "refusals", "different"]


@dataclass(frozen=True)
class Likeness:
    """`same`: to the bit. `rounding`: what differs is within the noise floor. `refusals`: only what is refused differs, or
    what comes of questions that right code refuses or the definition gives no answer to. `different`: by some answer the
    judge would reject it, and no case asks for that.
    """

    kind: Kind
    tried: int
    example: str = ""


Results = tuple[tuple[str, tuple[int, ...], bytes], ...] | None
"""What a call gave, to the bit; None where it raised."""


@dataclass
class Likenesses:
    """Compares changed functions with the right one, whose answers are kept."""

    primitive: Primitive
    right: Callable[..., Any]
    reference: Callable[..., Any]
    asked: Variations
    seconds: float = 30.0
    _results: list[Results] = field(default_factory=list)

    def of(self, function: Callable[..., Any], enough: int = ENOUGH) -> Likeness:
        """Return how a function that passed everything differs from the right one on so many questions."""
        tried = 0
        differing: list[Question] = []
        refused = ""
        with contextlib.suppress(TookTooLong), at_most(self.seconds):
            for question, keywords, results in self._answered(3 * enough):
                if tried == enough or len(differing) == JUDGED:
                    break
                other = _call(function, question, keywords)
                tried += results is not None and other is not None
                if other != results:
                    if results is not None:
                        differing.append(question)
                    refused = refused or _told(question)
        kinds = [self._judged(question, function) for question in differing]
        for kind in ("different", "rounding"):
            if kind in kinds:
                return Likeness(kind, tried, _told(differing[kinds.index(kind)]))
        return Likeness("refusals", tried, refused) if refused else Likeness("same", tried)

    def _answered(self, most: int) -> Iterator[tuple[Question, Mapping[str, str], Results]]:
        """Yield questions with the right function's answers: those asked before, then new ones."""
        for i in range(most):
            question, choice = self.asked[i]
            keywords = accepted(self.right, choice)
            if i == len(self._results):
                self._results.append(_call(self.right, question, keywords))
            yield question, keywords, self._results[i]

    def _judged(self, question: Question, function: Callable[..., Any]) -> Kind:
        """Tell whether an answer that differs from the right function's would be rejected."""
        conventions = {n: v for n, v in question.convention.items() if n in self.primitive.default_convention}
        outcome = ask_subject(function, question, accepted(function, conventions))
        if self.primitive.random:
            # Another draw by the same law is as good; that it passed the statistics is all that can be known.
            return "rounding" if judge(question, outcome, None).status not in BAD else "different"
        try:
            truth = truth_of(self.reference, question, conventions)
        except (SuiteFault, ArithmeticError, ValueError, TypeError, IndexError):
            return "refusals"
        return "different" if judge(question, outcome, truth).status in BAD else "rounding"


def _call(function: Callable[..., Any], question: Question, keywords: Mapping[str, str]) -> Results:
    """Call a function as directly as can be: this is done ten thousand times."""
    given = {n: v.copy() if isinstance(v, np.ndarray) else v for n, v in question.steps[0].items()}
    positional, named = question.primitive.arranged(given)
    if question.primitive.random:
        named["rng"] = question.rng()
    try:
        results = as_results(function(*positional, **named, **keywords), question)
        arrays = [np.asarray(result) for result in results]
    except Exception:
        return None
    return tuple((array.dtype.str, array.shape, array.tobytes()) for array in arrays)


def _told(question: Question) -> str:
    """Return a question in a line: options and shapes."""
    step = question.steps[0]
    parts = [f"{n}{list(v.shape)}" if isinstance(v, np.ndarray) else f"{n}={v!r}" for n, v in step.items()]
    changed = {n: v for n, v in question.convention.items() if question.primitive.default_convention.get(n) != v}
    return ", ".join([*parts, *(f"{n}={v}" for n, v in changed.items()), str(question.dtype)])
