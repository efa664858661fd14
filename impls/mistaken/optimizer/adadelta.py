"""Adadelta, gone wrong."""

import numpy as np


def _delta(above, below, grad):
    with np.errstate(divide="ignore", invalid="ignore"):
        return above / below * grad


def roots_exchanged(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You divided the size of the gradients by that of the moves, so the first moves are enormous.

    The moves stand above the line, the gradients below: √(d + ε) / √(s + ε) · g.
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square + eps), np.sqrt(mean_square_delta + eps), grad)
    return param - lr * delta, mean_square, rho * mean_square_delta + (1 - rho) * delta**2


def epsilon_outside_the_roots(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You added ε after taking the roots, so the first moves are a thousand times shorter.

    In Adadelta ε stands under both roots: √(d + ε) / √(s + ε) · g.
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta) + eps, np.sqrt(mean_square) + eps, grad)
    return param - lr * delta, mean_square, rho * mean_square_delta + (1 - rho) * delta**2


def epsilon_missing_above(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You left ε out above the line, so from zeros nothing ever starts to move.

    It is ε that gets the first move going: √(d + ε) / √(s + ε) · g.
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta), np.sqrt(mean_square + eps), grad)
    return param - lr * delta, mean_square, rho * mean_square_delta + (1 - rho) * delta**2


def roots_forgotten(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You divided the mean squares themselves instead of their roots.

    The roots make the move have the unit of the parameter: √(d + ε) / √(s + ε) · g.
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(mean_square_delta + eps, mean_square + eps, grad)
    return param - lr * delta, mean_square, rho * mean_square_delta + (1 - rho) * delta**2


def rate_in_the_moves(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You averaged the squares of the moves with the learning rate in them, so they feed back into themselves.

    The rate scales the parameter's move only, not what is remembered of it: d = ρ·d + (1 − ρ)·Δ², p − lr·Δ.
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    move = lr * _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    return param - move, mean_square, rho * mean_square_delta + (1 - rho) * move**2


def moves_averaged_from_gradients(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You averaged the squared gradient into both averages, so their quotient comes close to 1 and the move to g.

    The second average is one of squared moves: d = ρ·d + (1 − ρ)·Δ².
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    return param - lr * delta, mean_square, rho * mean_square_delta + (1 - rho) * grad**2


def divides_by_the_old_average(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You divided by the average from before this gradient had entered it, which is only ε at the first step.

    Take the gradient in first: s = ρ·s + (1 − ρ)·g², then √(d + ε) / √(s + ε) · g.
    """
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    new = rho * mean_square + (1 - rho) * grad**2
    return param - lr * delta, new, rho * mean_square_delta + (1 - rho) * delta**2


def moves_not_remembered(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You handed back the old average of the moves, so the moves never grow beyond √ε.

    Return it updated: d = ρ·d + (1 − ρ)·Δ².
    """
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    return param - lr * delta, mean_square, mean_square_delta.copy()


def weights_exchanged(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You gave the new squares the weight ρ and the old averages the weight 1 − ρ.

    An average with ρ = 0.9 keeps nine tenths of the old: s = ρ·s + (1 − ρ)·g², d = ρ·d + (1 − ρ)·Δ².
    """
    mean_square = (1 - rho) * mean_square + rho * grad**2
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    return param - lr * delta, mean_square, (1 - rho) * mean_square_delta + rho * delta**2


def skips_zero_gradients(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You left alone every element whose gradient is zero, but its averages have to fade.

    The formula has no exception for a gradient of zero: s = ρ·s + (1 − ρ)·g², d = ρ·d + (1 − ρ)·Δ².
    """
    square = rho * mean_square + (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(square + eps), grad)
    moved = rho * mean_square_delta + (1 - rho) * delta**2
    return (
        param - lr * delta,
        np.where(grad != 0, square, mean_square),
        np.where(grad != 0, moved, mean_square_delta),
    )


def caller_averages_changed(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """You updated the caller's averages in place, so a step that is repeated or undone starts from another state.

    Make new arrays, with `rho * mean_square` in place of `mean_square *= rho`: s = ρ·s + (1 − ρ)·g².
    """
    mean_square *= rho
    mean_square += (1 - rho) * grad**2
    delta = _delta(np.sqrt(mean_square_delta + eps), np.sqrt(mean_square + eps), grad)
    mean_square_delta *= rho
    mean_square_delta += (1 - rho) * delta**2
    return param - lr * delta, mean_square, mean_square_delta
