"""Constant weights with Keras."""

from .._tensors import keras
from ._weights import drawn


def constant_init(shape, *, value):
    """keras.initializers.Constant."""
    return drawn(keras.initializers.Constant(value), shape)
