"""What is offered besides: a function that takes a convention as a keyword is judged under every alternative of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from primcheck.conventions import alternatives, taken
from primcheck.examination import Examination
from primcheck.spec import Primitive


def choices(
    primitive: Primitive, convention: Mapping[str, str], offers: Collection[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield, with a label, each choice in which one of the offered conventions has another alternative."""
    for choice in alternatives(primitive, convention, among=offers, at_once=1):
        ((name, value),) = ((n, v) for n, v in choice.items() if v != convention[n])
        yield f"{name}={value}", choice


def offered(examination: Examination) -> Iterator[tuple[str, Examination]]:
    """Yield, with a label, an examination for each alternative that a function takes and that was not asked for anyway."""
    offers = set(taken(examination.function, examination.primitive)) - set(examination.asked)
    for label, choice in choices(examination.primitive, examination.convention, offers):
        changed = {name: value for name, value in choice.items() if value != examination.convention[name]}
        asked = {**examination.asked, **changed}
        yield label, replace(examination, asked=asked, guard=examination.guard.about(label))
