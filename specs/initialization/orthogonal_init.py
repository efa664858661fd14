"""Orthogonal initialization: a random rotation of the inputs, times a gain, which keeps every length and every angle.

    W = gain·Q,        Q·Qᵀ = 1  where there are at most as many rows as columns,  Qᵀ·Q = 1  where there are more

`shape` has at least two sizes; the weights are seen as a matrix of as many rows as the first, all others together being its
columns. Q is uniformly distributed over all such matrices (Haar's measure): no direction is preferred. `rng` is the
numpy.random.Generator to draw from: equal generators give equal weights; which ones is up to the implementation.

The usual way is to draw normal numbers and to decompose them into Q·R. Q alone is not uniformly distributed, for a library
is free to choose its signs; it becomes so when each column is multiplied by the sign of R's diagonal.

Where libraries differ:
    - How a convolution is seen as a matrix: PyTorch has (first, rest), as here; Keras and JAX have (rest, last).
    - The gain is 1 unless given, everywhere.

Edge cases: a size of 0 gives an empty array; a shape of fewer than two axes is refused. A negative gain turns all signs.

Saxe, McClelland and Ganguli, Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks, 2014,
arXiv:1312.6120; Mezzadri, How to Generate Random Matrices from the Classical Compact Groups, 2007, §5 (the signs).
"""

import numpy as np

from primcheck.spec import Case, Cost, Counts, Law, Normal, Primitive, Real, Reject, Rng, Size, Statistic, Uniform

from ._depth import LAYER_BY_LAYER
from ._weights import WEIGHTS, negative_sizes


def sides(shape):
    """Return the smaller and the larger side of the matrix."""
    return sorted((shape[0], int(np.prod(shape[1:]))))


def law(shape, gain):
    """Return the law of one weight: uniform for 3×3, where it is a coordinate on a sphere, nearly normal for many."""
    return (
        Uniform(-abs(gain), abs(gain)) if tuple(shape) == (3, 3) else Normal(0.0, abs(gain) / np.sqrt(sides(shape)[1]))
    )


def products(weights, shape):
    """Return the products of all rows, or of all columns where there are fewer of them."""
    return (lambda w: w @ w.T if w.shape[0] <= w.shape[1] else w.T @ w)(np.reshape(weights, (shape[0], -1)))


def off_orthonormal(weights, shape, gain):
    """Return one figure for the matrix: a sound decomposition is off by rounding of its largest entries, everywhere."""
    return np.max(np.abs(products(weights, shape) - gain**2 * np.eye(sides(shape)[0])))


orthogonal_init = Primitive(
    title="Orthogonal initialization",
    inputs=(Counts("shape"),),
    options=(Real("gain", 1.0), Rng()),
    outputs=(WEIGHTS,),
    cases=(
        Case("square", shape=(4, 4), hunts="vectors that are neither of length 1 nor at right angles"),
        Case("wide", shape=(3, 7), hunts="columns where the rows should be orthonormal"),
        Case("tall", shape=(7, 3), hunts="rows where the columns should be orthonormal"),
        Case("a gain", shape=(3, 4), gain=2.0, hunts="a gain that is ignored or squared"),
        Case("a negative gain", shape=(4, 3), gain=-0.5, hunts="a gain whose sign is lost or whose root is taken"),
        Case("convolution", shape=(4, 3, 2, 2), hunts="a kernel that is not flattened to one row a unit"),
        Case("convolution, more outputs", shape=(8, 2, 1, 2), hunts="a kernel that is flattened to one column a unit"),
        Case("one weight", shape=(1, 1), hunts="a single weight that is not ±1"),
        Case("one row", shape=(1, 5), hunts="a row that is not of length 1"),
        Case("no columns", shape=(4, 0), hunts="an empty layer that makes the decomposition fail"),
    ),
    laws=(
        Law(
            "dense rows have the gain's length",
            lambda weights, shape, gain: np.max(np.abs(np.diag(products(weights, shape)) - gain**2)),
            hunts="lengths other than the gain",
            where=lambda shape: len(shape) == 2 and 0 < shape[0] <= shape[1],
        ),
        Law(
            "dense vectors are orthonormal",
            lambda weights, shape, gain: off_orthonormal(weights, shape, gain),
            hunts="angles other than right ones",
            where=lambda shape: 0 not in shape and len(shape) == 2,
        ),
        Law(
            "kernels are orthonormal",
            lambda weights, shape, gain: off_orthonormal(weights, shape, gain),
            hunts="kernels that are flattened in another order than one row a unit",
            where=lambda shape: len(shape) > 2,
        ),
    ),
    rejects=(
        *negative_sizes(),
        Reject("one axis", shape=(5,), hunts="a bias, which is no matrix"),
        Reject("no axes", shape=(), hunts="a scalar, which is no matrix"),
    ),
    statistics=(
        # A coordinate of a point on a sphere is uniformly distributed (Archimedes); the nine of a matrix depend on one
        # another such that their counts scatter less than independent ones would.
        Statistic(
            "small squares, many calls",
            hunts="signs that the decomposition chose; normal draws that were only normalized; one rotation for all calls",
            of="weights",
            law=law,
            values=dict(shape=(3, 3), steps=2000),
        ),
        Statistic(
            "a gain, many calls",
            hunts="a gain that is ignored or squared",
            of="weights",
            law=law,
            values=dict(shape=(3, 3), gain=0.5, steps=1000),
        ),
    ),
    figure=LAYER_BY_LAYER,
    cost=Cost(
        flops=lambda shape: 4 * sides(shape)[0] ** 2 * sides(shape)[1],
        moved=lambda shape, itemsize: itemsize * np.prod(shape),
    ),
    sizes=dict(
        tiny=Size("LeNet-5, the first convolution", shape=(6, 1, 5, 5)),
        small=Size("LeNet-5, the third convolution", shape=(120, 16, 5, 5)),
        large=Size("ResNet-50, a 1×1 convolution", shape=(256, 64, 1, 1)),
    ),
)
