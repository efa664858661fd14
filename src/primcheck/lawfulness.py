"""Laws: residuals that are zero for right answers, judged by the floor of the residual itself."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.extended import extend, noise, plain
from primcheck.floor import DRAWS, Outputs, law_names, residual, rounding
from primcheck.question import Question, by_name
from primcheck.signatures import signature_of
from primcheck.spec import Law


def sees(law: Law, question: Question, unseen: frozenset[int]) -> bool:
    """Tell whether a law can be looked at when some results, by their positions, are kept to itself by the code."""
    signature = signature_of(law.residual)
    asked = set(signature.parameters) if signature else set()
    outputs = question.primitive.outputs
    return not any({outputs[i].name, f"next_{outputs[i].name}"} & asked for i in unseen)


def law_ratio(
    law: Law, question: Question, outputs: Outputs, floor: NDArray[Any] | None
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return how many floors a law's residual is off zero, and the residual; without a floor it is measured in place."""
    values = residual(law, question, [outputs])
    if law.exact:
        floor = np.zeros(values.shape)
    else:
        floor = (_floor_at(law, question, outputs) if floor is None else floor) + rounding(question)[1]
    with np.errstate(all="ignore"):
        ratio = np.where(values == 0, 0.0, np.abs(values) / floor).astype(np.float64)
    return np.where(np.isnan(ratio), np.inf, ratio), values


def _floor_at(law: Law, question: Question, outputs: Outputs) -> NDArray[Any]:
    """Return how far a residual moves when the subject's own inputs and results, and each step between, are rounded.

    The results of a random primitive have no truth to compare with: its relation is judged where it stands.
    """
    u, _ = rounding(question)
    moved = np.zeros(())
    names = law_names(question, outputs)
    for draw in range(DRAWS):
        with noise(u, np.random.default_rng(draw)), np.errstate(all="ignore"):
            shaken = {n: extend(v, rounds=True) if isinstance(v, np.ndarray) else v for n, v in names.items()}
            moved = np.maximum(moved, np.abs(plain(by_name(law.residual, shaken)) - residual(law, question, [outputs])))
    return moved.astype(np.float64)
