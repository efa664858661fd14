"""The accuracy of Keras."""

from .._tensors import array, keras


def accuracy(predicted, actual):
    """keras.metrics.Accuracy."""
    metric = keras.metrics.Accuracy(dtype="float64")
    metric.update_state(actual, predicted)
    return float(array(metric.result()))
