"""The windows of JAX, which lie along the channels."""

import jax

from .._arrays import compiled
from ._geometry import both_sides, pair


def windows_of(x, kernel, strides, padding):
    """The windows as rows, in the order of images and positions."""
    seen = jax.lax.conv_general_dilated_patches(x, kernel, strides, padding)
    return seen.transpose(0, 2, 3, 1).reshape(-1, seen.shape[1])


_forward = compiled(windows_of, "kernel", "strides", "padding")


def im2col(x, *, kernel, stride=1, padding=0):
    """jax.lax.conv_general_dilated_patches, turned around: it gives (N, C·kh·kw, H', W')."""
    return _forward(x, kernel=pair(kernel), strides=pair(stride), padding=both_sides(padding))
