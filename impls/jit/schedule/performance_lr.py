"""Reduce on plateau, as one compiled loop."""

import numpy as np
from numba import njit

from ._checks import require_at_least


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """One compiled pass with three numbers to remember, compared and multiplied in float64."""
    if losses.ndim != 1:
        raise ValueError(f"losses must have one axis, not {losses.ndim}.")
    require_at_least(0, base_lr=base_lr, patience=patience, min_delta=min_delta)
    if not 0 <= factor < 1:
        raise ValueError(f"factor must be at least 0 and less than 1, not {factor}.")
    if threshold not in ("absolute", "relative"):
        raise ValueError(f"threshold must be one of absolute, relative, not {threshold!r}.")
    if patience_is not in ("reached", "exceeded"):
        raise ValueError(f"patience_is must be one of reached, exceeded, not {patience_is!r}.")
    limit = max(patience, 1) if patience_is == "reached" else patience + 1
    less, share = (float(min_delta), 1.0) if threshold == "absolute" else (0.0, 1.0 - float(min_delta))
    rates = _rates(np.array(losses, np.float64), float(base_lr), float(factor), int(limit), less, share)
    return rates.astype(losses.dtype)


@njit(cache=True, error_model="numpy")
def _rates(losses, rate, factor, limit, less, share):
    rates = np.empty(losses.size)
    best, waited = np.inf, 0
    for i in range(losses.size):
        if losses[i] < best * share - less:
            best, waited = losses[i], 0
        else:
            waited += 1
            if waited == limit:
                rate, waited = rate * factor, 0
        rates[i] = rate
    return rates
