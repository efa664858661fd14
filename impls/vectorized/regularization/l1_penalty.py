"""The penalty on the sizes of weights in NumPy."""

import numpy as np

from ._checks import require_not_negative


def l1_penalty(w, *, strength):
    """One temporary, and a pairwise sum."""
    require_not_negative("strength", strength)
    return strength * np.abs(w).sum()


def l1_penalty_gradient(w, *, strength):
    """The signs, scaled in place."""
    require_not_negative("strength", strength)
    gradient = np.asarray(np.sign(w))
    gradient *= strength
    return gradient
