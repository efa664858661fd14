"""The convolution of JAX."""

import jax
import numpy as np

from .._arrays import compiled, gradients, require
from ._geometry import LAYOUT, both_sides, pair

SAME = {"end": "SAME", "start": "SAME_LOWER"}
STATIC = ("strides", "padding", "dilation", "groups")


def _layer(x, w, b, strides, padding, dilation, groups):
    y = jax.lax.conv_general_dilated(
        x,
        w,
        strides,
        padding,
        rhs_dilation=dilation,
        dimension_numbers=LAYOUT,
        feature_group_count=groups,
    )
    return y + b[:, None, None]


_forward = compiled(_layer, *STATIC)
_backward = gradients(_layer, 3, *STATIC)


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """jax.lax.conv_general_dilated, which offers both sides for the odd cell: SAME and SAME_LOWER."""
    require("same_pad", same_pad, *SAME)
    if b.shape != w.shape[:1]:
        raise ValueError(f"b must have shape {w.shape[:1]}, got {b.shape}")
    return _forward(x, w, b, **_options(stride, padding, dilation, groups, same_pad))


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """jax.lax.conv_general_dilated through jax.vjp, which sums over the images."""
    require("same_pad", same_pad, *SAME)
    require("batch", batch, "sum")
    b = np.zeros(w.shape[:1], w.dtype)
    return _backward(dy, x, w, b, **_options(stride, padding, dilation, groups, same_pad))


def _options(stride, padding, dilation, groups, same_pad):
    named = {"same": SAME[same_pad], "valid": "VALID"}
    padding = named[padding] if isinstance(padding, str) else both_sides(padding)
    return {"strides": pair(stride), "padding": padding, "dilation": pair(dilation), "groups": groups}
