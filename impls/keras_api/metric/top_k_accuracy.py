"""The top-k accuracy of Keras."""

from .._tensors import array, keras


def top_k_accuracy(scores, labels, *, k):
    """keras.metrics.SparseTopKCategoricalAccuracy."""
    metric = keras.metrics.SparseTopKCategoricalAccuracy(k, dtype="float64")
    metric.update_state(labels, scores)
    return float(array(metric.result()))


def declines(*, primitive, scores, **arguments):
    """TensorFlow's kernel takes single precision only."""
    return (
        "cannot compute InTopKV2 as input #0 was expected to be a float tensor" if scores.dtype == "float64" else None
    )
