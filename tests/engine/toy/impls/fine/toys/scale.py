"""A right scale."""

import numpy as np


def scale(x, y, *, factor=2.0, way="times"):
    """Return factor·x, and that plus y."""
    if np.any(factor <= 0) or x.shape != y.shape:
        raise ValueError("factor must be positive, x and y of one shape")
    product = x * factor if way == "times" else x / factor
    return product, product + y
