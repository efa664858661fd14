"""Layouts of images and kernels. The catalogue's are (images, channels, rows, columns) and (out, in, rows, columns)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def channels_last(x: Array) -> Array:
    """Return images with their channels on the last axis."""
    return np.ascontiguousarray(x.transpose(0, 2, 3, 1)) if x.ndim == 4 else x


def channels_first(x: Any) -> Any:
    """Return images whose channels were on the last axis as the catalogue has them."""
    return np.ascontiguousarray(x.transpose(0, 3, 1, 2)) if getattr(x, "ndim", 0) == 4 else x


def kernels_last(w: Array) -> Array:
    """Return kernels as (rows, columns, in, out)."""
    return np.ascontiguousarray(w.transpose(2, 3, 1, 0))


def kernels_first(w: Any) -> Any:
    """Return kernels that were (rows, columns, in, out) as the catalogue has them."""
    return np.ascontiguousarray(w.transpose(3, 2, 0, 1)) if getattr(w, "ndim", 0) == 4 else w


def by_image(ask: Callable[..., Any], *batches: Array) -> Any:
    """Ask code that takes one image at a time, image by image; several results become several batches."""
    answers = [ask(*images) for images in zip(*batches, strict=True)]
    if isinstance(answers[0], tuple):
        return tuple(np.stack([np.asarray(one) for one in part]) for part in zip(*answers, strict=True))
    return np.stack([np.asarray(answer) for answer in answers])
