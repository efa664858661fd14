"""The cross-entropy of ONNX Runtime, which takes logits."""

import numpy as np

from .._sessions import offer, run


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """SoftmaxCrossEntropyLoss."""
    offer("reduction", reduction, "mean", "sum")
    return run("SoftmaxCrossEntropyLoss", logits, labels.astype(np.int64), reduction=reduction)


def declines(*, logits, **_):
    """ONNX Runtime reshapes the logits with a size left open."""
    return None if len(logits) else "The dimension with value zero exceeds the dimension size of the input tensor"
