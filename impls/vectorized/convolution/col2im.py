"""Windows added back into images in NumPy."""

from ._sizes import image_sizes
from ._windows import axes, fold, pair, require_shape


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """Each tap of all windows is one strided addition."""
    n, channels, *image = image_sizes(x_shape)
    rows, columns = axes(tuple(image), pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    require_shape("cols", cols, (n * rows.count * columns.count, channels * rows.kernel * columns.kernel))
    seen = cols.reshape(n, rows.count, columns.count, channels, rows.kernel, columns.kernel)
    return fold(seen.transpose(0, 3, 4, 5, 1, 2), rows, columns)
