"""Matrices as lists of rows, and their products."""

import math


def dot(a, b):
    """Return the sum of the products of two lists."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def product(rows, columns):
    """Return the product of a matrix, given by its rows, with another one, given by its columns."""
    return [[dot(row, column) for column in columns] for row in rows]


def quotient(total, count):
    """The mean of nothing is NaN."""
    return total / count if count else math.nan
