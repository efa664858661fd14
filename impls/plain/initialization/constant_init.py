"""Constant weights in plain Python."""

import math

from ._draws import array
from ._shapes import checked


def constant_init(shape, *, value):
    """A list that repeats one number."""
    shape = checked(shape)
    return array([value] * math.prod(shape), shape)
