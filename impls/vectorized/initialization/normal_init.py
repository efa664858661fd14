"""Normal weights with NumPy."""

from ._draws import normal
from ._shapes import check_std, checked


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """One array of draws, scaled and moved in place."""
    shape = checked(shape)
    check_std(std)
    draws = normal(shape, std, "plain", rng)
    draws += mean
    return draws
