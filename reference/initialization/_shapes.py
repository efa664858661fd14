"""Shapes of weights and what follows from them: the numbers of connections into and out of a unit."""


def checked(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape as a tuple; an int is a shape with one axis, as in NumPy."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    if any(size < 0 for size in shape):
        raise ValueError(f"shape must not hold negative sizes, got {shape}.")
    return shape


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """fan_in and fan_out of (in, out) dense weights or of (out, in, *kernel) convolution weights."""
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    if len(shape) == 2:
        return shape
    area = 1
    for size in shape[2:]:
        area *= size
    return shape[1] * area, shape[0] * area


def chosen_fan(shape: tuple[int, ...], kind: str, allowed: tuple[str, ...]) -> float:
    """The fan of the given kind: "in", "out", or "average", the mean of both."""
    if kind not in allowed:
        raise ValueError(f"fan must be one of {', '.join(allowed)}, got {kind!r}.")
    fan_in, fan_out = fans(shape)
    chosen = {"in": fan_in, "out": fan_out, "average": (fan_in + fan_out) / 2}[kind]
    # A fan of 0 only comes with an array without elements, whose scale does not matter.
    return chosen if chosen > 0 else 1
