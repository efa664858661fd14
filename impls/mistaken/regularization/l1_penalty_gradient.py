"""Mistakes people make in l1_penalty_gradient: strength · sign(w), 0 where w is 0."""

import numpy as np


def weight_for_sign(w, *, strength):
    """You returned strength · w: that is the gradient of the L2 penalty.

    The slope of |w| has the same size everywhere.
    strength · sign(w).
    """
    return strength * w


def sign_lost(w, *, strength):
    """You returned the strength for negative weights as well, which pushes them further from 0.

    Multiply it by the sign of the weight.
    strength · sign(w).
    """
    return strength * np.abs(np.sign(w))


def zero_counts_as_positive(w, *, strength):
    """You gave weights of exactly 0 the slope of the positive ones, so that they do not stay 0.

    The slope at 0 is 0.
    strength · sign(w), with sign(0) = 0.
    """
    return strength * np.where(w == 0, np.ones_like(w), np.sign(w))


def divides_by_the_size(w, *, strength):
    """You computed the sign as w/|w|, which is 0/0 = NaN for a weight of 0.

    Use np.sign.
    strength · sign(w), with sign(0) = 0.
    """
    with np.errstate(invalid="ignore"):
        return strength * w / np.abs(w)


def ignores_strength(w, *, strength):
    """You always used a strength of 0.01, whatever `strength` said.

    Use the argument.
    strength · sign(w).
    """
    return 0.01 * np.sign(w)


def averages(w, *, strength):
    """You divided by the number of weights.

    The penalty is a sum, so that each weight's slope is the whole strength.
    strength · sign(w).
    """
    return strength * np.sign(w) / max(w.size, 1)


def tiny_counts_as_zero(w, *, strength):
    """You gave weights below 1e-8 the slope 0.

    Only exactly 0 has no slope.
    strength · sign(w).
    """
    return np.where(np.abs(w) < 1e-8, np.zeros_like(w), strength * np.sign(w))


def overwrites_its_input(w, *, strength):
    """You wrote the signs into w itself, so the caller's weights are gone.

    Build a new array.
    strength · sign(w), with w left as it was.
    """
    w[...] = strength * np.sign(w)
    return w
