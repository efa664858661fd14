"""A right walk."""


def walk(position, push, *, rate=0.5):
    """Return the next position."""
    if rate < 0:
        raise ValueError("rate must not be negative")
    return position + rate * push
