"""The truth about what cannot be asked."""


def absent(x):
    """Return x."""
    return x
