"""AMSGrad, gone wrong."""

import numpy as np


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


def _entering(v, step, beta2, maximum_of):
    return v if maximum_of == "raw" else v / (1 - beta2**step)


def _moved(param, m, largest, step, lr, beta1, beta2, eps, maximum_of="raw"):
    largest = largest / (1 - beta2**step) if maximum_of == "raw" else largest
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * (m / (1 - beta1**step)) / (np.sqrt(largest) + eps)


def maximum_not_used(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """You kept the maximum but divided by this step's second moment, which is Adam.

    The largest one so far stands in the divisor: v_max = max(v_max, v), p − lr·m̂ / (√v̂_max + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    entering = _entering(v, step, beta2, maximum_of)
    moved = _moved(param, m, entering, step, lr, beta1, beta2, eps, maximum_of)
    return moved, m, v, np.maximum(v_max, entering)


def maximum_forgotten(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You compared the second moment with the one before it, not with the largest so far.

    Carry the maximum from step to step: v_max = max(v_max, v), p − lr·m̂ / (√v̂_max + ε).
    """
    old = v
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(old, v)
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps), m, v, v_max


def maximum_not_returned(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You divided by the new maximum but handed back the old one, so it never grows.

    Return the maximum you divided by: v_max = max(v_max, v).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    new = np.maximum(v_max, _entering(v, step, beta2, maximum_of))
    return _moved(param, m, new, step, lr, beta1, beta2, eps, maximum_of), m, v, v_max.copy()


def maximum_one_step_late(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You took the second moment from before this step into the maximum, so a sudden large gradient is not slowed.

    Update v first: v = β₂·v + (1 − β₂)·g², v_max = max(v_max, v).
    """
    v_max = np.maximum(v_max, _entering(v, step, beta2, maximum_of))
    m, v = _moments(grad, m, v, beta1, beta2)
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps, maximum_of), m, v, v_max


def average_replaced_by_the_maximum(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You wrote the maximum into v, so the average can never fall again and the next maximum is of that.

    v goes on as it is beside its maximum: v = β₂·v + (1 − β₂)·g², v_max = max(v_max, v).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(v_max, _entering(v, step, beta2, maximum_of))
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps, maximum_of), m, v_max.copy(), v_max


def smaller_of_the_two(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """You took the smaller of the two, so from zeros the divisor stays ε for ever.

    The larger one is kept: v_max = max(v_max, v).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.minimum(v_max, _entering(v, step, beta2, maximum_of))
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps, maximum_of), m, v, v_max


def maximum_over_all(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """You took the largest second moment of the whole array, so all elements share one step length.

    The maximum runs over the steps, for every element on its own: v_max = max(v_max, v).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(v_max, np.max(_entering(v, step, beta2, maximum_of)) if v.size else 0.0)
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps, maximum_of), m, v, v_max


def maximum_of_squares(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You took the maximum of the squared gradients themselves, where that of their average is meant.

    One odd gradient must not slow an element down for ever: v_max = max(v_max, v).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(v_max, grad**2)
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps), m, v, v_max


def no_bias_correction(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You corrected nothing, as in the paper; all libraries correct the bias of both moments.

    The averages start at zero and are too small at first: m̂ = m / (1 − β₁ᵗ), v̂_max = v_max / (1 − β₂ᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(v_max, v)
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * m / (np.sqrt(v_max) + eps), m, v, v_max


def epsilon_forgotten(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    ε keeps the divisor away from zero: √v̂_max + ε.
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    v_max = np.maximum(v_max, _entering(v, step, beta2, maximum_of))
    return _moved(param, m, v_max, step, lr, beta1, beta2, 0, maximum_of), m, v, v_max


def caller_maximum_changed(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You updated the caller's maximum in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `np.maximum(v_max, v)` in place of `np.maximum(v_max, v, out=v_max)`.
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    np.maximum(v_max, _entering(v, step, beta2, maximum_of), out=v_max)
    return _moved(param, m, v_max, step, lr, beta1, beta2, eps, maximum_of), m, v, v_max
