"""The penalty on the sizes of weights in plain Python."""

import numpy as np

from ._checks import require_not_negative


def l1_penalty(w, *, strength):
    """One pass; the strength multiplies the sum, not every element."""
    require_not_negative("strength", strength)
    return strength * sum(map(abs, w.ravel().tolist()))


def l1_penalty_gradient(w, *, strength):
    """One of three ready-made values per element; NaN, which is neither above, below nor at 0, stays."""
    require_not_negative("strength", strength)
    gradient = [strength if v > 0 else -strength if v < 0 else v for v in w.ravel().tolist()]
    return np.array(gradient, w.dtype).reshape(w.shape)
