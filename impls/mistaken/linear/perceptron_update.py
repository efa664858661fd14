"""Mistakes people make in perceptron_update: w + lr·(target − o)·x and b + lr·(target − o), o = 1 if w·x + b > 0, else −1."""

import numpy as np


def _step(target, output, error):
    return {"difference": target - output, "target": np.where(target != output, target, 0 * target)}[error]


def updates_when_right(w, b, x, target, *, lr):
    """You added lr·target·x for every example, even for those that are classified rightly.

    The perceptron only learns from its errors: multiply with target − o, which is 0 when they agree.
    w + lr·(target − o)·x.
    """
    return w + lr * target * x, b + lr * target


def updates_the_wrong_way(w, b, x, target, *, lr, error="difference"):
    """You subtracted the target from the output, so each error makes the next one worse.

    The weights have to move towards the example's class.
    w + lr·(target − o)·x.
    """
    step = _step(target, _output(w, b, x), error)
    return w - lr * step * x, b - lr * step


def bias_not_learnt(w, b, x, target, *, lr, error="difference"):
    """You left the bias as it is.

    It is the weight of an input that is always 1, and learns like the others.
    b + lr·(target − o).
    """
    return w + lr * _step(target, _output(w, b, x), error) * x, b + 0


def bias_left_out_of_the_sum(w, b, x, target, *, lr, error="difference"):
    """You decided without the bias, though you update it.

    Add it to the weighted sum before comparing with 0.
    o = 1 if w·x + b > 0, else −1.
    """
    step = _step(target, _output(w, 0 * b, x), error)
    return w + lr * step * x, b + lr * step


def zero_is_positive(w, b, x, target, *, lr, error="difference"):
    """You wrote ≥ 0: with weights of 0 the output is then +1, and the first positive example teaches nothing.

    A sum of exactly 0 belongs to the class −1.
    o = 1 if w·x + b > 0, else −1.
    """
    step = _step(target, np.where(np.sum(w * x) + b >= 0, np.ones_like(b), -np.ones_like(b)), error)
    return w + lr * step * x, b + lr * step


def sign_of_zero(w, b, x, target, *, lr, error="difference"):
    """You took the sign function for the output, which is 0 where the sum is 0: neither class.

    Give the sum 0 to the class −1.
    o = 1 if w·x + b > 0, else −1.
    """
    step = _step(target, np.sign(np.sum(w * x) + b), error)
    return w + lr * step * x, b + lr * step


def step_to_zero_and_one(w, b, x, target, *, lr, error="difference"):
    """You let the output be 0 or 1, while the targets are −1 and 1: the difference is then 1 too large for negatives.

    Use the same two numbers for both.
    o = 1 if w·x + b > 0, else −1.
    """
    step = _step(target, np.where(np.sum(w * x) + b > 0, np.ones_like(b), np.zeros_like(b)), error)
    return w + lr * step * x, b + lr * step


def learns_from_the_sum(w, b, x, target, *, lr):
    """You took the weighted sum itself for the output: that is the delta rule of the linear unit.

    Apply the threshold before taking the difference.
    w + lr·(target − o)·x with o = ±1.
    """
    error = target - (np.sum(w * x) + b)
    return w + lr * error * x, b + lr * error


def rate_forgotten_for_the_bias(w, b, x, target, *, lr, error="difference"):
    """You moved the bias without the learning rate.

    The rate scales every step alike.
    b + lr·(target − o).
    """
    step = _step(target, _output(w, b, x), error)
    return w + lr * step * x, b + step


def input_forgotten(w, b, x, target, *, lr, error="difference"):
    """You added the error to every weight alike, without multiplying by its input.

    A weight is to blame in proportion to its input.
    wᵢ + lr·(target − o)·xᵢ.
    """
    step = _step(target, _output(w, b, x), error)
    return w + lr * step * np.ones_like(x), b + lr * step


def changes_the_caller_s_weights(w, b, x, target, *, lr, error="difference"):
    """You wrote w +=, which changes the caller's weights.

    Return new weights.
    w + lr·(target − o)·x, with w left as it was.
    """
    step = _step(target, _output(w, b, x), error)
    w += lr * step * x
    return w.copy(), b + lr * step


def _output(w, b, x):
    return np.where(np.sum(w * x) + b > 0, np.ones_like(b), -np.ones_like(b))
