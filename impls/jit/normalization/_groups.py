"""Which values of x share a mean: each layout is (examples, groups, channels of a group, positions of a channel)."""


def along_last_axis(x):
    """Rows along the last axis are examples of one group; each of their elements is a channel."""
    if x.ndim == 0 or x.shape[-1] == 0:
        raise ValueError(f"x must have at least one value along its last axis, got shape {x.shape}.")
    return x.size // x.shape[-1], 1, x.shape[-1], 1


def of_channels(x, groups):
    """Groups of neighbouring channels."""
    if x.ndim not in (2, 4):
        raise ValueError(f"x must have shape (N, C) or (N, C, H, W), got {x.shape}.")
    n, channels = x.shape[:2]
    if groups < 1 or channels % groups:
        raise ValueError(f"groups must be at least 1 and divide the {channels} channels, got {groups}.")
    size = x.shape[2] * x.shape[3] if x.ndim == 4 else 1
    if channels * size == 0:
        raise ValueError("x must hold at least one value per group: the mean of nothing is undefined.")
    return n, groups, channels // groups, size


def of_one_channel(x):
    """Every channel is a group of its own."""
    if x.ndim != 4:
        raise ValueError(f"x must have shape (N, C, H, W), got {x.shape}.")
    n, channels, h, w = x.shape
    if h * w == 0:
        raise ValueError("x must hold at least one position per channel: the mean of nothing is undefined.")
    return n, channels, 1, h * w
