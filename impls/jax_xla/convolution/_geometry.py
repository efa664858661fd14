"""How jax.lax wants to hear where windows lie."""

LAYOUT = ("NCHW", "OIHW", "NCHW")


def pair(value):
    """(rows, columns) of an int or a pair."""
    return (value, value) if isinstance(value, int) else tuple(value)


def both_sides(padding):
    """As much before as after, on rows and columns."""
    return tuple((p, p) for p in pair(padding))
