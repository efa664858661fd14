"""The formula: the line of the definition that the code has otherwise, found by trying every small change to it.

A student's mistake is often one that a mutation operator makes: a sign, a forgotten factor, another axis, a missing
correction. So the reference is changed in every such way, and then in the same way in two lines, until it gives exactly
what the code gives, in the cases that are wrong and in those that are right; under other conventions too.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from primcheck.call import as_results
from primcheck.conventions import alternatives
from primcheck.floor import exact_results
from primcheck.mutation.graft import room_of
from primcheck.mutation.mutants import Mutant, mutants, twice
from primcheck.patience import TookTooLong, at_most, can_interrupt, frugally
from primcheck.patterns.answered import Answered, Pattern

if TYPE_CHECKING:
    from primcheck.spec import Primitive
    from primcheck.suite import Suite

PATIENCE = 6.0
"""Seconds that may be spent on changes to the definition."""

FRUGAL = 1_000_000_000
"""Bytes that a changed definition may ask for: one with a wrong shape asks for more than there is."""

MOST = 8
"""How many choices of other conventions are looked at, the nearest first."""

_ROUGHLY = {"float32": 1e-3, "float64": 1e-6}
"""How near plain arithmetic must come for a change to be looked at in extended precision."""

Function = Callable[..., Any]


def formula(suite: Suite, answers: list[Answered], wrong: list[Answered]) -> Pattern | None:
    """Return the change to the definition that gives every answer; nothing where a change that never ends would not end."""
    if not can_interrupt():
        return None
    primitive = wrong[0].question.primitive
    asked = wrong[0].question.convention
    # The smallest of the wrong answers is asked first, and often: it tells most changes apart at little cost.
    first = min(wrong, key=lambda entry: (len(entry.question.steps), entry.got.size < 4, entry.got.size))
    choices = [dict(asked), *itertools.islice(alternatives(primitive, asked), MOST)]
    with contextlib.suppress(TookTooLong), at_most(PATIENCE), frugally(FRUGAL):
        for mutant, function in _changes(suite, primitive):
            for choice in choices:
                if _roughly(function, first, choice) and _gives(function, answers, choice):
                    return _said(mutant, primitive.name, choice, asked)
    return None


def _changes(suite: Suite, primitive: Primitive) -> Iterator[tuple[Mutant, Function]]:
    """Yield the definition with one change, then with the same kind of change in two lines of a function."""
    room = room_of(f"{suite.package}.reference")
    home = f"{room.package}.{primitive.family}.{primitive.operation}", primitive.name
    reach = room.reach(*home)
    for make in (mutants, twice):
        for module in sorted({module for module, _ in reach}, key=lambda module: module != home[0]):
            path = room.modules[module]
            names = frozenset(name for origin, name in reach if origin == module and not name.startswith("require_"))
            for mutant in make(path.read_text("utf-8"), str(path), names):
                if mutant.before.startswith(("require_", "raise ", "defaults ")):
                    continue
                try:
                    function = room.functions(module, mutant.code, {primitive.name: home})[primitive.name]
                except Exception:
                    continue
                yield mutant, function


def _roughly(function: Function, entry: Answered, choice: Mapping[str, str]) -> bool:
    """Tell by one plain call whether a changed definition gives about the answer of a case."""
    question = entry.question
    if len(question.steps) > 1:
        return True
    given = {n: v.astype(np.float64) if _real(v) else v for n, v in question.steps[0].items()}
    positional, named = question.primitive.arranged(given)
    conventions = {n: v for n, v in choice.items() if n in question.primitive.default_convention}
    try:
        with np.errstate(all="ignore"):
            results = as_results(function(*positional, **named, **conventions), question)
            values = np.asarray(results[entry.position])
    except Exception:
        return False
    if values.shape != entry.got.shape:
        return False
    scale = np.max(np.abs(entry.got), initial=0, where=np.isfinite(entry.got)) if entry.got.dtype.kind == "f" else 0
    bound = _ROUGHLY[question.precision]
    return bool(
        np.allclose(values, entry.got, rtol=bound, atol=bound * float(scale), equal_nan=values.dtype.kind == "f")
    )


def _gives(function: Function, answers: list[Answered], choice: Mapping[str, str]) -> bool:
    """Tell whether a changed definition gives every answer, within the noise floor."""
    results: dict[str, tuple[NDArray[Any], ...]] = {}
    for entry in answers:
        question = entry.question
        if question.digest not in results:
            try:
                results[question.digest] = exact_results(function, question, choice)
            except Exception:
                return False
        values = results[question.digest][entry.position]
        if values.shape != entry.got.shape or not np.all(entry.agrees(values)):
            return False
    return True


def _said(mutant: Mutant, name: str, choice: Mapping[str, str], asked: Mapping[str, str]) -> Pattern:
    other = ", ".join(f"{name}.{key}={value}" for key, value in choice.items() if asked.get(key) != value)
    under = f" under {other}" if other else ""
    return (
        "a line of the formula",
        f"Every answer, right or wrong, is what the definition{under} gives with “{mutant.after}” in the place of "
        f"“{mutant.before}” (reference, {mutant.function}).",
    )


def _real(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"
