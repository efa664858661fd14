"""Cosine decay, gone wrong."""

import numpy as np


def _time(time, after_end):
    return np.minimum(time, 1) if after_end == "stay" else time


def _rate(time, base_lr, min_lr, after_end):
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * _time(time, after_end))) / 2


def half_forgotten(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You left out the ½, so the first rate is twice the base rate.

    1 + cos goes from 2 to 0: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * _time(iteration / total_steps, after_end)))


def one_forgotten(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You left out the 1, so the rate is negative in the second half.

    The cosine is lifted above 0 first: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return min_lr + (base_lr - min_lr) * np.cos(np.pi * _time(iteration / total_steps, after_end))


def quarter_wave(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You let the cosine run over a quarter of its wave, so the rate hardly falls at first and then drops steeply.

    Half a wave has level ends: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return min_lr + (base_lr - min_lr) * np.cos(np.pi / 2 * _time(iteration / total_steps, after_end))


def whole_wave(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You took 2π, so the rate is back at the base rate at the end.

    Half a wave ends at the lowest rate: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    time = _time(iteration / total_steps, after_end)
    return min_lr + (base_lr - min_lr) * (1 + np.cos(2 * np.pi * time)) / 2


def sine_for_cosine(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You took the sine, so the rate starts in the middle and rises first.

    The cosine starts at its highest: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    time = _time(iteration / total_steps, after_end)
    return min_lr + (base_lr - min_lr) * (1 + np.sin(np.pi * time)) / 2


def pi_forgotten(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You left out π, so the rate has fallen by a fifth only when the end is reached.

    The cosine wants an angle, from 0 to π: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    time = _time(iteration / total_steps, after_end)
    return min_lr + (base_lr - min_lr) * (1 + np.cos(time)) / 2


def lowest_added_on_top(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You let the whole base rate fall and added the lowest one on top.

    Only what lies above the lowest rate falls: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return min_lr + _rate(iteration / total_steps, base_lr, 0, after_end)


def lowest_as_a_bound(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You let the rate fall towards 0 and cut it off at the lowest rate.

    The lowest rate is reached at the end, not before: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return np.maximum(_rate(iteration / total_steps, base_lr, 0, after_end), min_lr)


def lowest_as_a_share(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You took the lowest rate for a share of the base rate, as Keras' alpha is.

    It is a rate of its own: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return _rate(iteration / total_steps, base_lr, min_lr * base_lr, after_end)


def counted_from_one(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You counted the iterations from 1, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return _rate((iteration + 1) / total_steps, base_lr, min_lr, after_end)


def ends_one_early(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """You divided by total − 1, so the lowest rate comes one iteration early.

    It is reached at iteration `total_steps` itself: min + (base − min)·(1 + cos(π·it/total))/2.
    """
    return _rate(iteration / max(total_steps - 1, 1), base_lr, min_lr, after_end)
