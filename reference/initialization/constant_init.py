"""The same value everywhere."""

import numpy as np

from ._shapes import checked


def constant_init(shape: tuple[int, ...], *, value: float) -> np.ndarray:
    """An array filled with one value, as for biases.

    Args:
        shape: any sizes ≥ 0.
        value: the constant.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for negative sizes.

    Source: Caffe, ConstantFiller in include/caffe/filler.hpp.
    """
    # 0.0 + turns an integer value into a float; the copy makes the result writable.
    return np.copy(np.broadcast_to(0.0 + value, checked(shape)))
