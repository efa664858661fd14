"""Reduce on plateau, from one improvement to the next."""

import numpy as np

from ._rates import require_at_least


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """Only improvements are walked through; the reductions of the waits between them are counted all at once."""
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
    improved = np.zeros(losses.size, bool)
    best, start = np.inf, 0
    while start < losses.size:
        better = losses[start:] < (best - min_delta if threshold == "absolute" else best * (1.0 - min_delta))
        if not better.any():
            break
        start += int(better.argmax()) + 1
        improved[start - 1], best = True, float(losses[start - 1])
    place = np.arange(1, losses.size + 1)
    waited = place - np.maximum.accumulate(np.where(improved, place, 0))
    reductions = np.cumsum((waited > 0) & (waited % limit == 0))
    return (base_lr * np.float_power(factor, reductions)).astype(losses.dtype)
