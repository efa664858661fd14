"""Unusual ways in which the same array can be stored; a right implementation does not care."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Storage = Callable[[NDArray[Any]], NDArray[Any]]


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array


def _strided(array: NDArray[Any]) -> NDArray[Any]:
    if not array.ndim:
        return array
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    wide[..., ::2] = array
    return wide[..., ::2]


def _reversed(array: NDArray[Any]) -> NDArray[Any]:
    return array[..., ::-1].copy()[..., ::-1] if array.ndim else array


def _by_columns(array: NDArray[Any]) -> NDArray[Any]:
    # NumPy's function makes an array of one element out of a scalar.
    return np.asfortranarray(array) if array.ndim else array


STORAGES: Mapping[str, tuple[str, Storage]] = {
    "read-only": ("an input that must not be written to", _read_only),
    "strided": ("an input whose elements are not next to each other", _strided),
    "reversed": ("an input with negative strides", _reversed),
    "Fortran-ordered": ("an input stored column by column", _by_columns),
}
