"""Bad input: what an implementation should refuse with an exception, as questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from primcheck.conventions import taken
from primcheck.question import Question, ask
from primcheck.spec import Case, Primitive

NO_ALTERNATIVE = "no such alternative"
"""A word that no convention knows."""


def bad_questions(
    primitive: Primitive, convention: Mapping[str, str], function: Callable[..., Any], seed: int = 0
) -> Iterator[tuple[Question, dict[str, str]]]:
    """Yield questions that a function should refuse, with the conventions to ask for besides.

    They are the spec's rejects and, where the function takes a convention as a keyword, an alternative that nobody has.
    """
    precision = "float64" if primitive.floating else None
    for reject in primitive.rejects:
        if reject.applies(convention):
            yield ask(primitive, reject, precision, convention, seed), {}
    case = next(case for case in primitive.cases if case.applies(convention))
    for name in taken(function, primitive):
        hunts = f"a misspelt {name} that is taken for one of its alternatives"
        # Not a Reject: its shapes are right, and follow from the values it is given.
        misspelt = Case(f"unknown {name}", hunts=hunts, steps=case.steps, **case.values)
        yield ask(primitive, misspelt, precision, convention, seed), {name: NO_ALTERNATIVE}
