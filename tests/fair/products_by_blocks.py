"""Products of matrices by blocks, as caches like them, four steps of the sum at a time."""

import _convolutions
import _products
import numpy as np
from _how import How, carried_out

STEPS, SIDE = 4, 32


def _blocks(how, a, b):
    product = np.zeros((a.shape[0], b.shape[1]), a.dtype)
    for k in range(0, a.shape[1], STEPS):
        for i in range(0, a.shape[0], SIDE):
            for j in range(0, b.shape[1], SIDE):
                rows, columns = slice(i, i + SIDE), slice(j, j + SIDE)
                product[rows, columns] += a[rows, k : k + STEPS] @ b[k : k + STEPS, columns]
    return product


globals().update(carried_out(How(matmul=_blocks), _products, _convolutions))
