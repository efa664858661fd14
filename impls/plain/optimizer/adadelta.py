"""Adadelta, one element at a time."""

from ._lists import flat, quotient, require_at_least, require_below_one, require_same_shape, root, shaped


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, mean_square=mean_square, mean_square_delta=mean_square_delta)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    params, squares, moves = [], [], []
    elements = zip(flat(param), flat(grad), flat(mean_square), flat(mean_square_delta), strict=True)
    for p, g, square, moved in elements:
        square = rho * square + (1.0 - rho) * g * g
        delta = quotient(root(moved + eps), root(square + eps)) * g
        params.append(p - lr * delta)
        squares.append(square)
        moves.append(rho * moved + (1.0 - rho) * delta * delta)
    return shaped(params, param), shaped(squares, param), shaped(moves, param)
