"""Gradients of a whole network shortened to a limit together."""

from collections.abc import Sequence

import numpy as np

from ._checks import require_not_negative


def clip_by_global_norm(grads: Sequence[np.ndarray], *, limit: float) -> tuple[np.ndarray, ...]:
    """Shorten the gradients of all layers by one factor if, taken together, they are longer than the limit.

    Args:
        grads: arrays of any shapes.
        limit: the greatest length of all of them as one vector, 0 or more.

    Returns:
        limit · g / norm for each g where norm > limit, and g elsewhere, in the order and of the shapes of grads.

    Raises:
        ValueError: limit is negative.

    Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013,
        arXiv:1211.5063, algorithm 1, where the gradient is that of all parameters.
    """
    require_not_negative("limit", limit)
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    longer = norm > limit
    factor = limit / np.where(longer, norm, np.ones_like(norm))
    return tuple(np.where(longer, grad * factor, grad) for grad in grads)
