"""Global average pooling in plain Python."""

from ._images import require_images, require_one_number_each
from ._windows import assemble, planes


def global_avg_pool2d(x):
    """One sum per row, one per plane."""
    require_images(x)
    count = x.shape[2] * x.shape[3]
    return assemble([sum(map(sum, plane)) / count for plane in planes(x)], x.shape[:2], x)


def global_avg_pool2d_backward(dy, x):
    """One division per plane: all its positions get the same."""
    require_images(x)
    require_one_number_each(dy, x)
    count = x.shape[2] * x.shape[3]
    return assemble([[gradient / count] * count for gradient in dy.ravel().tolist()], x.shape, dy)
