"""Choices of conventions: which there are besides the one asked for, the nearest first, and which a function takes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from primcheck.signatures import signature_of
from primcheck.spec import Primitive


def alternatives(
    primitive: Primitive, asked: Mapping[str, str], among: Collection[str] | None = None, at_once: int | None = None
) -> Iterator[dict[str, str]]:
    """Yield every other choice of conventions: single changes first, then pairs, then the rest.

    `among` names those that may change, `at_once` says how many together; without them all may.
    """
    names = [name for name in primitive.default_convention if among is None or name in among]
    others = {c.name: [a for a in c.alternatives if a != asked[c.name]] for c in primitive.conventions}
    for count in range(1, 1 + (len(names) if at_once is None else min(at_once, len(names)))):
        for changed in itertools.combinations(names, count):
            for values in itertools.product(*(others[name] for name in changed)):
                choice = {**asked, **dict(zip(changed, values, strict=True))}
                if not any(all(choice[n] == v for n, v in out.items()) for out in primitive.excluded):
                    yield choice


def taken(function: Callable[..., Any], primitive: Primitive) -> list[str]:
    """Return the conventions that a function's signature names; who takes any keyword names none."""
    signature = signature_of(function)
    return [c.name for c in primitive.conventions if signature is not None and c.name in signature.parameters]
