"""Lion, one element at a time."""

from ._lists import flat, require_at_least, require_below_one, require_same_shape, shaped


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """The formula as it stands, in Python's own floats: the sign is two comparisons."""
    require_same_shape(param, grad=grad, m=m)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    params, averages = [], []
    for p, g, average in zip(flat(param), flat(grad), flat(m), strict=True):
        params.append(p - lr * (_sign(beta1 * average + (1.0 - beta1) * g) + weight_decay * p))
        averages.append(beta2 * average + (1.0 - beta2) * g)
    return shaped(params, param), shaped(averages, param)


def _sign(value):
    # NaN is neither above nor below 0, and stays itself.
    return value if value != value else float((value > 0.0) - (value < 0.0))
