"""Sums over examples and positions of (N, C, M) arrays, one per channel, in double precision at the end."""

import numpy as np


def total(a):
    """Σ a."""
    if a.shape[2] == 1:
        return a[:, :, 0].sum(axis=0, dtype=np.float64)
    return (a @ np.ones(a.shape[2], dtype=a.dtype)).sum(axis=0, dtype=np.float64)


def dot(a, b):
    """Σ a·b, without an array of products."""
    if a.shape[2] == 1:
        return np.einsum("nc,nc->c", a[:, :, 0], b[:, :, 0], dtype=np.float64)
    return np.vecdot(a, b).sum(axis=0, dtype=np.float64)
