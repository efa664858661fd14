"""Windows added back into images in plain Python."""

import numpy as np

from ._sizes import image_sizes
from ._windows import axes, blank, cropped, pair, require_shape


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """One pass over all values, in the order in which they come."""
    n, channels, *image = image_sizes(x_shape)
    rows, columns = axes(tuple(image), pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    require_shape("cols", cols, (n * rows.count * columns.count, channels * rows.kernel * columns.kernel))
    windows = iter(cols.tolist())
    images = []
    for _ in range(n):
        planes = [blank(rows, columns) for _ in range(channels)]
        for top in range(0, rows.count * rows.stride, rows.stride):
            lines = [line for plane in planes for line in plane[top : top + rows.kernel]]
            for left in range(0, columns.count * columns.stride, columns.stride):
                values = iter(next(windows))
                for line in lines:
                    for c in range(left, left + columns.kernel):
                        line[c] += next(values)
        images.append([cropped(plane, rows, columns) for plane in planes])
    return np.array(images, cols.dtype).reshape(n, channels, *image)
