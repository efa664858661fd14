"""Guards: losses that add a small number in the logarithm are right, and yet no loss of the definition's; it is undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

ADDED = ("1e-7", "1e-8", "1e-9", "1e-10", "1e-12", "1e-15", "1e-6", "1e-5", "1e-20", "2.220446049250313e-16")

GUARDS = {
    "none": "nothing added in the logarithm",
    "clipped": "probabilities clipped near 0 and 1",
    **{number: f"{float(number):.3g} added in the logarithm" for number in ADDED},
}
"""The ways in which a logarithm is kept from 0: what a `Way` of a loss can be."""

BARE = {"bare": "the logarithm of a probability as it is, which may have underflowed to 0"}
"""Another way, for courses whose own solutions do that: what it says of probabilities that underflow is not asked."""

NEAR = 1e-4
"""How near to 0 or 1 a probability may be that code may clip."""

UNDERFLOWN = 1e-300
"""Below this, a probability is not kept to full precision in float64, or is 0."""


def lowered(p: Array, guard: str) -> Array:
    """Return probabilities that code with a guard takes for p."""
    return np.where(p > float(guard), p - float(guard), p) if guard in ADDED else p


def beyond(arguments: Mapping[str, Any]) -> str:
    """Tell of probabilities that a guard swamps."""
    p = arguments["probability"]
    wanted = p[np.asarray(arguments["target"]) != 0] if "target" in arguments else p
    return _outside(wanted, arguments["in_log"])


def swamped(arguments: Mapping[str, Any]) -> str:
    """Tell of scores whose probability a guard swamps."""
    z, labels = arguments["logits"], arguments["labels"]
    if not z.size or arguments["in_log"] == "none":
        return ""
    if not np.all(np.isfinite(z)):
        return "keeps the logarithm from 0, and cannot be asked for infinite scores"
    return _outside(_probability(z, labels), arguments["in_log"])


def _outside(p: Array, guard: str) -> str:
    if guard == "clipped":
        out = np.any(p < NEAR) or np.any(p > 1 - NEAR)
        return "clips probabilities near 0 and 1" if out else ""
    if guard == "bare":
        under = np.any(p < UNDERFLOWN)
        return "takes the logarithm of a probability that underflows to 0" if under else ""
    swamps = guard in ADDED and bool(np.any(p <= float(guard) / 10))
    return f"adds {guard} in the logarithm, which swamps smaller probabilities" if swamps else ""


def unguarded(ask: Callable[[Array, Array], Any], scores: Array, labels: Array, guard: str) -> Any:
    """Return the mean loss that code with −log(p + guard) means, of scores whose softmax p is.

    Asked row by row, the loss tells p, and p the loss without the guard; what the whole batch differs from the mean of its
    rows stays in.
    """
    if guard not in ADDED:
        return ask(scores, labels)
    whole = np.asarray(ask(scores.copy(), labels.copy()), dtype=np.longdouble)
    rows = [np.asarray(ask(scores[i : i + 1].copy(), labels[i : i + 1].copy())) for i in range(len(labels))]
    said = np.array([row.reshape(-1)[0] for row in rows], dtype=np.longdouble)
    meant = -np.log(np.maximum(np.exp(-said) - np.longdouble(guard), np.finfo(np.longdouble).tiny))
    return np.float64(whole + (meant - said).mean()) if whole.shape == () else np.asarray(whole, np.float64)


def _probability(z: Array, labels: Array) -> Array:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.asarray(e[np.arange(len(labels)), labels] / e.sum(axis=1))
