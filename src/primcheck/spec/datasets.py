"""Draws from data sets that come with libraries, which are loaded only when a case needs them."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.faults import MissingLibrary
from primcheck.spec.draws import Draw


def digit_images(count: int, *, held_out: bool = False) -> Draw:
    """The first `count` of scikit-learn's 8×8 digits as (count, 1, 8, 8), scaled to [0, 1]; every fifth is held out."""
    return Draw(lambda *_: _digits(held_out)[0][:count], (count, 1, 8, 8))


def digit_labels(count: int, *, held_out: bool = False) -> Draw:
    """The labels that belong to `digit_images`."""
    return Draw(lambda *_: _digits(held_out)[1][:count], (count,))


@cache
def _digits(held_out: bool) -> tuple[NDArray[Any], NDArray[Any]]:
    try:
        from sklearn.datasets import load_digits  # type: ignore[import-untyped]  # it has no type hints
    except ImportError:
        raise MissingLibrary(
            "the digits come with scikit-learn, which is not installed (pip install 'primcheck[digits]')"
        ) from None
    images, labels = load_digits(return_X_y=True)
    chosen = (np.arange(len(labels)) % 5 == 4) == held_out
    return images[chosen].reshape(-1, 1, 8, 8) / 16, labels[chosen]
