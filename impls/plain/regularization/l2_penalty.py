"""The penalty on the squares of weights in plain Python."""

import numpy as np

from ._checks import require_choice, require_not_negative


def l2_penalty(w, *, strength, factor="half"):
    """One pass; strength and ½ multiply the sum, not every element."""
    _require(strength, factor)
    return strength * (0.5 if factor == "half" else 1.0) * sum(v * v for v in w.ravel().tolist())


def l2_penalty_gradient(w, *, strength, factor="half"):
    """One product per element."""
    _require(strength, factor)
    scale = strength * (1.0 if factor == "half" else 2.0)
    return np.array([scale * v for v in w.ravel().tolist()], w.dtype).reshape(w.shape)


def _require(strength, factor):
    require_not_negative("strength", strength)
    require_choice("factor", factor, ("half", "one"))
