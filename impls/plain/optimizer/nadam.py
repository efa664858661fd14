"""Nadam, one element at a time."""

import math

from ._lists import (
    flat,
    quotient,
    require_at_least,
    require_below_one,
    require_choice,
    require_same_shape,
    root,
    shaped,
)


def nadam(
    param,
    grad,
    m,
    v,
    *,
    step,
    lr=0.001,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    schedule="constant",
    lookahead="dozat",
):
    """The formula as it stands, in Python's own floats; the two weights of the look-ahead come first."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("constant", "slow", "fast"), schedule=schedule)
    require_choice(("dozat", "plain") if schedule == "constant" else ("dozat",), lookahead=lookahead)
    ahead, now = _weights(step, beta1, schedule, lookahead)
    correction = 1.0 - beta2**step
    params, firsts, seconds = [], [], []
    for p, g, first, second in zip(flat(param), flat(grad), flat(m), flat(v), strict=True):
        first = beta1 * first + (1.0 - beta1) * g
        second = beta2 * second + (1.0 - beta2) * g * g
        params.append(p - lr * quotient(ahead * first + now * g, root(second / correction) + eps))
        firsts.append(first)
        seconds.append(second)
    return shaped(params, param), shaped(firsts, param), shaped(seconds, param)


def _weights(step, beta1, schedule, lookahead):
    # What m and the gradient are multiplied by.
    if lookahead == "plain":
        seen = 1.0 - beta1**step
        return beta1 / seen, (1.0 - beta1) / seen
    momenta = [_momentum(t, beta1, schedule) for t in range(1, step + 2)]
    now, following = momenta[-2:]
    product = math.prod(momenta[:-1])
    return following / (1.0 - product * following), (1.0 - now) / (1.0 - product)


def _momentum(t, beta1, schedule):
    if schedule == "constant":
        return beta1
    return beta1 * (1.0 - 0.5 * 0.96 ** (t / 250 if schedule == "slow" else t))
