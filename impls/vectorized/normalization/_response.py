"""What local response normalization refuses, and its window."""


def read(x, size, alpha, beta, k, alpha_over):
    """The channels of a window before and after its own, and the weight of the squares."""
    if x.ndim != 4:
        raise ValueError(f"x must have shape (N, C, H, W), got {x.shape}.")
    if size < 1:
        raise ValueError(f"size must be at least 1, got {size}.")
    for name, value in (("alpha", alpha), ("beta", beta), ("k", k)):
        if not value >= 0:
            raise ValueError(f"{name} must be at least 0, got {value}.")
    if alpha_over not in ("size", "one"):
        raise ValueError(f"alpha_over must be 'size' or 'one', got {alpha_over!r}.")
    return size // 2, (size - 1) // 2, alpha / size if alpha_over == "size" else alpha
