"""Mistakes people make in sigmoid: y = 1/(1 + e⁻ˣ)."""

import numpy as np

from ._logistic import logistic


def quotient_overflows(x):
    """You wrote eˣ/(1 + eˣ), which is ∞/∞ = NaN for large x.

    Use that form for negative x only, and 1/(1 + e⁻ˣ) for the others.
    y = 1/(1 + e⁻ˣ), which is 1 at x = 1000.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        return exponentials / (1 + exponentials)


def falls(x):
    """You wrote eˣ where e⁻ˣ belongs, so the curve falls from 1 to 0.

    Mind the sign in the exponent.
    y = 1/(1 + e⁻ˣ), which rises.
    """
    return logistic(-x)


def hard(x):
    """You replaced the curve by a straight line that is cut off at 0 and 1: that is the hard sigmoid.

    Use the exponential.
    y = 1/(1 + e⁻ˣ), not min(max(0.2·x + 0.5, 0), 1).
    """
    return np.clip(0.2 * x + 0.5, 0, 1)


def tanh_without_halving(x):
    """You used ½(1 + tanh x): the identity needs half the argument, so your curve is twice as steep.

    With the half it is right but for its last digits far below 0, where 1 and tanh cancel: write the exponential.
    y = 1/(1 + e⁻ˣ) = ½(1 + tanh(x/2)).
    """
    return (1 + np.tanh(x)) / 2


def tanh_instead(x):
    """You returned tanh(x), which runs from −1 to 1.

    The sigmoid runs from 0 to 1.
    y = 1/(1 + e⁻ˣ).
    """
    return np.tanh(x)


def clipped(x):
    """You kept the result between 1e-7 and 1 − 1e-7, against a logarithm of 0 that comes later.

    Return it as it is; a loss that takes logarithms has to look after itself.
    y = 1/(1 + e⁻ˣ), which may round to 0 or 1.
    """
    return np.clip(logistic(x), 1e-7, 1 - 1e-7)


def clipped_input(x):
    """You cut x to ±20 before the exponential, so everything below −20 gets the same 2e-9.

    Take e⁻ˣ for positive x and eˣ for negative x: then there is nothing to cut.
    y = 1/(1 + e⁻ˣ), which goes on falling.
    """
    return logistic(np.clip(x, -20, 20))


def shifted_by_maximum(x):
    """You subtracted the largest element first, as in a softmax; here that moves every result.

    Each element stands alone: no shift.
    yᵢ = 1/(1 + exp(−xᵢ)).
    """
    return logistic(x - np.max(x, initial=-np.inf))


def normalised(x):
    """You divided by the sum along the last axis: sigmoids need not sum to 1.

    Each element is a probability of its own.
    yᵢ = 1/(1 + exp(−xᵢ)).
    """
    y = logistic(x)
    return y / np.sum(y, axis=-1, keepdims=True)


def overwrites_its_input(x):
    """You negated x in place, so the caller's array is changed.

    Write −x into a new array: backward needs x again.
    y = 1/(1 + e⁻ˣ), with x left as it was.
    """
    y = logistic(x)
    x *= -1
    return y
