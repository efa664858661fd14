"""The softmax that the mistakes of the losses start from."""

import numpy as np


def softmax(logits):
    """Return probabilities that sum to 1 in each row."""
    with np.errstate(invalid="ignore"):
        exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def log_softmax(logits):
    """Return the logarithms of these probabilities."""
    with np.errstate(invalid="ignore"):
        shifted = logits - np.max(logits, axis=1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
