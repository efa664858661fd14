"""Mistakes in orthogonal initialization, told apart by lengths, angles, the law of single weights, and repetition."""

import numpy as np


def signs_left_to_the_library(shape, *, gain=1.0, rng):
    """You took Q as the decomposition gave it.

    A library is free to choose the signs of Q's columns, and LAPACK chooses the same in every call: the first weight is
    always negative. Multiply each column by the sign of R's diagonal. Lengths and angles come out right.

        Q·R = draws,  W = gain·Q·sign(diag R)
    """
    q, _ = _decomposed(shape, rng)
    return gain * _shaped(q, shape)


def gain_ignored(shape, *, gain=1.0, rng):
    """You did not multiply by the gain.

    Yours is right only when it is 1.

        W = gain·Q
    """
    return _shaped(_signed(shape, rng), shape)


def gain_squared(shape, *, gain=1.0, rng):
    """You multiplied by the gain twice.

    Once is enough: lengths scale with the gain, variances with its square. Yours is right only when it is 0 or 1.

        W = gain·Q
    """
    return gain**2 * _shaped(_signed(shape, rng), shape)


def flattened_to_the_last_axis(shape, *, gain=1.0, rng):
    """You flattened a convolution to (rest, last), as Keras and JAX do for their order of axes.

    Here the first axis counts the units: (first, rest). Dense weights come out right.

        W seen as shape[0] rows
    """
    rows, columns = int(np.prod(shape[:-1])), shape[-1]
    return gain * _shaped(_signed((rows, columns), rng), shape)


def normalized_only(shape, *, gain=1.0, rng):
    """You divided each row by its length, and left the angles as they were.

    Random rows are not at right angles. A single row comes out right.

        Q·Qᵀ = 1
    """
    rows = rng.standard_normal((shape[0], int(np.prod(shape[1:]))))
    return gain * np.reshape(rows / np.sqrt(np.sum(rows**2, axis=1, keepdims=True)), shape)


def normal_draws(shape, *, gain=1.0, rng):
    """You returned the normal draws themselves, scaled so that rows have length 1 on average.

    They have to be made orthogonal.

        Q·Qᵀ = 1

    Wrong on every input.
    """
    return gain * rng.standard_normal(shape) / np.sqrt(max(int(np.prod(shape[1:])), 1))


def square_matrix_cut(shape, *, gain=1.0, rng):
    """You made a square orthogonal matrix of the first size and cut or repeated its columns to fit.

    A part of an orthogonal matrix is not orthonormal the other way. Square weights come out right.

        Qᵀ·Q = 1 where there are more rows than columns, Q·Qᵀ = 1 elsewhere
    """
    rows, columns = shape[0], int(np.prod(shape[1:]))
    q = _signed((rows, rows), rng)
    return gain * np.reshape(np.tile(q, (1, columns // max(rows, 1) + 1))[:, :columns], shape)


def uniform_draws(shape, *, gain=1.0, rng):
    """You decomposed draws from [0, 1), which all point into the same corner.

    The first column is then never far from the diagonal; decompose normal draws, which know no direction. Lengths and
    angles come out right.

        Q uniformly distributed
    """
    rows, columns = shape[0], int(np.prod(shape[1:]))
    q, r = np.linalg.qr(rng.random((max(rows, columns), min(rows, columns))))
    return gain * _shaped(q * np.sign(np.diag(r)), shape)


def same_values_at_every_call(shape, *, gain=1.0, rng):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given. Lengths and angles come out right.

        independent from call to call
    """
    return gain * _shaped(_signed(shape, np.random.default_rng(0)), shape)


def _decomposed(shape, rng):
    rows, columns = shape[0], int(np.prod(shape[1:]))
    return np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))


def _signed(shape, rng):
    q, r = _decomposed(shape, rng)
    return q * np.sign(np.diag(r))


def _shaped(q, shape):
    rows = shape[0]
    return np.reshape(q if q.shape[0] == rows and q.shape[1] * rows == np.prod(shape) else q.T, shape)
