"""What normalizations along the last axis share: shapes of rows, and sizes."""

import numpy as np

from primcheck.spec import Size, Tensor, given

NAN = float("nan")
ROWS = dict(n=3, d=5)
EVEN = dict(n=3, d=4)
SENTENCES = dict(n=2, between=(3,), d=5)
IMAGES = dict(n=2, between=(3, 2), d=4)
SPIKED = dict(n=3, d=4, x=given([[1, 2, -1, 0], [1, NAN, 2, 0.5], [3, -2, 1, 1]]))


def rows(between=()):
    """The shape of x: (n, …, d)."""
    return " ".join(["n", *map(str, between), "d"])


def elements(n, d, between=()):
    """The number of elements of x."""
    return n * d * int(np.prod(between))


X, GAMMA = Tensor("x", rows), Tensor("gamma", "d")

SIZES = dict(
    tiny=Size("Transformer (base), 16 words", n=16, d=512),
    small=Size("BERT (base), a sentence of 128 words", n=1, between=(128,), d=768),
    large=Size("BERT (base), 32 sentences of 128 words", n=32, between=(128,), d=768),
)
