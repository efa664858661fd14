"""Results that are every other element of a larger buffer, from its end to its beginning, and cannot be written to."""

import _neighbours
import numpy as np


def _view(result, first):
    if not np.ndim(result):
        return result
    buffer = np.zeros((*result.shape[:-1], 2 * result.shape[-1]), result.dtype)[..., ::-2]
    buffer[...] = result
    buffer.flags.writeable = False
    return buffer


globals().update(_neighbours.wrapped(result=_view, numbers=False))
