"""Learning rates looked up in a table of all iterations, or drawn through a few points."""

import numpy as np


def fixed_lr(iteration, *, base_lr):
    """The same everywhere."""
    return np.full(iteration + 1, base_lr)[iteration]


def exponential_lr(iteration, *, base_lr, gamma):
    """Products of all factors so far."""
    return np.cumprod([base_lr] + [gamma] * iteration)[iteration]


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """Products of the factor of one iteration, as who has only an exponential schedule would ask for."""
    return base_lr * (decay_rate ** (1 / decay_steps)) ** iteration


def multistep_lr(iteration, *, base_lr, gamma, milestones):
    """As many factors as there are milestones behind."""
    return base_lr * np.prod(np.full(np.searchsorted(milestones, iteration, side="right"), gamma))


def piecewise_constant_lr(iteration, *, boundaries, values):
    """Counted by digitize."""
    return np.asarray(values)[np.digitize(iteration, boundaries)] if len(boundaries) else values[0]


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """A line that goes on as it ends."""
    return np.interp(iteration + 1, [0, warmup_steps], [0, base_lr])


def one_cycle_lr(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """Lines through three points."""
    peak = warmup_fraction * total_steps - 1
    rates = [start_fraction * max_lr, max_lr, end_fraction * max_lr]
    return np.interp(iteration, [0, peak, total_steps - 1], rates)


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0):
    """A mean and a cosine around it."""
    angle = np.pi * min(iteration / total_steps, 1)
    return (base_lr + min_lr) / 2 + (base_lr - min_lr) / 2 * np.cos(angle)


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """Where the periods start is added up beforehand."""
    if min(period, multiplier) < 1:
        raise ValueError("periods that do not last never end")
    starts = [0]
    while starts[-1] <= iteration:
        starts.append(starts[-1] + period * multiplier ** (len(starts) - 1))
    last = np.searchsorted(starts, iteration, side="right") - 1
    share = (iteration - starts[last]) / (starts[last + 1] - starts[last])
    return min_lr + (base_lr - min_lr) * (0.5 + 0.5 * np.cos(np.pi * share))


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """The lower iterations have more left."""
    return (
        base_lr
        * np.power(np.clip((max_iterations - iteration) / max_iterations, 0, 1), power)
        * (iteration <= max_iterations)
    )


def sigmoid_lr(iteration, *, base_lr, gamma, step_size):
    """One side of the curve, turned around for the other."""
    small = np.exp(-abs(gamma * (iteration - step_size)))
    return base_lr * (1 if gamma * (iteration - step_size) > 0 else small) / (1 + small)


def inverse_lr(iteration, *, base_lr, gamma, power):
    """By a power of the time."""
    return base_lr / np.power(1 + gamma * iteration, power)


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """By a negative power of the time."""
    return base_lr * np.power((iteration + decay_steps) / decay_steps, -power)


def performance_lr(losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0):
    """From one drop to the next, found by looking ahead."""
    rates, best, done = np.empty_like(losses), np.inf, 0
    while done < losses.size:
        ahead = losses[done : done + max(patience, 1)]
        better = np.flatnonzero(ahead < best - min_delta)
        if better.size:
            best, until = ahead[better[0]], done + better[0] + 1
            rates[done:until] = base_lr
        else:
            until = done + ahead.size
            rates[done:until] = base_lr
            if ahead.size == max(patience, 1):
                base_lr *= factor
                rates[until - 1] = base_lr
        done = until
    return rates
