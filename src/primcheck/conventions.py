"""Choices of conventions: which there are besides the one asked for, the nearest first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from primcheck.spec import Primitive


def alternatives(primitive: Primitive, asked: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield every other choice of conventions: single changes first, then pairs, then the rest."""
    names = list(primitive.default_convention)
    others = {c.name: [a for a in c.alternatives if a != asked[c.name]] for c in primitive.conventions}
    for count in range(1, len(names) + 1):
        for changed in itertools.combinations(names, count):
            for values in itertools.product(*(others[name] for name in changed)):
                choice = {**asked, **dict(zip(changed, values, strict=True))}
                if not any(all(choice[n] == v for n, v in out.items()) for out in primitive.excluded):
                    yield choice
