"""The sigmoid that the mistakes of the losses start from."""

import numpy as np


def sigmoid(logits):
    """Return 1 / (1 + exp(−z)) without an overflow."""
    small = np.exp(-np.abs(logits))
    return np.where(logits >= 0, 1 / (1 + small), small / (1 + small))


def softplus(logits):
    """Return log(1 + exp(z)) without an overflow."""
    return np.maximum(logits, 0) + np.log(1 + np.exp(-np.abs(logits)))
