"""Where the windows of a transposed convolution lie in its result."""

from ._windows import axes, pair, require_shape


def layout(x, w, stride, padding, output_padding):
    """Lay windows over the result, one for each cell of x."""
    for name, array in (("x", x), ("w", w)):
        if array.ndim != 4 or min(array.shape[1:]) < 1:
            raise ValueError(f"{name} must have four axes, none empty but the first, got shape {array.shape}")
    require_shape("w", w, (x.shape[1], *w.shape[1:]))
    stride, padding = pair("stride", stride, 1), pair("padding", padding, 0)
    more = pair("output_padding", output_padding, 0)
    if more[0] >= stride[0] or more[1] >= stride[1]:
        raise ValueError(f"output_padding must be less than the stride, got {more} for a stride of {stride}")
    sizes = zip(x.shape[2:], w.shape[2:], stride, padding, more, strict=True)
    result = tuple((n - 1) * s - 2 * p + k + extra for n, k, s, p, extra in sizes)
    if min(result) < 1:
        raise ValueError(f"padding must leave something of the result, got {padding}, which leaves {result}")
    return axes(result, w.shape[2:], stride, padding)
