"""A scale that divides unless told otherwise, takes a factor of 0, and does not support empty arrays."""


def scale(x, y, *, factor=2.0, way="over"):
    """Return x over the factor, and that plus y."""
    if x.shape != y.shape:
        raise ValueError("x and y must have one shape")
    if way not in ("times", "over"):
        raise ValueError("way must be times or over")
    product = x * x.dtype.type(factor) if way == "times" else x / x.dtype.type(factor)
    return product, product + y


def declines(*, primitive, x, **_):
    """Empty arrays."""
    return None if x.size else "this library has no empty arrays"
