"""Normal weights without tails with NumPy."""

from ._draws import STD_OF_TRUNCATED, truncated
from ._shapes import check_scale, check_std, checked


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """Only the draws beyond two standard deviations are made anew."""
    shape = checked(shape)
    check_std(std)
    check_scale(scale)
    return truncated(shape, mean, std if scale == "plain" else std / STD_OF_TRUNCATED, rng)
