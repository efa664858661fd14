"""The intersection over union of Keras."""

from .._tensors import array, keras, offer, tensor


def iou(a, b, *, edges="continuous"):
    """keras.utils.bounding_boxes.compute_iou."""
    offer("edges", edges, "continuous")
    return array(keras.utils.bounding_boxes.compute_iou(tensor(a), tensor(b), "xyxy"))


def declines(*, primitive, a, **arguments):
    """Keras converts boxes to single precision before it looks at them."""
    return "keras.utils.bounding_boxes converts to float32" if a.dtype == "float64" else None
