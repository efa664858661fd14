"""Products of matrices and all else by einsum."""

import _convolutions
import _products
import numpy as np
from _how import How, carried_out


def _einsum(how, a, b):
    return np.einsum("ij,jk->ik", a, b)


globals().update(carried_out(How(matmul=_einsum), _products, _convolutions))
