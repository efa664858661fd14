"""A walk that goes the wrong way."""


def walk(position, push, *, rate=0.5):
    """Return the position after a push the wrong way."""
    return position - position.dtype.type(rate) * push
