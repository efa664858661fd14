"""Patterns: what is said about mistakes that nobody has listed is true, and points at what to mend."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

JudgeToy = Callable[..., Any]


def said(judge_toy: JudgeToy, name: str, function: Callable[..., Any]) -> list[tuple[str, str]]:
    """Judge a function; return the names and words of what stands out."""
    _, diagnoses = judge_toy(name, function)
    assert all(diagnosis.kind == "pattern" and not diagnosis.conforms for diagnosis in diagnoses)
    return [(diagnosis.name, diagnosis.says) for diagnosis in diagnoses]


def scaled(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a scale whose two results are changed."""

    def scale(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        product = x * x.dtype.type(factor)
        return tuple(np.asarray(r, x.dtype) for r in change(x, y, product, x.dtype.type(factor)))

    return scale


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        (lambda x, y, p, f: (3 * p, 3 * (p + y)), "a constant factor", "product is 3 times"),
        (lambda x, y, p, f: (-p, -(p + y)), "the opposite sign", "product and sum have the opposite sign"),
        (lambda x, y, p, f: (p * f, p * f + y), "factor changed", "as if factor were its square"),
        (lambda x, y, p, f: (x + 0, x + y), "factor ignored", "as if factor were 1"),
        (lambda x, y, p, f: (y * f, y * f + x), "x and y exchanged", "as if x and y were exchanged"),
        (lambda x, y, p, f: (p, p), "y left out", "as if it were left out"),
        (lambda x, y, p, f: (p, p + 2 * y), "y added", "y itself"),
        (lambda x, y, p, f: (p, x), "x returned", "what comes back is x itself"),
        (lambda x, y, p, f: (np.abs(p), np.abs(p) + y), "x, taken without its sign", "x were taken without its sign"),
        (lambda x, y, p, f: (p[::-1], (p + y)[::-1]), "axis 0 reversed", "axis 0 runs backwards"),
        (lambda x, y, p, f: (np.maximum(p, 0), np.maximum(p, 0) + y), "x, cut at 0 from below", "cut at 0"),
    ],
)
def test_what_turns_wrong_into_right_is_named(
    judge_toy: JudgeToy, change: Callable[..., Any], name: str, words: str
) -> None:
    """The first thing said is the explanation, and where only one result is wrong, that is said too."""
    found = said(judge_toy, "scale", scaled(change))
    assert found[0][0] == name
    assert words in found[0][1]


def test_the_line_of_the_formula(judge_toy: JudgeToy) -> None:
    """A small change to the definition that explains all is told by its line, under another convention too."""
    name, says = said(judge_toy, "scale", scaled(lambda x, y, p, f: (x / f, x / f - y)))[0]
    assert name == "a line of the formula"
    assert "under scale.way=over gives with “return (product, product - y)” in the place of" in says
    assert "“return (product, product + y)” (reference, scale)" in says
    names = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (x / f, x / f - y + 1e-4))))
    assert "a line of the formula" not in names


def test_one_result_of_two(judge_toy: JudgeToy) -> None:
    """The product is right everywhere."""
    found = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p, p - y))))
    assert found["only sum"] == "product is right in every case; only sum goes wrong."


def test_circumstances(judge_toy: JudgeToy) -> None:
    """What fails only in one precision, for one value of an option or for special values is told so."""

    def by_type(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        off = 1e-3 if x.dtype == np.float32 else 0
        return x * x.dtype.type(factor) + x.dtype.type(off), x * x.dtype.type(factor) + y + x.dtype.type(off)

    assert ("only where the precision is float32") in dict(said(judge_toy, "scale", by_type))
    special = scaled(lambda x, y, p, f: (np.nan_to_num(p), np.nan_to_num(p + y)))
    assert "only where x holds a NaN" in dict(said(judge_toy, "scale", special))


def test_single_precision_inside(judge_toy: JudgeToy) -> None:
    """Seven digits in float64."""
    found = said(judge_toy, "scale", scaled(lambda x, y, p, f: (p.astype(np.float32), (p + y).astype(np.float32))))
    assert found[0][0] == "single precision inside"


def test_damage_alone(judge_toy: JudgeToy) -> None:
    """The results are right; the array that is written over is named."""

    def damaging(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        product = x * x.dtype.type(factor)
        y += product
        return product, y.copy()

    assert said(judge_toy, "scale", damaging)[0][0] == "y written over"


def test_nothing_is_said_where_nothing_stands_out(judge_toy: JudgeToy) -> None:
    """Noise is no pattern, as long as it is the same for the same question."""

    def noisy(x: Any, y: Any, p: Any, f: Any) -> Any:
        rng = np.random.default_rng(list(x.tobytes()[:32]))
        return p + rng.normal(size=p.shape), p + rng.normal(size=p.shape)

    assert said(judge_toy, "scale", scaled(noisy)) == []


def test_values_of_the_inputs(judge_toy: JudgeToy) -> None:
    """Elements that are wrong for some values of an input only are told by what these have in common."""
    found = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p + (x > 0) * x, p + (x > 0) * x + y))))
    assert found["where x is positive"] == "The result is wrong only where x is positive."
    found = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p + (x > y), p + (x > y) + y))))
    assert found["where x is above y"] == "The result is wrong only where x is above y."


def test_one_in_many_elements_proves_no_place(judge_toy: JudgeToy) -> None:
    """A single wrong element is positive or negative by chance: nothing is made of it."""

    def once(x: Any, y: Any, p: Any, f: Any) -> Any:
        off = np.zeros_like(p)
        if p.shape == (3, 2):
            off[1, 1] = 1
        return p + off, p + off + y

    names = [name for name, _ in said(judge_toy, "scale", scaled(once))]
    assert not any(name in {"where x is positive", "where x is negative", "where y is positive"} for name in names)


def test_shapes(judge_toy: JudgeToy) -> None:
    """Results in another shape are told by what happened to their axes."""
    flat = said(judge_toy, "scale", scaled(lambda x, y, p, f: (p.T, (p + y).T)))
    assert ("product in another shape", "product has its axes in the opposite order.") in flat
    unsummed = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (np.stack([p, p]), np.stack([p, p])))))
    assert unsummed["product in another shape"] == "product keeps leading axes that should be summed over."
    summed = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p[None], (p + y)[None]))))
    assert "axes of length 1 too many" in summed["product in another shape"]


def test_kept_between_calls(judge_toy: JudgeToy) -> None:
    """Code that is right at first and wrong when called again is told to keep something."""
    seen: list[int] = []

    def counting(x: Any, y: Any, p: Any, f: Any) -> Any:
        seen.append(1)
        off = 1e-2 if len(seen) > 14 else 0
        return p + off, p + off + y

    found = dict(said(judge_toy, "scale", scaled(counting)))
    assert "10 of 12 questions get another answer when they are asked again" in found["kept between calls"]


def test_nearly_right(judge_toy: JudgeToy) -> None:
    """A small relative deviation is told with its size; a large one is not."""
    found = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p * (1 + 1e-4 * np.cos(7 * x)), p + y))))
    assert "the worst answer is off by 0.0001 of the largest value" in found["nearly right"]
    found = dict(said(judge_toy, "scale", scaled(lambda x, y, p, f: (p * (1 + 1e-2 * np.cos(7 * x)), p + y))))
    assert "nearly right" not in found
