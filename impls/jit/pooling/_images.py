"""Pooling of whole images: what it refuses."""


def require_images(x):
    """Refuse what is not (N, C, H, W) with at least one position."""
    if x.ndim != 4 or min(x.shape[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")


def require_one_number_each(dy, x):
    """Refuse a dy that is not (N, C)."""
    if dy.shape != x.shape[:2]:
        raise ValueError(f"dy must have the output's shape {x.shape[:2]}, got {dy.shape}")
