"""Results that are single numbers, as Python's own."""

import _neighbours
import numpy as np


def _number(result, first):
    return result if np.ndim(result) else result.item()


globals().update(_neighbours.wrapped(result=_number, numbers=True))
