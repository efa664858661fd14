"""Normal weights without tails in plain Python."""

from ._draws import STD_OF_TRUNCATED, truncated
from ._shapes import check_scale, check_std, checked


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """A list of draws, those beyond two standard deviations made anew."""
    shape = checked(shape)
    check_std(std)
    check_scale(scale)
    return truncated(shape, mean, std if scale == "plain" else std / STD_OF_TRUNCATED, rng)
