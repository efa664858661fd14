"""Gradient descent, one element at a time."""

from ._lists import flat, require_at_least, require_same_shape, shaped


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """The formula as it stands, in Python's own floats: nothing to install and nothing hidden."""
    require_same_shape(param, grad=grad)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    return shaped([p - lr * (g + weight_decay * p) for p, g in zip(flat(param), flat(grad), strict=True)], param)
