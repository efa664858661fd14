"""AMSGrad, one element at a time."""

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


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, m=m, v=v, v_max=v_max)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("raw", "corrected"), maximum_of=maximum_of)
    correction1, correction2 = 1.0 - beta1**step, 1.0 - beta2**step
    # The second moment is corrected before it is compared, or the largest one after.
    before, after = (1.0, correction2) if maximum_of == "raw" else (correction2, 1.0)
    params, firsts, seconds, tops = [], [], [], []
    for p, g, first, second, top in zip(flat(param), flat(grad), flat(m), flat(v), flat(v_max), strict=True):
        first = beta1 * first + (1.0 - beta1) * g
        second = beta2 * second + (1.0 - beta2) * g * g
        moment = second / before
        # Comparing this way round lets a NaN on either side through, which max would not.
        top = top if top >= moment or top != top else moment
        params.append(p - lr * quotient(first / correction1, root(top / after) + eps))
        firsts.append(first)
        seconds.append(second)
        tops.append(top)
    return shaped(params, param), shaped(firsts, param), shaped(seconds, param), shaped(tops, param)
