"""AdaGrad, gone wrong."""

import numpy as np


def _root(square, eps, epsilon):
    return np.sqrt(square + eps) if epsilon == "inside" else np.sqrt(square) + eps


def _moved(param, grad, divisor, lr):
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * grad / divisor


def root_forgotten(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """You divided by the sum of squares itself instead of its square root.

    The root has the unit of the gradient, so that the step does not depend on its scale: p − lr·g / (√a + ε).
    """
    accumulator = accumulator + grad**2
    return _moved(param, grad, accumulator + eps, lr), accumulator


def square_forgotten(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You added up the gradients themselves, so opposite ones cancel and the root may be of a negative number.

    The sum is one of squares: a = a + g², p − lr·g / (√a + ε).
    """
    accumulator = accumulator + grad
    with np.errstate(invalid="ignore"):
        return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator


def sum_fades(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You averaged the squares with a weight of 0.9, which is RMSProp.

    AdaGrad forgets nothing: a = a + g², p − lr·g / (√a + ε).
    """
    accumulator = 0.9 * accumulator + 0.1 * grad**2
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator


def sum_forgotten(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You started the sum anew at every step, so every step is as long as the first.

    Carry the sum from step to step: a = a + g², p − lr·g / (√a + ε).
    """
    accumulator = grad**2
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator


def sum_not_returned(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You moved by the new sum but handed back the old one, so it never grows.

    Return the sum you divided by: a = a + g², p − lr·g / (√a + ε).
    """
    return _moved(param, grad, _root(accumulator + grad**2, eps, epsilon), lr), accumulator.copy()


def divides_by_the_old_sum(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You divided by the sum from before this step, which is only ε at the first one.

    Add this gradient first, then divide: a = a + g², p − lr·g / (√a + ε).
    """
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator + grad**2


def one_sum_for_all(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You added the squared norm of the whole gradient, so all elements share one step length.

    The square is taken element by element: a = a + g², p − lr·g / (√a + ε).
    """
    accumulator = accumulator + np.sum(grad**2)
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator


def rate_in_the_sum(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You multiplied the gradient by the rate before squaring it, so the rate cancels out of the step.

    The rate scales the step only: a = a + g², p − lr·g / (√a + ε).
    """
    accumulator = accumulator + (lr * grad) ** 2
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator


def epsilon_forgotten(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    ε keeps the divisor away from zero: p − lr·g / (√a + ε).
    """
    accumulator = accumulator + grad**2
    return _moved(param, grad, np.sqrt(accumulator), lr), accumulator


def epsilon_kept_in_the_sum(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """You added ε to the sum itself and handed that back, so it piles up from step to step.

    ε is added for this step only, after the root: p − lr·g / (√a + ε).
    """
    accumulator = accumulator + grad**2 + eps
    return _moved(param, grad, np.sqrt(accumulator), lr), accumulator


def caller_sum_changed(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You updated the caller's sum in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `accumulator + grad**2` in place of `accumulator += …`: a = a + g².
    """
    accumulator += grad**2
    return _moved(param, grad, _root(accumulator, eps, epsilon), lr), accumulator
