"""The limit on the lengths of the weights that reach a unit."""

import numpy as np

from ._checks import require_matrix, require_not_negative


def max_norm(w: np.ndarray, *, limit: float) -> np.ndarray:
    """Shorten columns that are longer than the limit, and keep the others.

    Args:
        w: weights of a dense layer, (inputs, units): each column holds the weights that reach one unit.
        limit: the greatest length of a column, 0 or more.

    Returns:
        For every column wⱼ, limit · wⱼ / ‖wⱼ‖ where ‖wⱼ‖ > limit, and wⱼ elsewhere, of w's shape.

    Raises:
        ValueError: w has not two axes, or limit is negative.

    Source: Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15, 2014, §5.1.
    """
    require_matrix(w)
    require_not_negative("limit", limit)
    norm = np.sqrt(np.sum(w**2, axis=0))
    longer = norm > limit
    return np.where(longer, w * (limit / np.where(longer, norm, np.ones_like(norm))), w)
