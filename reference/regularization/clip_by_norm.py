"""Gradients shortened to a limit."""

import numpy as np

from ._checks import require_not_negative


def clip_by_norm(grad: np.ndarray, *, limit: float) -> np.ndarray:
    """Shorten a gradient that is longer than the limit, and keep its direction.

    Args:
        grad: any shape.
        limit: the greatest length, 0 or more.

    Returns:
        limit · grad / ‖grad‖ where ‖grad‖ > limit, and grad elsewhere, of grad's shape.

    Raises:
        ValueError: limit is negative.

    Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013,
        arXiv:1211.5063, algorithm 1.
    """
    require_not_negative("limit", limit)
    norm = np.sqrt(np.sum(grad**2))
    longer = norm > limit
    return np.where(longer, grad * (limit / np.where(longer, norm, np.ones_like(norm))), grad)
