"""Mistakes about scale."""


def factor_built_in(x, y, *, factor=2.0):
    """You multiplied by 2 whatever the factor is.

    Multiply by `factor`.
    """
    return x * 2, x * 2 + y


def sum_without_factor(x, y, *, factor=2.0, way="times"):
    """You added y to x itself.

    Add y to the product.
    """
    return x * factor if way == "times" else x / factor, x + y
