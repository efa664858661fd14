"""Reduce on plateau, one loss after the other."""

import math

import numpy as np

from ._rates import require_at_least


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """A loop with three numbers to remember: it has to be one, for each rate hangs on all losses before it."""
    if losses.ndim != 1:
        raise ValueError(f"losses must have one axis, not {losses.ndim}.")
    require_at_least(0, base_lr=base_lr, patience=patience, min_delta=min_delta)
    if not 0 <= factor < 1:
        raise ValueError(f"factor must be at least 0 and less than 1, not {factor}.")
    if threshold not in ("absolute", "relative"):
        raise ValueError(f"threshold must be one of absolute, relative, not {threshold!r}.")
    if patience_is not in ("reached", "exceeded"):
        raise ValueError(f"patience_is must be one of reached, exceeded, not {patience_is!r}.")
    allowed = patience - 1 if patience_is == "reached" and patience else patience
    rates, rate, best, waited = [], base_lr, math.inf, 0
    for loss in losses.tolist():
        if loss < (best - min_delta if threshold == "absolute" else best * (1.0 - min_delta)):
            best, waited = loss, 0
        elif waited == allowed:
            rate, waited = rate * factor, 0
        else:
            waited += 1
        rates.append(rate)
    return np.array(rates, losses.dtype)
