"""Mistakes in activations that were written after the suite, by someone who had not seen it."""

import numpy as np


def gelu_backward__cubic_not_differentiated(dy, x, *, form="exact"):
    """You kept 0.044715 as the factor of x² in the derivative of the cubic term; differentiating x³ makes it three times that.

    Only the tanh form has that term: d/dx (x + 0.044715·x³) = 1 + 3·0.044715·x².
    """
    _refuse_unless(np.shape(dy) == np.shape(x), form in ("exact", "tanh"))
    pi = 4 * np.arctan(np.ones_like(x))
    if form == "exact":
        density = np.exp(-(x**2) / 2) / np.sqrt(2 * pi)
        return dy * ((1 + _erf(x / np.sqrt(np.full_like(x, 2)))) / 2 + x * density)
    steepness = np.sqrt(2 / pi)
    t = np.tanh(steepness * (x + 0.044715 * x**3))
    return dy * ((1 + t) / 2 + x / 2 * (1 - t**2) * steepness * (1 + 0.044715 * x**2))


def selu__rounded_constants(x):
    """You copied λ and α with four and five decimals; they are 1.0507009873554805 and 1.6732632423543772 to the last digit.

    The fixed point of mean 0 and variance 1 holds for the full constants only, and other implementations differ from
    yours from the sixth digit on.
    """
    return 1.0507 * np.where(x > 0, x, 1.67326 * (np.exp(np.minimum(x, 0)) - 1))


def prelu_backward__reshaped_for_transposed(dy, x, slope):
    """You reshaped to (C, −1) to sum per channel, which mixes channels and examples; the channel axis has to be moved first.

    The memory runs through all channels of the first example before it comes to the second: only with one example, or
    one channel, does a reshape find the channels.
    """
    size = np.shape(x)
    _refuse_unless(np.shape(dy) == size, np.shape(slope) in ((1,), size[1:2]), np.ndim(slope) == 1)
    lined_up = np.reshape(slope, (-1,) + (1,) * (np.ndim(x) - 2)) if np.ndim(x) > 1 else slope[0]
    dx = np.where(x > 0, dy, lined_up * dy)
    pulls = dy * np.minimum(x, 0)
    if len(slope) == 1:
        return dx, np.reshape(np.sum(pulls), 1)
    return dx, np.sum(np.reshape(pulls, (len(slope), pulls.size // len(slope))), axis=1)


def softmax_backward__dot_over_last_axis(dy, x, *, axis=-1):
    """You took the softmax along `axis` but summed dy·y along the last axis; both have to run along the same one.

    With the default axis there is no difference.
    """
    _refuse_unless(np.shape(dy) == np.shape(x), -np.ndim(x) <= axis < np.ndim(x))
    with np.errstate(invalid="ignore"):
        exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    y = exponentials / np.sum(exponentials, axis=axis, keepdims=True)
    return y * (dy - np.sum(dy * y, axis=-1, keepdims=True))


def tanh__rational(x):
    """You replaced tanh by a continued fraction that was cut short; it is good to four or five digits, not to all of them.

    Such fractions come from audio code, where speed counts; x is held within ±4.97, where the fraction leaves [−1, 1].
    The hyperbolic tangent in full is (1 − e^(−2|x|))/(1 + e^(−2|x|)), with the sign of x.
    """
    near = np.maximum(np.minimum(x, 4.97), -4.97)
    square = near * near
    above = near * (135135 + square * (17325 + square * (378 + square)))
    return above / (135135 + square * (62370 + square * (3150 + square * 28)))


def _erf(x):
    farthest = np.sqrt(np.log(4 / np.finfo(x.dtype).eps))
    outside = np.abs(x) > farthest
    inside = np.where(outside, np.zeros_like(x), x)
    total = np.ones_like(x)
    for n in range(int(3 * farthest**2), 0, -1):
        total = 1 + 2 * inside**2 / (2 * n + 1) * total
    return np.where(outside, np.sign(x), np.exp(-(inside**2)) * inside * total / np.sqrt(np.arctan(np.ones_like(x))))


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
