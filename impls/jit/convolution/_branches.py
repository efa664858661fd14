"""What an Inception block refuses."""

from ._windows import require_shape


def require_branches(x, w1, w3r, w3, w5r, w5, wp):
    """Refuse shapes that do not make four branches over the same images."""
    if x.ndim != 4 or min(x.shape[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")
    for name, w in (("w1", w1), ("w3r", w3r), ("w5r", w5r), ("wp", wp)):
        require_shape(name, w, (len(w), x.shape[1], 1, 1))
    require_shape("w3", w3, (len(w3), len(w3r), 3, 3))
    require_shape("w5", w5, (len(w5), len(w5r), 5, 5))
