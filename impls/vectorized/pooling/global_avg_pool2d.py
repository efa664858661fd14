"""Global average pooling in NumPy."""

import numpy as np

from ._images import require_images, require_one_number_each


def global_avg_pool2d(x):
    """A product with a vector of ones: BLAS sums several times faster than NumPy does."""
    require_images(x)
    n, c, h, w = x.shape
    return x.reshape(n, c, h * w) @ np.ones(h * w, x.dtype) / (h * w)


def global_avg_pool2d_backward(dy, x):
    """One division per plane, then one write per element."""
    require_images(x)
    require_one_number_each(dy, x)
    dx = np.empty(x.shape, dy.dtype)
    dx[...] = (dy / (x.shape[2] * x.shape[3]))[:, :, None, None]
    return dx
