"""Mistakes people make in l1_penalty: strength · Σ |w|."""

import numpy as np


def signs_cancel(w, *, strength):
    """You added up the weights as they are, so that positive and negative ones cancel.

    Take absolute values first.
    strength · Σ |w|.
    """
    return strength * np.sum(w)


def absolute_value_of_the_sum(w, *, strength):
    """You took the absolute value of the sum, in which weights of different signs have cancelled already.

    Take the absolute value of every weight, then add.
    strength · Σ |w|, not strength · |Σ w|.
    """
    return strength * np.abs(np.sum(w))


def averages(w, *, strength):
    """You divided by the number of weights.

    The penalty is a sum: more weights cost more.
    strength · Σ |w|.
    """
    return strength * np.sum(np.abs(w)) / max(w.size, 1)


def squares(w, *, strength):
    """You added up squares: that is the L2 penalty.

    Add up absolute values.
    strength · Σ |w|.
    """
    return strength * np.sum(w**2)


def halves(w, *, strength):
    """You put the ½ of the L2 penalty in front.

    The ½ is there to cancel the 2 of a derivative of squares; absolute values need none.
    strength · Σ |w|.
    """
    return strength * np.sum(np.abs(w)) / 2


def ignores_strength(w, *, strength):
    """You always used a strength of 0.01, whatever `strength` said.

    Use the argument.
    strength · Σ |w|.
    """
    return 0.01 * np.sum(np.abs(w))


def norm_of_a_matrix(w, *, strength):
    """You called norm(w, 1), which for a matrix is the largest sum of a column.

    Add up all elements: flatten w first.
    strength · Σ |w|, over all axes.
    """
    sizes = np.abs(w)
    return strength * (np.max(np.sum(sizes, axis=0)) if w.ndim == 2 and w.size else np.sum(sizes))


def skips_not_a_number(w, *, strength):
    """You left out weights that are NaN, so that a broken model looks healthy.

    Let NaN through: np.sum, not np.nansum.
    strength · Σ |w|, NaN if any weight is.
    """
    return strength * np.sum(np.where(np.isnan(w), np.zeros_like(w), np.abs(w)))
