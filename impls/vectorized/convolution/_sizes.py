"""The shape of images, given as numbers."""

from operator import index


def image_sizes(x_shape):
    """Read (N, C, H, W), refusing anything else."""
    try:
        sizes = tuple(index(size) for size in x_shape)
    except TypeError:
        raise ValueError(f"x_shape must be a sequence of whole numbers, got {x_shape!r}") from None
    if len(sizes) != 4 or min(sizes) < 0:
        raise ValueError(f"x_shape must be four sizes (N, C, H, W), got {sizes}")
    return sizes
