"""AdaMax, gone wrong."""

import numpy as np


def _guarded(size, eps, epsilon):
    return size + eps if epsilon == "in_maximum" else size


def _moved(param, m, u, lr, correction, eps, epsilon):
    divisor = u + eps if epsilon == "in_denominator" else u
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * (m / correction) / divisor


def no_bias_correction(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You used m without correcting its bias, so the first steps are far too short.

    m starts at zero and is too small at first: m̂ = m / (1 − β₁ᵗ), p − lr·m̂ / u.
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(beta2 * u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u, lr, 1, eps, epsilon), m, u


def correction_frozen(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You divided by 1 − β₁ at every step, which is the correction of the first step only.

    The correction fades as the average fills up: m̂ = m / (1 − β₁ᵗ), p − lr·m̂ / u.
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(beta2 * u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta1, eps, epsilon), m, u


def maximum_corrected(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You corrected the bias of u as Adam corrects v, but a maximum has none.

    At the first step u is the gradient's size already: m̂ = m / (1 − β₁ᵗ), p − lr·m̂ / u.
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(beta2 * u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u / (1 - beta2**step), lr, 1 - beta1**step, eps, epsilon), m, u


def sum_for_the_maximum(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You added the gradient's size to the faded u, which grows far above any gradient.

    u is the larger of the two: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = beta2 * u + _guarded(np.abs(grad), eps, epsilon)
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def average_for_the_maximum(
    param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"
):
    """You averaged the gradient's size into u, as Adam averages its square into v.

    u is the larger of the two: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = beta2 * u + (1 - beta2) * _guarded(np.abs(grad), eps, epsilon)
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def maximum_never_fades(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You compared with the old u in full, so one large gradient slows an element down for ever.

    The old maximum fades by β₂ first: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def everything_fades(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You multiplied the maximum of both by β₂, so the new gradient fades before it has counted once.

    Only the old maximum fades: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = beta2 * np.maximum(u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def sign_kept(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You took the maximum of the gradient itself, so a large negative one does not count.

    The size decides, whatever the sign: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(beta2 * u, _guarded(grad, eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def maximum_over_all(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You took the largest gradient of the whole array, so all elements share one u.

    The maximum runs over the steps, for every element on its own: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    largest = np.max(np.abs(grad)) if grad.size else 0.0
    u = np.maximum(beta2 * u, _guarded(largest, eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def betas_exchanged(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You averaged the gradient with β₂ and let the maximum fade by β₁.

    β₁ belongs to the average and β₂ to the maximum: m = β₁·m + (1 − β₁)·g, u = max(β₂·u, |g| + ε).
    """
    m = beta2 * m + (1 - beta2) * grad
    u = np.maximum(beta1 * u, _guarded(np.abs(grad), eps, epsilon))
    return _moved(param, m, u, lr, 1 - beta2**step, eps, epsilon), m, u


def maximum_forgotten(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You divided by the size of this gradient alone, and a small one after large ones makes a huge step.

    Carry the maximum from step to step: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = _guarded(np.abs(grad), eps, epsilon)
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u


def epsilon_forgotten(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    The paper leaves it out too, but ε keeps the maximum away from zero: u = max(β₂·u, |g| + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    u = np.maximum(beta2 * u, np.abs(grad))
    return _moved(param, m, u, lr, 1 - beta1**step, 0, "in_maximum"), m, u


def caller_state_changed(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """You updated the caller's m and u in place, so a step that is repeated or undone starts from another state.

    Make new arrays, with `beta1 * m + …` in place of `m *= beta1`: m = β₁·m + (1 − β₁)·g, u = max(β₂·u, |g| + ε).
    """
    m *= beta1
    m += (1 - beta1) * grad
    u *= beta2
    np.maximum(u, _guarded(np.abs(grad), eps, epsilon), out=u)
    return _moved(param, m, u, lr, 1 - beta1**step, eps, epsilon), m, u
