"""The precision of Keras."""

from .._tensors import array, in_precision, keras, offer


def precision(predicted, actual, *, empty="zero"):
    """keras.metrics.Precision."""
    offer("empty", empty, "zero")
    with in_precision("float64"):
        metric = keras.metrics.Precision()
        metric.update_state(actual, predicted)
        return float(array(metric.result()))
