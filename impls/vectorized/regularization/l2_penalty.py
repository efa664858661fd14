"""The penalty on the squares of weights in NumPy."""

import numpy as np

from ._checks import require_choice, require_not_negative


def l2_penalty(w, *, strength, factor="half"):
    """A dot product of the weights with themselves: no square is ever stored."""
    _require(strength, factor)
    weights = w.ravel(order="K")
    return strength * (0.5 if factor == "half" else 1.0) * (weights @ weights)


def l2_penalty_gradient(w, *, strength, factor="half"):
    """One product per element."""
    _require(strength, factor)
    return np.asarray(w * (strength if factor == "half" else 2 * strength))


def _require(strength, factor):
    require_not_negative("strength", strength)
    require_choice("factor", factor, ("half", "one"))
