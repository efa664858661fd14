"""The generalized intersection over union of boxes."""

import numpy as np

from ._boxes import intersections_and_unions, quotients, require_boxes


def giou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Measure how well each box of one set matches each of another, and how far apart they are where they do not.

    Args:
        a: (N, 4), boxes (x1, y1, x2, y2) with x1 ≤ x2 and y1 ≤ y2.
        b: (M, 4), boxes likewise.

    Returns:
        (N, M), the intersection over union less the share of the box around both that neither covers; each of the two
        quotients is 0 where its denominator is 0.

    Raises:
        ValueError: a or b is not (N, 4), or corners are in the wrong order or NaN.

    Source: Rezatofighi et al., Generalized Intersection over Union, CVPR 2019, algorithm 1.
    """
    require_boxes(a=a, b=b)
    intersection, union = intersections_and_unions(a, b, 0)
    start = np.minimum(a[:, None, :2], b[None, :, :2])
    end = np.maximum(a[:, None, 2:], b[None, :, 2:])
    around = (end[..., 0] - start[..., 0]) * (end[..., 1] - start[..., 1])
    return quotients(intersection, union) - quotients(around - union, around)
