"""The trial of mutants: everything one primitive asks, prepared once, the question that rejected the last one first."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from primcheck.call import accepted, ask_subject
from primcheck.conventions import alternatives
from primcheck.examination import DTYPES, Examination
from primcheck.faults import SuiteFault
from primcheck.floor import Truth
from primcheck.judge import judge
from primcheck.patience import TookTooLong, at_most
from primcheck.question import Question, questions
from primcheck.refusals import bad_questions
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.verdict import BAD

AS_PYTHON = 2.0
"""Seconds that right code may take in all where compiled code is run as Python; the longest questions are left out."""

PATIENCE = 10
"""How many times as long as right code a mutant may take for everything, and some seconds besides."""

COMPILING = 15
"""Seconds that a mutant may take to be compiled for everything that it is asked."""

Asked = tuple[Question, Truth | None, bool, Mapping[str, str]]
"""A question, its truth, whether it has to be refused, and the conventions asked for."""


@dataclass
class Trial:
    """Says whether a function is rejected, and by what; every convention and both precisions are tried."""

    primitive: Primitive
    store: TruthStore
    right: Callable[..., Any]
    as_python: bool = False
    compiled: bool = False

    def __post_init__(self) -> None:
        """Ask right code everything, to see what can be asked, and that nothing of it is rejected."""
        default = self.primitive.default_convention
        self.choices: list[dict[str, str]] = [{}, *alternatives(self.primitive, default)]
        asked = self._all()
        for item in asked if self.compiled else ():
            self._seconds(item)  # right code is compiled before it is timed
        timed = sorted(((self._seconds(item), i, item) for i, item in enumerate(asked)), key=lambda entry: entry[:2])
        spent = itertools.accumulate(seconds for seconds, _, _ in timed)
        most = AS_PYTHON if self.as_python else math.inf
        self._asked = [entry[2] for entry, total in zip(timed, spent, strict=True) if total <= most]
        self.left_out = len(timed) - len(self._asked)
        base = COMPILING if self.compiled else 5
        times = PATIENCE if self.as_python else 4 * PATIENCE
        self._patience = base + times * sum(seconds for seconds, _, _ in timed[: len(self._asked)])
        self._last = 0

    def rejected(self, function: Callable[..., Any]) -> str | None:
        """Return what rejects a function; None where nothing does."""
        try:
            with at_most(self._patience):
                return self._quickly(function) or self._thoroughly(function)
        except TookTooLong:
            return "too slow"

    def _quickly(self, function: Callable[..., Any]) -> str | None:
        order = [*range(self._last, len(self._asked)), *range(self._last)]
        for i in order:
            question, truth, refused, keywords = self._asked[i]
            outcome = ask_subject(function, question, accepted(function, keywords))
            status = judge(question, outcome, truth).status
            if (status != "raised") if refused else (status in BAD):
                self._last = i
                return str(question.case.name)
        return None

    def _thoroughly(self, function: Callable[..., Any]) -> str | None:
        """Ask what is more than one call: laws, storages, statistics, second calls; not of loops run as Python, which
        take minutes for a single sample.
        """
        if self.as_python:
            return None
        subject = Subject("mutant", {self.primitive.name: function})
        for choice in self.choices:
            examination = Examination(subject, self.primitive, self.store, asked=choice)
            for verdict in examination.verdicts():
                if verdict.status in BAD:
                    return str(verdict.case)
        return None

    def _of(self, choice: Mapping[str, str]) -> list[Asked]:
        primitive = self.primitive
        whole = {**primitive.default_convention, **choice}
        asked: list[Asked] = []
        for question in questions(primitive, DTYPES[::-1], whole):
            if not question.case.after:
                compared = question.case.compared and not primitive.random
                asked.append((question, self.store.truth(question) if compared else None, False, choice))
        for question, keywords in bad_questions(primitive, whole, self.right):
            asked.append((question, None, True, {**choice, **keywords}))
        return asked

    def _all(self) -> list[Asked]:
        return [item for choice in self.choices for item in self._of(choice)]

    def _seconds(self, item: Asked) -> float:
        """Return how long right code takes for a question; for ever, where it cannot be asked that."""
        question, truth, refused, keywords = item
        started = time.perf_counter()
        outcome = ask_subject(self.right, question, accepted(self.right, keywords))
        took = time.perf_counter() - started
        status = judge(question, outcome, truth).status
        if (status != "raised") if refused else (status in BAD):
            # Python raises where compiled code gives an infinity.
            if self.as_python:
                return math.inf
            raise SuiteFault(f"right code is rejected: {self.primitive.name}, {question.case.name}: {outcome.message}")
        return took
