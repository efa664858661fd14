"""What the compiled pooling needs before it starts: checked sizes as plain numbers, and memory as kernels like it."""

from operator import index

import numpy as np


def sizes(x, kernel, stride, padding):
    """Read the options: (kernel, stride, padding, output), each (rows, columns), refusing what does not fit."""
    if x.ndim != 4 or not x.shape[2] or not x.shape[3]:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")
    kernel = _pair("kernel", kernel, 1)
    stride = kernel if stride is None else _pair("stride", stride, 1)
    padding = _pair("padding", padding, 0)
    rows = _count(x.shape[2], kernel[0], stride[0], padding[0])
    columns = _count(x.shape[3], kernel[1], stride[1], padding[1])
    return kernel, stride, padding, (rows, columns)


def require_gradient(dy, x, output):
    """Refuse a dy that is not of the output's shape."""
    if dy.shape != x.shape[:2] + output:
        raise ValueError(f"dy must have the output's shape {x.shape[:2] + output}, got {dy.shape}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def planes(x):
    """View (N, C, H, W) as (N · C, H, W), copied only if needed: kernels then compile once per dtype."""
    flags = x.flags
    x = x if flags.c_contiguous and flags.writeable and flags.aligned else x.copy()
    return x.reshape(x.shape[0] * x.shape[1], x.shape[2], x.shape[3])


def _count(size, kernel, stride, padding):
    if 2 * padding > kernel:
        raise ValueError(f"padding must be at most half the kernel, got {padding} for a kernel of {kernel}")
    if kernel > size + 2 * padding:
        raise ValueError(f"kernel must fit into the padded image, got {kernel} over {size} padded by {padding}")
    return (size + 2 * padding - kernel) // stride + 1


def _pair(name, value, least):
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns
