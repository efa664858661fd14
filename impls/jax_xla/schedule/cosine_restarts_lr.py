"""A learning rate of Optax that falls along half a cosine and starts again."""

import optax

from ._rate import rate

MOST_PERIODS = 1000


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """optax.sgdr_schedule of as many periods as the iteration needs."""
    periods = _periods(iteration, period, multiplier)
    same = dict(init_value=base_lr, peak_value=base_lr, warmup_steps=0, end_value=min_lr)
    return rate(optax.sgdr_schedule([dict(same, decay_steps=steps) for steps in periods]), iteration)


def declines(*, primitive, iteration, period, multiplier=1, **_):
    """Optax looks at every period, one after the other."""
    if len(_periods(iteration, period, multiplier)) >= MOST_PERIODS:
        return f"sgdr_schedule wants all periods spelt out; {MOST_PERIODS} take too long"
    return None


def _periods(iteration, period, multiplier):
    periods = [period]
    while sum(periods) <= iteration and len(periods) < MOST_PERIODS:
        periods.append(periods[-1] * multiplier)
    return periods
