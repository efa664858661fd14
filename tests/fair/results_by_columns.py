"""Results that are stored by columns."""

import _neighbours
import numpy as np


def _by_columns(result, first):
    return np.asfortranarray(result) if np.ndim(result) else result


globals().update(_neighbours.wrapped(result=_by_columns, numbers=False))
