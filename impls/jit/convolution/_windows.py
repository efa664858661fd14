"""Where the windows of a convolution lie, and compiled copies of images into matrices of windows and back."""

from operator import index
from typing import NamedTuple

import numpy as np
from numba import njit


class Axis(NamedTuple):
    """Windows along one axis of the image: `count` of them, over `before` + `size` + `after` cells."""

    size: int
    kernel: int
    stride: int
    dilation: int
    before: int
    after: int
    count: int


def axes(image, kernel, stride, padding, dilation=1, same_pad="end"):
    """Lay the windows over the rows and over the columns; what the stride does not reach at the end is left out."""
    require_choice("same_pad", same_pad, ("end", "start"))
    if min(image) < 1 or min(kernel) < 1:
        raise ValueError(f"image and kernel must have at least one row and one column, got {image} and {kernel}")
    stride, dilation = pair("stride", stride, 1), pair("dilation", dilation, 1)
    if isinstance(padding, str):
        require_choice("padding", padding, ("valid", "same"))
        padding = (0, 0) if padding == "valid" else padding
    else:
        padding = pair("padding", padding, 0)
    rows, columns = (
        _axis(n, k, s, d, padding if padding == "same" else padding[i], same_pad)
        for i, (n, k, s, d) in enumerate(zip(image, kernel, stride, dilation, strict=True))
    )
    return rows, columns


def _axis(size, kernel, stride, dilation, padding, same_pad):
    reach = dilation * (kernel - 1) + 1
    if padding == "same":
        total = max((-(-size // stride) - 1) * stride + reach - size, 0)
        before = total // 2 if same_pad == "end" else total - total // 2
        after = total - before
    else:
        before = after = padding
    room = size + before + after - reach
    if room < 0:
        raise ValueError(f"the kernel must fit into the padded image, got {reach} cells over {size + before + after}")
    return Axis(size, kernel, stride, dilation, before, after, room // stride + 1)


def pair(name, value, least):
    """Read an integer, or a pair of integers (rows, columns), none below `least`."""
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns


def require_choice(name, value, allowed):
    """Refuse an unknown word."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_shape(name, array, shape):
    """Refuse what would have to be broadcast, or does not fit at all."""
    if np.shape(array) != shape:
        raise ValueError(f"{name} must have shape {shape}, got {np.shape(array)}")


def require_layer(x, w, groups):
    """Refuse shapes of images (N, C, H, W) and weights (O, C/groups, kh, kw) that do not make a layer."""
    for name, shape in (("x", x), ("w", w)):
        if len(shape) != 4:
            raise ValueError(f"{name} must have four axes, got shape {shape}")
    if isinstance(groups, bool) or not isinstance(groups, (int, np.integer)) or groups < 1:
        raise ValueError(f"groups must be an integer of at least 1, got {groups!r}")
    if x[1] < 1 or w[0] < 1 or x[1] % groups or w[0] % groups:
        raise ValueError(f"groups must divide the channels, got {groups} for {x[1]} in and {w[0]} out")
    if w[1] != x[1] // groups:
        raise ValueError(f"w must have {x[1] // groups} channels on its second axis, got {w[1]}")


def plain_memory(x):
    """Copy only if needed: every kernel then compiles once per dtype, not once more for read-only or strided arrays."""
    flags = x.flags
    return x if flags.c_contiguous and flags.writeable and flags.aligned else x.copy()


BLOCK = 1 << 20
"""About how many windowed values are held at a time: enough to be worth a call, few enough to stay near the processor."""


class Block(NamedTuple):
    """Room for a few images with their padding and for their windows, which are also seen as matrices (taps, positions)."""

    frame: np.ndarray
    inside: np.ndarray
    windows: np.ndarray
    matrices: np.ndarray
    steps: tuple[int, ...]


def block(x, groups, rows, columns):
    """Make room for as many of the images x as fit a block; the padding is 0 from the start."""
    channels, taps, positions = x.shape[1], rows.kernel * columns.kernel, rows.count * columns.count
    images = max(1, min(len(x), BLOCK // (channels * taps * positions)))
    height, width = (axis.before + axis.size + axis.after for axis in (rows, columns))
    frame = np.zeros((images, channels, height, width), x.dtype)
    inside = frame[:, :, rows.before : rows.before + rows.size, columns.before : columns.before + columns.size]
    windows = np.empty((images, channels, rows.kernel, columns.kernel, positions), x.dtype)
    matrices = windows.reshape(images, groups, channels // groups * taps, positions)
    steps = (rows.count, columns.count, rows.stride, columns.stride, rows.dilation, columns.dilation)
    return Block(frame, inside, windows, matrices, steps)


@njit(cache=True, error_model="numpy")
def unfold(frame, windows, steps):
    """Copy the windows of padded images (N, C, H, W) into (N, C, kernel rows, kernel columns, positions)."""
    oh, ow, sh, sw, dh, dw = steps
    width = frame.shape[3]
    for n in range(windows.shape[0]):
        for c in range(windows.shape[1]):
            plane = frame[n, c].reshape(-1)
            for a in range(windows.shape[2]):
                for b in range(windows.shape[3]):
                    _gather(plane[a * dh * width + b * dw :], windows[n, c, a, b], oh, ow, sh * width, sw)


@njit(cache=True, error_model="numpy")
def _gather(source, target, rows, columns, down, across):
    """Unsigned numbers spare the test for an index that counts from the end, which would keep vectors away."""
    length, far, near = np.uint64(columns), np.uint64(down), np.uint64(across)
    for i in range(np.uint64(rows)):
        if across == 1:
            for j in range(length):
                target[i * length + j] = source[i * far + j]
        else:
            for j in range(length):
                target[i * length + j] = source[i * far + j * near]


@njit(cache=True, error_model="numpy")
def fold(windows, frame, steps):
    """Add windows back into padded images: the adjoint of `unfold`."""
    oh, ow, sh, sw, dh, dw = steps
    width = frame.shape[3]
    frame[:] = 0
    for n in range(windows.shape[0]):
        for c in range(windows.shape[1]):
            plane = frame[n, c].reshape(-1)
            for a in range(windows.shape[2]):
                for b in range(windows.shape[3]):
                    _scatter(windows[n, c, a, b], plane[a * dh * width + b * dw :], oh, ow, sh * width, sw)


@njit(cache=True, error_model="numpy")
def _scatter(source, target, rows, columns, down, across):
    length, far, near = np.uint64(columns), np.uint64(down), np.uint64(across)
    for i in range(np.uint64(rows)):
        if across == 1:
            for j in range(length):
                target[i * far + j] += source[i * length + j]
        else:
            for j in range(length):
                target[i * far + j * near] += source[i * length + j]


@njit(cache=True, error_model="numpy")
def add_bias(y, b):
    """Add to each plane of y (N, O, positions) its channel's bias, in place."""
    for n in range(y.shape[0]):
        for o in range(y.shape[1]):
            _raise(y[n, o], b[o])


@njit(cache=True, error_model="numpy")
def _raise(values, amount):
    for i in range(values.size):
        values[i] += amount


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "contract", "nsz"})
def _total(values):
    total = 0.0
    for i in range(values.size):
        total += values[i]
    return total


@njit(cache=True, error_model="numpy")
def bias_gradient(dy, factor, out):
    """factor · Σ over images and positions of dy (N, O, positions), added up in double precision."""
    for o in range(out.size):
        total = 0.0
        for n in range(dy.shape[0]):
            total += _total(dy[n, o])
        out[o] = total * factor
