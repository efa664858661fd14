"""Images cut into windows in plain Python."""

import numpy as np

from ._windows import axes, framed, pair


def im2col(x, *, kernel, stride=1, padding=0):
    """Lines are cut out of padded rows, so that no cell has to be asked whether it is in the image."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    rows, columns = axes(x.shape[2:], pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    cols = []
    for image in x.tolist():
        planes = [framed(plane, rows, columns) for plane in image]
        for top in range(0, rows.count * rows.stride, rows.stride):
            lines = [line for plane in planes for line in plane[top : top + rows.kernel]]
            cols += [
                [value for line in lines for value in line[left : left + columns.kernel]]
                for left in range(0, columns.count * columns.stride, columns.stride)
            ]
    shape = (x.shape[0] * rows.count * columns.count, x.shape[1] * rows.kernel * columns.kernel)
    return np.array(cols, x.dtype).reshape(shape)
