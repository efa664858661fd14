"""The recall of Keras."""

from .._tensors import array, in_precision, keras, offer


def recall(predicted, actual, *, empty="zero"):
    """keras.metrics.Recall."""
    offer("empty", empty, "zero")
    with in_precision("float64"):
        metric = keras.metrics.Recall()
        metric.update_state(actual, predicted)
        return float(array(metric.result()))
