"""Orthogonal weights in plain Python."""

import math

from ._draws import array
from ._shapes import checked, matrix


def orthogonal_init(shape, *, gain=1.0, rng):
    """Gram and Schmidt, each vector cleared of the others twice, so that rounding leaves no angle."""
    shape = checked(shape)
    rows, columns = matrix(shape)
    long, short = max(rows, columns), min(rows, columns)
    vectors = []
    for _ in range(short):
        vector = rng.standard_normal(long).tolist()
        for _ in range(2):
            for other in vectors:
                along = sum(a * b for a, b in zip(vector, other, strict=True))
                vector = [a - along * b for a, b in zip(vector, other, strict=True)]
            length = math.sqrt(sum(a * a for a in vector))
            vector = [a / length for a in vector]
        vectors.append(vector)
    if rows > columns:
        vectors = zip(*vectors, strict=True)
    return array([gain * value for vector in vectors for value in vector], shape)
