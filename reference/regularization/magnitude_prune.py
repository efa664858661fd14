"""The pruning of small weights."""

import numpy as np

from ._checks import require_not_negative


def magnitude_prune(w: np.ndarray, *, threshold: float) -> np.ndarray:
    """Replace small weights by 0 and keep the others.

    Args:
        w: any shape.
        threshold: what counts as small: absolute values below it, 0 or more.

    Returns:
        0 where |w| < threshold, and w elsewhere, of w's shape.

    Raises:
        ValueError: threshold is negative.

    Source: Han, Pool, Tran and Dally, Learning both Weights and Connections for Efficient Neural Networks,
        NIPS 2015, arXiv:1506.02626, §3.
    """
    require_not_negative("threshold", threshold)
    return np.where(np.abs(w) < threshold, np.zeros_like(w), w)
