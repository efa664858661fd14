"""RMSProp, gone wrong."""

import numpy as np


def _root(square, eps, epsilon):
    return np.sqrt(square + eps) if epsilon == "inside" else np.sqrt(square) + eps


def _moved(param, grad, divisor, lr):
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * grad / divisor


def root_forgotten(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """You divided by the mean square itself instead of its root.

    The R in RMSProp is the root, which has the unit of the gradient: p − lr·g / (√s + ε).
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return _moved(param, grad, mean_square + eps, lr), mean_square


def square_forgotten(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You averaged the gradient itself, so opposite ones cancel and the root may be of a negative number.

    The average is one of squares: s = ρ·s + (1 − ρ)·g², p − lr·g / (√s + ε).
    """
    mean_square = rho * mean_square + (1 - rho) * grad
    with np.errstate(invalid="ignore"):
        return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def weights_exchanged(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You gave the new square the weight ρ and the old average the weight 1 − ρ.

    An average with ρ = 0.9 keeps nine tenths of the old: s = ρ·s + (1 − ρ)·g².
    """
    mean_square = (1 - rho) * mean_square + rho * grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def complement_forgotten(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You added the new square in full, so the average became a fading sum, 1/(1 − ρ) times too large.

    The weights of old and new add up to 1: s = ρ·s + (1 − ρ)·g².
    """
    mean_square = rho * mean_square + grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def never_forgets(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You added up all squares, which is AdaGrad: the steps shrink for ever.

    RMSProp forgets old gradients: s = ρ·s + (1 − ρ)·g², p − lr·g / (√s + ε).
    """
    mean_square = mean_square + grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def average_forgotten(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You started every step from an average of zero.

    Carry the average from step to step: s = ρ·s + (1 − ρ)·g², p − lr·g / (√s + ε).
    """
    mean_square = (1 - rho) * grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def average_not_returned(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You moved by the new average but handed back the old one, so it stays frozen.

    Return the average you divided by: s = ρ·s + (1 − ρ)·g², p − lr·g / (√s + ε).
    """
    new = rho * mean_square + (1 - rho) * grad**2
    return _moved(param, grad, _root(new, eps, epsilon), lr), mean_square.copy()


def divides_by_the_old_average(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You divided by the average from before this step, which is only ε at the first one.

    Take this gradient in first, then divide: s = ρ·s + (1 − ρ)·g², p − lr·g / (√s + ε).
    """
    new = rho * mean_square + (1 - rho) * grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), new


def one_average_for_all(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You averaged the squared norm of the whole gradient, so all elements share one step length.

    The square is taken element by element: s = ρ·s + (1 − ρ)·g².
    """
    mean_square = rho * mean_square + (1 - rho) * np.sum(grad**2)
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square


def skips_zero_gradients(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You left alone every element whose gradient is zero, but its average has to fade.

    The formula has no exception for a gradient of zero: s = ρ·s + (1 − ρ)·g².
    """
    new = np.where(grad != 0, rho * mean_square + (1 - rho) * grad**2, mean_square)
    return _moved(param, grad, _root(new, eps, epsilon), lr), new


def epsilon_forgotten(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    ε keeps the divisor away from zero: p − lr·g / (√s + ε).
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return _moved(param, grad, np.sqrt(mean_square), lr), mean_square


def epsilon_kept_in_the_average(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """You added ε to the average itself and handed that back, so it piles up from step to step.

    ε is added for this step only, after the root: p − lr·g / (√s + ε).
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2 + eps
    return _moved(param, grad, np.sqrt(mean_square), lr), mean_square


def caller_average_changed(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You updated the caller's average in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `rho * mean_square` in place of `mean_square *= rho`: s = ρ·s + (1 − ρ)·g².
    """
    mean_square *= rho
    mean_square += (1 - rho) * grad**2
    return _moved(param, grad, _root(mean_square, eps, epsilon), lr), mean_square
