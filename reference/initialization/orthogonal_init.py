"""Orthogonal weights."""

import numpy as np

from ._shapes import checked


def orthogonal_init(shape: tuple[int, ...], *, gain: float = 1.0, rng: np.random.Generator) -> np.ndarray:
    """A random orthogonal matrix times a gain: the factor Q of normal draws, with the signs of R's diagonal taken out.

    Args:
        shape: at least two sizes ≥ 0; the matrix has as many rows as the first, all others together are its columns.
        gain: the length of each row, or of each column where there are more rows than columns.
        rng: where the draws come from.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for fewer than two axes, or negative sizes.

    Source: Saxe, McClelland and Ganguli, arXiv:1312.6120; Mezzadri, arXiv:math-ph/0609050, §5, for the signs without
    which Q is not uniformly distributed.
    """
    shape = checked(shape)
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}.")
    rows, columns = shape[0], int(np.prod(shape[1:]))
    draws = rng.standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(draws)
    q = q * np.sign(np.diag(r))
    return gain * np.reshape(q if rows >= columns else q.T, shape)
