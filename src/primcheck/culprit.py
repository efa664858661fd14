"""Which primitive spoils a program: the one with which it is right as soon as the reference's stands in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from primcheck.call import ask_subject
from primcheck.composite import compose
from primcheck.judge import judge
from primcheck.question import questions
from primcheck.verdict import Diagnosis, Verdict

if TYPE_CHECKING:
    from primcheck.examination import Examination
    from primcheck.suite import Suite


def culprits(examination: Examination, suite: Suite, verdicts: list[Verdict]) -> Iterator[Diagnosis]:
    """Yield the primitives that alone make a program fail: with the reference's the first failing case passes."""
    program, function = examination.primitive, examination.function
    failing = {(v.case, v.dtype) for v in verdicts if v.bad and v.kind == "value"}
    asked = questions(program, examination.dtypes, examination.convention, examination.seed)
    first = next((q for q in asked if (q.case.name, q.dtype) in failing and q.case.compared), None)
    if first is None or not isinstance(function, partial):
        return
    truth = examination.store.truth(first)
    for part in program.uses:
        parts = {**vars(function.args[0]), part: suite.reference(suite.primitive(part))}
        name = f"{first.case.name}/{first.dtype}/with the reference's {part}"
        outcome = examination.guard.call(name, lambda parts=parts: ask_subject(compose(function.func, parts), first))  # type: ignore[misc]  # mypy cannot infer it
        if judge(first, outcome, truth).status == "pass":
            says = (
                f"With the reference's {part} in the place of this one “{first.case.name}” is right: look there first."
            )
            evidence = {"case": first.case.name, "dtype": first.dtype}
            yield Diagnosis(examination.subject.name, program.name, "pattern", f"wrong {part}", says, evidence)
