"""What a residual block refuses, and relu."""

from numba import njit

from ._windows import require_shape


def require_block(x, w1, b1, w2, b2):
    """Refuse shapes that do not make a block: both convolutions keep the channels."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    channels = x.shape[1]
    for name, array in (("w1", w1), ("w2", w2)):
        require_shape(name, array, (channels, channels, 3, 3))
    for name, array in (("b1", b1), ("b2", b2)):
        require_shape(name, array, (channels,))


@njit(cache=True, error_model="numpy")
def rectify(values):
    """Apply relu in place; a NaN is not below 0, and stays."""
    for i in range(values.size):
        values[i] = values[i] if not values[i] <= 0 else 0
