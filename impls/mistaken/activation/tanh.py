"""Mistakes people make in tanh: y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)."""

import numpy as np

from ._logistic import logistic


def quotient_overflows(x):
    """You divided the exponentials as they are: beyond 88 in float32, or 709 in float64, that is ∞/∞ = NaN.

    Divide above and below by the larger exponential, or call the library's tanh.
    y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ), which is ±1 at ±1000.
    """
    with np.errstate(all="ignore"):
        rising, falling = np.exp(x), np.exp(-x)
        return (rising - falling) / (rising + falling)


def sigmoid_instead(x):
    """You returned the sigmoid, which runs from 0 to 1.

    tanh runs from −1 to 1 and is 0 at 0.
    y = 2 · sigmoid(2x) − 1.
    """
    return logistic(x)


def half_argument(x):
    """You wrote 2 · sigmoid(x) − 1, which is tanh(x/2).

    The sigmoid needs twice the argument.
    y = 2 · sigmoid(2x) − 1.
    """
    return 2 * logistic(x) - 1


def scaled(x):
    """You used 1.7159 · tanh(2x/3), the scaled version that Efficient BackProp recommends.

    Plain tanh has neither factor.
    y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
    """
    return 1.7159 * np.tanh(2 * x / 3)


def hard(x):
    """You cut x off at ±1: that is the hard tanh.

    Use the exponentials.
    y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ), not min(max(x, −1), 1).
    """
    return np.clip(x, -1, 1)


def sign_lost(x):
    """You worked with |x| against overflow and did not give the sign back.

    tanh is odd: multiply by the sign of x.
    tanh(−x) = −tanh(x).
    """
    return np.tanh(np.abs(x))


def softsign(x):
    """You returned x/(1 + |x|): that is the softsign, which saturates far more slowly.

    Use the exponentials.
    y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
    """
    return x / (1 + np.abs(np.clip(x, -1e30, 1e30)))


def overwrites_its_input(x):
    """You doubled x in place, so the caller's array is changed.

    Write 2x into a new array: backward needs x again.
    y = 2 · sigmoid(2x) − 1, with x left as it was.
    """
    y = np.tanh(x)
    x *= 2
    return y
