"""Mistakes people make in l2_penalty_gradient: strength · w, for the penalty ½ · strength · Σ w²."""

import numpy as np


def _slope(w, strength, factor):
    return strength * w if factor == "half" else 2 * strength * w


def half_kept(w, *, strength):
    """You kept the ½ of the penalty in its gradient.

    The 2 of the derivative cancels it.
    strength · w.
    """
    return strength * w / 2


def sign_of_the_step(w, *, strength, factor="half"):
    """You returned the decay of the weights, −strength · w, in place of the gradient.

    The minus sign belongs to the optimizer's step.
    strength · w.
    """
    return -_slope(w, strength, factor)


def sign_for_weight(w, *, strength):
    """You returned the strength with the sign of the weight: that is the gradient of the L1 penalty.

    The slope of w² grows with w.
    strength · w.
    """
    return strength * np.sign(w)


def ignores_strength(w, *, strength, factor="half"):
    """You always used a strength of 0.01, whatever `strength` said.

    Use the argument.
    strength · w.
    """
    return _slope(w, 0.01, factor)


def averages(w, *, strength, factor="half"):
    """You divided by the number of weights.

    The penalty is a sum, so that each weight's slope is its own.
    strength · w.
    """
    return _slope(w, strength, factor) / max(w.size, 1)


def decays_the_weights(w, *, strength, factor="half"):
    """You returned the weights after a step, w − strength · w.

    Return the gradient; the step is the optimizer's.
    strength · w.
    """
    return w - _slope(w, strength, factor)


def divides_by_the_norm(w, *, strength):
    """You differentiated the norm, √Σw², whose gradient is w/‖w‖.

    The penalty is the square of the norm.
    strength · w.
    """
    norm = np.sqrt(np.sum(w**2))
    return strength * w / np.where(norm > 0, norm, np.ones_like(norm))


def overwrites_its_input(w, *, strength, factor="half"):
    """You scaled w itself, so the caller's weights are gone.

    Build a new array.
    strength · w, with w left as it was.
    """
    w *= strength if factor == "half" else 2 * strength
    return w
