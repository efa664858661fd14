"""The F1 score of Keras."""

from .._tensors import array, in_precision, keras, offer


def f1_score(predicted, actual, *, empty="zero"):
    """keras.metrics.F1Score of one class."""
    offer("empty", empty, "zero")
    with in_precision("float64"):
        metric = keras.metrics.F1Score(threshold=0.5)
        metric.update_state(actual[:, None], predicted[:, None])
        return float(array(metric.result())[0])
