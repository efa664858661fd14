"""Natural quantities: which number of a case a factor is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from primcheck.question import Question

CONSTANTS = {
    "−1": -1.0, "2": 2.0, "½": 0.5, "−2": -2.0, "−½": -0.5, "3": 3.0, "⅓": 1 / 3, "4": 4.0, "¼": 0.25, "√2": 2**0.5,
    "1/√2": 0.5**0.5, "10": 10.0, "1/10": 0.1, "100": 100.0, "1/100": 0.01, "ln 2": float(np.log(2)),
    "1/ln 2": float(1 / np.log(2)), "ln 10": float(np.log(10)), "1/ln 10": float(1 / np.log(10)), "π": float(np.pi),
}  # fmt: skip

NEAR = 1e-5
"""How far a factor may be from a quantity: it is measured on one number in single precision, and only named here."""


def natural(questions: Sequence[Question], factors: Sequence[float]) -> str | None:
    """Return in words what a factor is in every case: a constant, a size or option of the case, a product, or a share."""
    for words, value in CONSTANTS.items():
        if _alike(factors, [value] * len(factors)):
            return words
    if len(set(factors)) > 1 or len(factors) == 1:
        for words, values in _quantities(questions):
            for name, made in ((words, values), (f"1/({words})", [1 / v if v else np.nan for v in values])):
                if _alike(factors, made) and not _alike(factors, [1.0] * len(factors)):
                    return (
                        f"{name} (here {', '.join(f'{f:.6g}' for f in factors[:3])}{', …' if len(factors) > 3 else ''})"
                    )
    if len(factors) > 1 and _alike(factors, [factors[0]] * len(factors)):
        return f"{factors[0]:.6g}"
    return None


def _quantities(questions: Sequence[Question]) -> Iterator[tuple[str, list[float]]]:
    """Yield what may turn up in a factor, by name: numbers of the case, their complements and squares, and products."""
    numbers = [_numbers(question) for question in questions]
    shared = [name for name in numbers[0] if all(name in each for each in numbers)]
    columns = {name: [each[name] for each in numbers] for name in shared}
    yield from columns.items()
    for name, values in columns.items():
        if all(0 < v < 1 for v in values):
            yield f"1 − {name}", [1 - v for v in values]
        yield f"{name}²", [v * v for v in values]
        yield f"√{name}", [abs(v) ** 0.5 for v in values]
    for a, b in itertools.combinations(columns, 2):
        yield f"{a}·{b}", [x * y for x, y in zip(columns[a], columns[b], strict=True)]


def _numbers(question: Question) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in {**question.names, **question.steps[0]}.items():
        if isinstance(value, (int, float)) and not isinstance(value, bool) and np.isfinite(value):
            found[name] = float(value)
        elif isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, int) for v in value) and name != "size":
            found[f"{name} rows"], found[f"{name} columns"] = map(float, value)
        elif isinstance(value, np.ndarray) and value.ndim:
            found[f"the number of elements of {name}"] = float(value.size)
            found[f"the length of {name}"] = float(value.shape[0])
    return found


def _alike(factors: Sequence[float], values: Sequence[Any]) -> bool:
    return all(abs(f - v) <= NEAR * abs(f) for f, v in zip(factors, values, strict=True))
