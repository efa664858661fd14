"""The cross-entropy of Keras."""

from .._tensors import array, keras, loss_gradient, offer, tensor


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """keras.losses.SparseCategoricalCrossentropy from logits."""
    return array(_loss(logits, labels, reduction)(tensor(logits)))


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """keras.losses.SparseCategoricalCrossentropy from logits through the tape."""
    return loss_gradient(_loss(logits, labels, reduction), logits)


def _loss(logits, labels, reduction):
    offer("reduction", reduction, "mean", "sum")
    if labels.shape != logits.shape[:1]:
        raise ValueError(f"labels must have shape {logits.shape[:1]}, got {labels.shape}")
    how = "sum" if reduction == "sum" else "sum_over_batch_size"
    loss = keras.losses.SparseCategoricalCrossentropy(True, reduction=how, dtype=logits.dtype.name)
    return lambda z: loss(tensor(labels), z)
