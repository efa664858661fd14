"""What is offered besides: a function that takes a convention as a keyword is judged under every alternative of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from primcheck.examination import Examination
from primcheck.spec import Primitive
from primcheck.subject import signature_of


def taken(function: Callable[..., Any], primitive: Primitive) -> list[str]:
    """Return the conventions that a function's signature names; who takes any keyword offers none."""
    signature = signature_of(function)
    return [c.name for c in primitive.conventions if signature is not None and c.name in signature.parameters]


def choices(
    primitive: Primitive, convention: Mapping[str, str], offers: Collection[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield, with a label, each choice in which one of the offered conventions has another alternative."""
    for offer in primitive.conventions:
        for alternative in offer.alternatives if offer.name in offers else ():
            choice = {**convention, offer.name: alternative}
            excluded = any(all(choice[n] == v for n, v in out.items()) for out in primitive.excluded)
            if alternative != convention[offer.name] and not excluded:
                yield f"{offer.name}={alternative}", choice


def offered(examination: Examination) -> Iterator[tuple[str, Examination]]:
    """Yield, with a label, an examination for each alternative that a function takes and that was not asked for anyway."""
    offers = set(taken(examination.function, examination.primitive)) - set(examination.asked)
    for label, choice in choices(examination.primitive, examination.convention, offers):
        changed = {name: value for name, value in choice.items() if value != examination.convention[name]}
        asked = {**examination.asked, **changed}
        yield label, replace(examination, asked=asked, guard=examination.guard.about(label))
