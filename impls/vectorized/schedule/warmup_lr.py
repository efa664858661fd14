"""Warm-up, with NumPy's minimum."""

import numpy as np

from ._rates import require_at_least


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """No branch: the share of the warm-up is cut off at 1."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, warmup_steps=warmup_steps)
    return float(base_lr * np.minimum((iteration + 1) / warmup_steps, 1.0))
