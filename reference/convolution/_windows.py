"""Where the windows of a convolution lie: sizes, padding, and the cells that each tap of the kernel meets."""

from operator import index
from typing import NamedTuple

import numpy as np


class Axis(NamedTuple):
    """Windows along one axis of the image: `count` of them, over `before` + `size` + `after` cells."""

    size: int
    kernel: int
    stride: int
    dilation: int
    before: int
    after: int
    count: int

    @property
    def inside(self) -> slice:
        """The cells of the padded axis that are not padding."""
        return slice(self.before, self.before + self.size)

    def tap(self, k: int) -> slice:
        """The cells of the padded axis that tap k of the kernel meets, one for each window."""
        start = k * self.dilation
        return slice(start, start + (self.count - 1) * self.stride + 1, self.stride)


def axes(
    image: tuple[int, ...],
    kernel: tuple[int, ...],
    stride: object,
    padding: object,
    dilation: object = 1,
    same_pad: str = "end",
) -> tuple[Axis, Axis]:
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


def _axis(size: int, kernel: int, stride: int, dilation: int, padding: int | str, same_pad: str) -> Axis:
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


def pair(name: str, value: object, least: int) -> tuple[int, int]:
    """Read an integer, or a pair of integers (rows, columns), none below `least`."""
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns


def require_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse an unknown word."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_shape(name: str, array: np.ndarray, shape: tuple[int, ...]) -> None:
    """Refuse what would have to be broadcast, or does not fit at all."""
    if np.shape(array) != shape:
        raise ValueError(f"{name} must have shape {shape}, got {np.shape(array)}")


def require_layer(x: tuple[int, ...], w: tuple[int, ...], groups: int) -> None:
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


def padded(x: np.ndarray, rows: Axis, columns: Axis) -> np.ndarray:
    """Surround the last two axes with zeros."""
    others = [(0, 0)] * (x.ndim - 2)
    return np.pad(x, [*others, (rows.before, rows.after), (columns.before, columns.after)])


def blank(x: np.ndarray, rows: Axis, columns: Axis) -> np.ndarray:
    """Make zeros of the shape that x has when padded."""
    shape = (*x.shape[:-2], rows.before + rows.size + rows.after, columns.before + columns.size + columns.after)
    return np.zeros(shape, dtype=x.dtype, like=x)
