"""Mistakes people make in delta_rule_update: w + lr·xᵀe and b + lr·Σe, with the errors e = target − (x w + b)."""

import numpy as np


def sign_turned(w, b, x, target, *, lr):
    """You subtracted the target from the output, so each step makes the error grow.

    Step towards the target.
    e = target − (x w + b).
    """
    return _step(w, b, x, (x @ w + b) - target, lr)


def averaged_over_rows(w, b, x, target, *, lr):
    """You divided the step by the number of rows.

    The rule sums over the batch; the learning rate is chosen for that.
    w + lr·xᵀe, not w + lr·xᵀe/N.
    """
    return _step(w, b, x, target - (x @ w + b), lr / max(len(x), 1))


def doubled(w, b, x, target, *, lr):
    """You kept the 2 of the square.

    The error that is descended is ½ Σ e², whose gradient has no factor.
    w + lr·xᵀe.
    """
    return _step(w, b, x, target - (x @ w + b), 2 * lr)


def bias_not_learnt(w, b, x, target, *, lr):
    """You left the biases as they are.

    They are the weights of an input that is always 1, and learn like the others.
    b + lr·Σe.
    """
    return w + lr * (x.T @ (target - (x @ w + b))), b + 0


def bias_left_out_of_the_output(w, b, x, target, *, lr):
    """You computed the output without the bias, though you update it.

    Add it before comparing with the target.
    e = target − (x w + b).
    """
    return _step(w, b, x, target - x @ w, lr)


def bias_averaged(w, b, x, target, *, lr):
    """You averaged the errors for the bias, but summed them for the weights.

    Sum both.
    b + lr·Σe.
    """
    error = target - (x @ w + b)
    return w + lr * (x.T @ error), b + lr * np.sum(error, axis=0) / max(len(x), 1)


def thresholded(w, b, x, target, *, lr):
    """You cut the output to ±1 before comparing: that is the perceptron's rule.

    The delta rule learns from the sum itself, and goes on learning when the class is right.
    e = target − (x w + b).
    """
    y = x @ w + b
    return _step(w, b, x, target - np.where(y > 0, np.ones_like(y), -np.ones_like(y)), lr)


def bias_after_the_weights(w, b, x, target, *, lr):
    """You computed the errors again, with the new weights, before you moved the biases.

    All parameters move from the same errors, those before the step.
    b + lr·Σ(target − (x w + b)) with the old w.
    """
    w, _ = _step(w, b, x, target - (x @ w + b), lr)
    return w, b + lr * np.sum(target - (x @ w + b), axis=0)


def one_row_at_a_time(w, b, x, target, *, lr):
    """You moved the weights after each row, so the later rows meet weights that have moved already.

    Compute all errors from the same weights, and sum the steps.
    w + lr·Σᵢ xᵢᵀeᵢ.
    """
    w, b = w + 0, b + 0
    for row, wanted in zip(x, target, strict=True):
        error = wanted - (row @ w + b)
        w, b = w + lr * row[:, None] * error, b + lr * error
    return w, b


def rate_forgotten_for_the_bias(w, b, x, target, *, lr):
    """You moved the biases without the learning rate.

    The rate scales every step alike.
    b + lr·Σe.
    """
    error = target - (x @ w + b)
    return w + lr * (x.T @ error), b + np.sum(error, axis=0)


def changes_the_caller_s_weights(w, b, x, target, *, lr):
    """You wrote w +=, which changes the caller's weights.

    Return new weights.
    w + lr·xᵀe, with w left as it was.
    """
    error = target - (x @ w + b)
    w += lr * (x.T @ error)
    return w.copy(), b + lr * np.sum(error, axis=0)


def _step(w, b, x, error, lr):
    return w + lr * (x.T @ error), b + lr * np.sum(error, axis=0)
