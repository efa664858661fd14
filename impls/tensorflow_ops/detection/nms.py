"""Non-maximum suppression of TensorFlow."""

import numpy as np

from .._tensors import decline_double, offer, tf


def nms(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """tf.image.non_max_suppression, whose boxes have y first, which no overlap depends on."""
    offer("suppress", suppress, "above")
    offer("edges", edges, "continuous")
    return tf.image.non_max_suppression(boxes, scores, max(len(boxes), 1), threshold).numpy().astype(np.int64)


def declines(*, primitive, boxes, **arguments):
    """TensorFlow's kernel has no double precision."""
    return decline_double(boxes)
