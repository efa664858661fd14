"""Learning rates kept as a state that every iteration changes."""

import math


def fixed_lr(iteration, *, base_lr):
    """A state that nothing changes."""
    rate = base_lr
    for _ in range(iteration):
        rate *= 1.0
    return rate


def step_lr(iteration, *, base_lr, gamma, step_size):
    """One factor at the end of every interval."""
    rate = base_lr
    for _ in range(step_size, iteration + 1, step_size):
        rate *= gamma
    return rate


def exponential_lr(iteration, *, base_lr, gamma):
    """One factor an iteration."""
    rate = base_lr
    for _ in range(iteration):
        rate *= gamma
    return rate


def multistep_lr(iteration, *, base_lr, gamma, milestones):
    """One factor a milestone."""
    for milestone in milestones:
        if iteration >= milestone:
            base_lr *= gamma
    return base_lr


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """One factor for every interval that is over, and a power for the rest."""
    whole, rest = divmod(iteration, decay_steps)
    for _ in range(whole):
        base_lr *= decay_rate
    return base_lr * decay_rate ** (rest / decay_steps)


def piecewise_constant_lr(iteration, *, boundaries, values):
    """The next value at every boundary."""
    rate = values[0]
    for boundary, value in zip(boundaries, values[1:], strict=True):
        rate = value if iteration >= boundary else rate
    return rate


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """One share an iteration, up to the whole."""
    if iteration + 1 >= warmup_steps:
        return base_lr
    return sum([base_lr / warmup_steps] * (iteration + 1))


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """The share of iterations that are left."""
    left = max(max_iterations - iteration, 0) / max_iterations
    return base_lr * left**power if iteration <= max_iterations else 0.0


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """One period after the other is taken off."""
    if min(period, multiplier) < 1:
        raise ValueError("periods that do not last never end")
    while iteration >= period:
        iteration, period = iteration - period, period * multiplier
    share = math.cos(math.pi / 2 * iteration / period) ** 2
    return base_lr * share + min_lr * (1 - share)


def performance_lr(losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0):
    """A best loss and a count, loss by loss."""
    rates, best, waited = losses.copy(), math.inf, 0
    for i, loss in enumerate(losses.tolist()):
        improved = best - loss > min_delta if math.isfinite(best) else loss < best
        best, waited = (loss, 0) if improved else (best, waited + 1)
        if waited >= max(patience, 1):
            base_lr, waited = base_lr * factor, 0
        rates[i] = base_lr
    return rates
