"""Nadam, gone wrong."""

import math

import numpy as np


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


def _moved(param, ahead, v, lr, correction, eps):
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * ahead / (np.sqrt(v / correction) + eps)


def _mu(beta1, step, schedule):
    if schedule == "constant":
        return beta1
    return beta1 * (1 - 0.5 * 0.96 ** (step / 250 if schedule == "slow" else step))


def _seen(beta1, step, schedule):
    if schedule == "constant":
        return 1 - beta1**step
    return 1 - math.prod(_mu(beta1, t, schedule) for t in range(1, step + 1))


def _parts(m, grad, beta1, step, schedule):
    return _mu(beta1, step + 1, schedule) * m, (1 - _mu(beta1, step, schedule)) * grad


def _corrected(kept, new, beta1, step, schedule, lookahead):
    if lookahead == "plain":
        return (kept + new) / _seen(beta1, step, schedule)
    return kept / _seen(beta1, step + 1, schedule) + new / _seen(beta1, step, schedule)


def _ahead(m, grad, beta1, step, schedule, lookahead="dozat"):
    return _corrected(*_parts(m, grad, beta1, step, schedule), beta1, step, schedule, lookahead)


def no_look_ahead(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You moved by the corrected average itself, which is Adam.

    Nadam looks one step ahead: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ) in place of m̂.
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return _moved(param, m / (1 - beta1**step), v, lr, 1 - beta2**step, eps), m, v


def looks_ahead_without_correction(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant"
):
    """You looked ahead with the averages as they are, so the first steps are too short.

    Correct the bias of both parts: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    kept, new = _parts(m, grad, beta1, step, schedule)
    return _moved(param, kept + new, v, lr, 1 - beta2**step, eps), m, v


def gradient_not_corrected(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant"):
    """You corrected the average in the look-ahead, but not the gradient beside it.

    Both parts are corrected, each by the momenta up to its own step: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    kept, new = _parts(m, grad, beta1, step, schedule)
    ahead = kept / _seen(beta1, step + 1, schedule) + new
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), m, v


def corrections_exchanged(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant"):
    """You corrected the average by this step's factor and the gradient by the next one's.

    The average is used one step ahead, the gradient now: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    kept, new = _parts(m, grad, beta1, step, schedule)
    ahead = kept / _seen(beta1, step, schedule) + new / _seen(beta1, step + 1, schedule)
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), m, v


def second_moment_not_corrected(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You corrected the first moment but not the second, so the first steps are too long.

    v starts at zero as well: v̂ = v / (1 − β₂ᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return _moved(param, _ahead(m, grad, beta1, step, schedule, lookahead), v, lr, 1, eps), m, v


def old_average_looks_ahead(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant"
):
    """You looked ahead from the average before this gradient had entered it, so nothing is ahead of Adam.

    Take the new m: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ), with m = β₁·m + (1 − β₁)·g.
    """
    ahead = _ahead(m, grad, beta1, step, schedule)
    m, v = _moments(grad, m, v, beta1, beta2)
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), m, v


def momentum_forgotten(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You added the whole average to the gradient's part, without the momentum in front of it.

    One step ahead the average has faded by µ: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    _, new = _parts(m, grad, beta1, step, schedule)
    ahead = _corrected(m, new, beta1, step, schedule, lookahead)
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), m, v


def gradient_in_full(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You added the gradient in full, without its weight 1 − µ.

    The weights of average and gradient add up to 1: µ·m / (1 − µᵗ⁺¹) + (1 − µ)·g / (1 − µᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    kept, _ = _parts(m, grad, beta1, step, schedule)
    ahead = _corrected(kept, grad, beta1, step, schedule, lookahead)
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), m, v


def look_ahead_kept(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You handed back the look-ahead as m, so the next step looks ahead from there.

    The look-ahead serves this step only; keep m = β₁·m + (1 − β₁)·g.
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    ahead = _ahead(m, grad, beta1, step, schedule, lookahead)
    return _moved(param, ahead, v, lr, 1 - beta2**step, eps), ahead, v


def betas_exchanged(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You averaged the gradient with β₂ and its square with β₁.

    β₁ belongs to the first moment and β₂ to the second: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m, v = _moments(grad, m, v, beta2, beta1)
    return _moved(param, _ahead(m, grad, beta2, step, schedule, lookahead), v, lr, 1 - beta1**step, eps), m, v


def epsilon_forgotten(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    ε keeps the divisor away from zero: √v̂ + ε.
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return _moved(param, _ahead(m, grad, beta1, step, schedule, lookahead), v, lr, 1 - beta2**step, 0), m, v


def caller_moments_changed(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="constant", lookahead="dozat"
):
    """You updated the caller's averages in place, so a step that is repeated or undone starts from another state.

    Make new arrays, with `beta1 * m + …` in place of `m *= beta1`: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    return _moved(param, _ahead(m, grad, beta1, step, schedule, lookahead), v, lr, 1 - beta2**step, eps), m, v
