"""AdamW, one element at a time."""

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


def adamw(
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
    weight_decay=0.01,
    decay="lr_scaled",
):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("lr_scaled", "plain"), decay=decay)
    shrinks = lr * weight_decay if decay == "lr_scaled" else weight_decay
    correction1, correction2 = 1.0 - beta1**step, 1.0 - beta2**step
    params, firsts, seconds = [], [], []
    for p, g, first, second in zip(flat(param), flat(grad), flat(m), flat(v), strict=True):
        first = beta1 * first + (1.0 - beta1) * g
        second = beta2 * second + (1.0 - beta2) * g * g
        move = lr * quotient(first / correction1, root(second / correction2) + eps)
        params.append(p - shrinks * p - move)
        firsts.append(first)
        seconds.append(second)
    return shaped(params, param), shaped(firsts, param), shaped(seconds, param)
