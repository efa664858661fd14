"""Orthogonal weights with numba."""

import math

import numpy as np
from numba import njit

from ._draws import normal
from ._shapes import checked, matrix


def orthogonal_init(shape, *, gain=1.0, rng):
    """Gram and Schmidt in place, each row cleared of the others twice, so that rounding leaves no angle."""
    shape = checked(shape)
    rows, columns = matrix(shape)
    vectors = normal((min(rows, columns), max(rows, columns)), 1.0, "plain", rng)
    _orthonormalize(vectors, float(gain))
    return np.ascontiguousarray(vectors if rows <= columns else vectors.T).reshape(shape)


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "contract"})
def _orthonormalize(vectors, gain):
    for i in range(vectors.shape[0]):
        for _ in range(2):
            for j in range(i):
                along = 0.0
                for k in range(vectors.shape[1]):
                    along += vectors[i, k] * vectors[j, k]
                for k in range(vectors.shape[1]):
                    vectors[i, k] -= along * vectors[j, k]
            length = 0.0
            for k in range(vectors.shape[1]):
                length += vectors[i, k] * vectors[i, k]
            for k in range(vectors.shape[1]):
                vectors[i, k] /= math.sqrt(length)
    for i in range(vectors.shape[0]):
        for k in range(vectors.shape[1]):
            vectors[i, k] *= gain
