"""Images cut into windows in NumPy."""

from ._windows import axes, pair, windows


def im2col(x, *, kernel, stride=1, padding=0):
    """Each tap of all windows is one strided copy; a last one brings the windows together."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    rows, columns = axes(x.shape[2:], pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    seen = windows(x, rows, columns).transpose(0, 4, 5, 1, 2, 3)
    return seen.reshape(x.shape[0] * rows.count * columns.count, x.shape[1] * rows.kernel * columns.kernel)
