"""Shapes: what the wrong shapes of results have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from primcheck.call import Outcome, fits
from primcheck.patterns.answered import Pattern
from primcheck.question import Question

Shape = tuple[int, ...]
Shapes = tuple[str, Shape, Shape]
"""A result, the shape that it should have, and the shape that it has."""


def wrong_shapes(question: Question, outcome: Outcome) -> Iterator[Shapes]:
    """Yield the results of a call that are arrays of another shape than they should be."""
    for answers in outcome.answers:
        for answer, output in zip(answers, question.primitive.outputs, strict=False):
            expected = question.output_shape(output)
            if answer.shape is not None and -1 not in expected and not fits(answer.shape, expected):
                yield output.name, expected, answer.shape


def misshapen(found: list[Shapes]) -> Iterator[Pattern]:
    """Yield what turns every right shape into the one that came, result by result."""
    for name in dict.fromkeys(name for name, _, _ in found):
        shapes = [(expected, got) for other, expected, got in found if other == name]
        for says, explains in _WAYS:
            if all(explains(expected, got) for expected, got in shapes):
                yield f"{name} in another shape", f"{name} {says}."
                break


def _long(shape: Shape) -> Shape:
    return tuple(length for length in shape if length != 1)


_WAYS: tuple[tuple[str, Callable[[Shape, Shape], bool]], ...] = (
    (
        "loses its axes of length 1: squeeze, or an index in the place of a slice, takes away what has to stay",
        lambda e, g: len(g) < len(e) and _long(e) == _long(g),
    ),
    ("has axes of length 1 too many: keepdims, or a slice in the place of an index", lambda e, g: _long(e) == _long(g)),
    ("is not summed up: it should be a single number", lambda e, g: e == () and g != ()),
    ("keeps leading axes that should be summed over", lambda e, g: len(g) > len(e) and g[len(g) - len(e) :] == e),
    ("has its axes in the opposite order", lambda e, g: g == e[::-1]),
    ("has its axes in another order", lambda e, g: sorted(g) == sorted(e)),
    ("is flat: its axes are run together", lambda e, g: len(g) == 1 < len(e) and g[0] == _product(e)),
    ("has one row or column too many along an axis", lambda e, g: len(e) == len(g) and _apart(e, g) == {0, 1}),
    ("has one row or column too few along an axis", lambda e, g: len(e) == len(g) and _apart(g, e) == {0, 1}),
)


def _product(shape: Shape) -> int:
    total = 1
    for length in shape:
        total *= length
    return total


def _apart(expected: Shape, got: Shape) -> set[int]:
    return {g - e for e, g in zip(expected, got, strict=True)} | {0}
