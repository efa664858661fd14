"""The windows of images that jax.lax.reduce_window looks at."""


def pair(value):
    """(rows, columns) of an int or a pair."""
    return (value, value) if isinstance(value, int) else tuple(value)


def windows(kernel, stride, padding):
    """The same for the four axes of images, as options that a program can be compiled for."""
    kernel, padding = pair(kernel), pair(padding)
    return {
        "window": (1, 1, *kernel),
        "strides": (1, 1, *(kernel if stride is None else pair(stride))),
        "padding": ((0, 0), (0, 0), *((p, p) for p in padding)),
    }


STATIC = ("window", "strides", "padding")
