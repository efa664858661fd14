"""Mistakes people make in l2_penalty: ½ · strength · Σ w²."""

import numpy as np


def _scaled(total, factor):
    return total / 2 if factor == "half" else total


def root_taken(w, *, strength, factor="half"):
    """You took the root of the sum: that is the norm, not its square.

    Leave the root out.
    ½ · strength · Σ w².
    """
    return _scaled(strength * np.sqrt(np.sum(w**2)), factor)


def averages(w, *, strength, factor="half"):
    """You divided by the number of weights.

    The penalty is a sum: more weights cost more.
    ½ · strength · Σ w².
    """
    return _scaled(strength * np.sum(w**2) / max(w.size, 1), factor)


def divides_by_the_rows(w, *, strength, factor="half"):
    """You divided by the length of the first axis, as if it counted examples.

    Weights are no batch.
    ½ · strength · Σ w².
    """
    return _scaled(strength * np.sum(w**2) / max(w.shape[0] if w.ndim else 1, 1), factor)


def absolute_values(w, *, strength, factor="half"):
    """You added up absolute values: that is the L1 penalty.

    Add up squares.
    ½ · strength · Σ w².
    """
    return _scaled(strength * np.sum(np.abs(w)), factor)


def square_of_the_sum(w, *, strength, factor="half"):
    """You squared the sum, in which weights of different signs have cancelled already.

    Square every weight, then add.
    ½ · strength · Σ w², not ½ · strength · (Σ w)².
    """
    return _scaled(strength * np.sum(w) ** 2, factor)


def strength_squared(w, *, strength, factor="half"):
    """You multiplied the weights by the strength before they were squared.

    The strength is a factor of the sum.
    ½ · strength · Σ w².
    """
    return _scaled(np.sum((strength * w) ** 2), factor)


def ignores_strength(w, *, strength, factor="half"):
    """You always used a strength of 0.01, whatever `strength` said.

    Use the argument.
    ½ · strength · Σ w².
    """
    return _scaled(0.01 * np.sum(w**2), factor)


def last_axis_only(w, *, strength, factor="half"):
    """You kept the largest of the rows' sums.

    Add up over all axes.
    ½ · strength · Σ w².
    """
    if not (w.ndim and w.size):
        return _scaled(strength * np.sum(w**2), factor)
    return _scaled(strength * np.max(np.sum(w**2, axis=-1)), factor)
