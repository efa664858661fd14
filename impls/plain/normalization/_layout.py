"""How normalization sees its input, and what it refuses."""


def layout(x, axes):
    """x's shape as (N, statistics, values of one statistic in one example)."""
    if x.ndim not in (2, 4):
        raise ValueError(f"x must have shape (N, C) or (N, C, H, W), got {x.shape}.")
    if axes not in ("channel", "feature"):
        raise ValueError(f"axes must be 'channel' or 'feature', got {axes!r}.")
    if x.ndim == 2:
        return (*x.shape, 1)
    n, c, h, w = x.shape
    return (n, c * h * w, 1) if axes == "feature" else (n, c, h * w)


def check(length, eps, **parameters):
    """Refuse parameters that are not of this length, and a negative eps."""
    for name, value in parameters.items():
        if value.shape != (length,):
            raise ValueError(f"{name} must have shape ({length},), got {value.shape}.")
    if not eps >= 0:
        raise ValueError(f"eps must be at least 0, got {eps}.")


def check_values(count):
    """Refuse statistics of nothing."""
    if count == 0:
        raise ValueError("x must hold at least one value per channel: the mean of nothing is undefined.")


def check_gradient(dy, x):
    """Refuse a gradient that is not shaped as the forward's result."""
    if dy.shape != x.shape:
        raise ValueError(f"dy must have the shape of x, {x.shape}, got {dy.shape}.")


def averaging(count, momentum, running, momentum_of):
    """The weights of the old value, of the new mean and of the new (biased) variance in the running averages."""
    if not 0 <= momentum <= 1:
        raise ValueError(f"momentum must lie in [0, 1], got {momentum}.")
    if running not in ("biased", "unbiased"):
        raise ValueError(f"running must be 'biased' or 'unbiased', got {running!r}.")
    if momentum_of not in ("old", "new"):
        raise ValueError(f"momentum_of must be 'old' or 'new', got {momentum_of!r}.")
    check_values(count)
    if running == "unbiased" and count == 1:
        raise ValueError("running='unbiased' needs more than one value per channel in x.")
    old, new = (momentum, 1 - momentum) if momentum_of == "old" else (1 - momentum, momentum)
    return old, new, new * count / (count - 1) if running == "unbiased" else new


def units(w):
    """How many outputs weights have: the last axis of (in, out), the first of (out, in, kh, kw)."""
    if w.ndim not in (2, 4):
        raise ValueError(f"w must have shape (in, out) or (out, in, kh, kw), got {w.shape}.")
    return w.shape[1] if w.ndim == 2 else w.shape[0]
