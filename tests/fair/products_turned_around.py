"""Products of matrices as the transposed product of the transposed matrices, stored by columns."""

import _convolutions
import _predictions
import _products
import numpy as np
from _how import How, carried_out


def _turned(how, a, b):
    return np.dot(np.asfortranarray(b.T), np.asfortranarray(a.T)).T


globals().update(carried_out(How(matmul=_turned), _products, _convolutions, _predictions))
