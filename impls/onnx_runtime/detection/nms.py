"""Non-maximum suppression of ONNX Runtime."""

import numpy as np

from .._sessions import missing, offer, run


def nms(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """NonMaxSuppression of one image and class; its boxes have y first, which no overlap depends on."""
    offer("suppress", suppress, "above")
    offer("edges", edges, "continuous")
    limits = np.array([len(boxes)]), np.array([threshold], np.float32)
    return run("NonMaxSuppression", boxes[np.newaxis], scores[np.newaxis, np.newaxis], *limits)[:, 2]


def declines(*, boxes, scores, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("NonMaxSuppression", boxes, scores)
