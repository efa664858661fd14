"""The intersection over union of boxes."""

import numpy as np

from ._boxes import intersections_and_unions, quotients, require_boxes, require_choice


def iou(a: np.ndarray, b: np.ndarray, *, edges: str = "continuous") -> np.ndarray:
    """Measure how well each box of one set matches each box of another.

    Args:
        a: (N, 4), boxes (x1, y1, x2, y2) with x1 ≤ x2 and y1 ≤ y2.
        b: (M, 4), boxes likewise.
        edges: "continuous" coordinates, where a box is x2 − x1 wide, or "inclusive" ones, where it is x2 − x1 + 1 wide.

    Returns:
        (N, M), the area common to both boxes divided by the area of both together; 0 where that is 0.

    Raises:
        ValueError: a or b is not (N, 4), corners are in the wrong order or NaN, or edges is unknown.

    Source: Everingham et al., The Pascal Visual Object Classes (VOC) Challenge, IJCV 88, 2010, equation 3.
    """
    require_boxes(a=a, b=b)
    require_choice("edges", edges, ("continuous", "inclusive"))
    return quotients(*intersections_and_unions(a, b, 1 if edges == "inclusive" else 0))
