"""Mistakes people make in dense: x w + b."""

import numpy as np


def weights_transposed(x, w, b):
    """You multiplied with the transpose of the weights, as for weights stored as (out, in).

    The weights are (in, out): multiply x with w as it is. Unless they are square, your version does not even run.
    y = x w + b.
    """
    return x @ w.T + b


def bias_forgotten(x, w, b):
    """You left the bias out.

    Add b to every row.
    y = x w + b.
    """
    return x @ w


def bias_down_the_rows(x, w, b):
    """You added the bias as a column: each example gets a bias of its own, in place of each unit.

    Add b as it is; NumPy lines it up with the last axis, the units.
    yᵢⱼ = Σₖ xᵢₖ·wₖⱼ + bⱼ.
    """
    return x @ w + b[:, None]


def bias_added_for_every_input(x, w, b):
    """You added the bias inside the sum, once for every input.

    Add it once, after the sum.
    yᵢⱼ = Σₖ xᵢₖ·wₖⱼ + bⱼ, not Σₖ (xᵢₖ·wₖⱼ + bⱼ).
    """
    return x @ w + x.shape[1] * b


def bias_subtracted(x, w, b):
    """You subtracted the bias, as if it were a threshold.

    Add it.
    y = x w + b.
    """
    return x @ w - b


def activated(x, w, b):
    """You applied relu to the result.

    The layer is linear; its activation is a primitive of its own.
    y = x w + b.
    """
    return np.maximum(x @ w + b, 0)


def averaged_over_inputs(x, w, b):
    """You averaged over the inputs, where the layer adds up.

    Use the sum.
    yᵢⱼ = Σₖ xᵢₖ·wₖⱼ + bⱼ.
    """
    return x @ w / x.shape[1] + b


def adds_into_the_bias(x, w, b):
    """You wrote b += x w, or into a view of b, and so changed the caller's bias.

    Write the sum into a new array.
    y = x w + b, with b left as it was.
    """
    y = x @ w + b
    if len(y):
        b[...] = y[0]
    return y
