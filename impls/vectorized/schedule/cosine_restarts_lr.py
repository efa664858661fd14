"""Cosine decay with restarts, all restarts at once."""

import numpy as np

from ._rates import require_at_least


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """The restarts are a cumulative sum of period lengths, in which one search finds the period."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least(1, period=period, multiplier=multiplier)
    if multiplier == 1:
        done = iteration % period
    else:
        # As many periods as are sure to reach beyond the iteration.
        lengths = period * multiplier ** np.arange(int(iteration / period).bit_length() + 1)
        starts = np.cumsum(lengths) - lengths
        which = np.searchsorted(starts, iteration, side="right") - 1
        done, period = iteration - starts[which], lengths[which]
    return float(min_lr + (base_lr - min_lr) * (1.0 + np.cos(np.pi * done / period)) / 2.0)
