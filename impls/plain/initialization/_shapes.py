"""Shapes of weights, the numbers of connections into and out of a unit, and what initializers refuse."""

import math


def checked(shape):
    """The shape as a tuple; an int is a shape with one axis, as in NumPy."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    if any(size < 0 for size in shape):
        raise ValueError(f"shape must not hold negative sizes, got {shape}.")
    return shape


def check_std(std):
    """Refuse a negative spread."""
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")


def check_range(low, high):
    """Refuse an empty or infinite range."""
    if not (low <= high and high - low < math.inf):
        raise ValueError(f"low must not exceed high, and high - low must be finite, got low={low} and high={high}.")


def check_scale(scale):
    """Refuse an unknown meaning of std."""
    if scale not in ("plain", "unit_variance"):
        raise ValueError(f"scale must be 'plain' or 'unit_variance', got {scale!r}.")


def check_tails(tails):
    """Refuse an unknown law."""
    if tails not in ("plain", "truncated"):
        raise ValueError(f"tails must be 'plain' or 'truncated', got {tails!r}.")


def chosen_fan(shape, kind, allowed):
    """fan_in, fan_out or their average, for (in, out) dense or (out, in, *kernel) convolution weights."""
    if kind not in allowed:
        raise ValueError(f"fan must be one of {', '.join(allowed)}, got {kind!r}.")
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    area = math.prod(shape[2:])
    fan_in, fan_out = shape if len(shape) == 2 else (shape[1] * area, shape[0] * area)
    chosen = {"in": fan_in, "out": fan_out, "average": (fan_in + fan_out) / 2}[kind]
    # A fan of 0 only comes with an array without elements, whose scale does not matter.
    return chosen or 1


def matrix(shape):
    """Rows and columns of weights of at least two axes, seen as a matrix."""
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}.")
    return shape[0], math.prod(shape[1:])
