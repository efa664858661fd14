"""Losses and penalties in other words."""

import math

import numpy as np


def mse_loss(prediction, target):
    """The square of the root mean square, as a product of the difference with itself."""
    difference = (prediction - target).ravel()
    return difference @ difference / difference.size


def mse_loss_backward(prediction, target):
    """Both halves."""
    share = (prediction - target) / prediction.size
    return share + share


def cross_entropy_loss(probability, target):
    """Row by row, of what the target expects."""
    total = probability.dtype.type(0)
    for p, t in zip(probability, target, strict=True):
        expected = t != 0
        total -= t[expected] @ np.log(p[expected])
    return total / len(target)


def cross_entropy_loss_backward(probability, target):
    """The inverse, weighted."""
    return -target * (1 / np.where(target == 0, 1, probability)) / len(target)


def softmax_cross_entropy_loss(logits, labels):
    """By the sum of exponentials, added in logarithms."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.sum(np.logaddexp.reduce(shifted, axis=1) - shifted[np.arange(len(labels)), labels]) / len(labels)


def softmax_cross_entropy_loss_backward(logits, labels):
    """The exponentials of the logarithms, less one-hot rows."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_total = np.logaddexp.reduce(shifted, axis=1, keepdims=True)
    return (np.exp(shifted - log_total) - np.eye(logits.shape[1], dtype=logits.dtype)[labels]) / len(labels)


def binary_cross_entropy_loss(logits, target):
    """What the other answer would have cost, less the difference."""
    return np.mean(np.logaddexp(logits, 0 * logits) - target * logits)


def binary_cross_entropy_loss_backward(logits, target):
    """The sigmoid as a first lecture has it."""
    with np.errstate(over="ignore"):
        return (1 / (1 + np.exp(-logits)) - target) * (1 / max(logits.size, 1))


def hinge_loss(scores, labels, *, margin=1.0):
    """Row by row, without the label."""
    total = scores.dtype.type(0)
    for row, label in zip(scores, labels, strict=True):
        others = np.delete(row, label)
        total += np.sum(np.maximum(others - row[label] + margin, 0))
    return total / len(labels)


def huber_loss(prediction, target, *, delta=1.0):
    """The clipped size by what is left of it."""
    size = np.abs(prediction - target)
    clipped = np.minimum(size, delta)
    return np.sum(clipped * (size - clipped / 2)) / size.size


def huber_loss_backward(prediction, target, *, delta=1.0):
    """The sign by the clipped size."""
    difference = prediction - target
    return np.copysign(np.minimum(np.abs(difference), delta), difference) / difference.size


def triplet_loss(anchor, positive, negative, *, margin=0.2):
    """The difference of two squares as a product: (n − p)·(2a − p − n)."""
    excess = np.einsum("nd,nd->n", negative - positive, (anchor - positive) + (anchor - negative)) + margin
    return np.sum(np.maximum(excess, 0)) / len(anchor)


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2):
    """With one difference for the anchor."""
    near, far = anchor - positive, anchor - negative
    excess = np.einsum("nd,nd->n", near, near) - np.einsum("nd,nd->n", far, far) + margin
    counts = ((excess > 0) * (2 / max(len(anchor), 1)))[:, np.newaxis].astype(anchor.dtype)
    return counts * (negative - positive), -counts * near, counts * far


def content_loss(content, generated):
    """Half the squared length."""
    return np.vdot(generated - content, generated - content) / 2


def gram_matrix(features):
    """Pair by pair."""
    return np.array([[np.vdot(f, g) for f in features] for g in features], features.dtype)


def gram_matrix_backward(dy, features):
    """Both sides apart."""
    return np.tensordot(dy, features, 1) + np.tensordot(dy.T, features, 1)


def style_loss(style, generated):
    """Both matrices scaled before they are compared."""
    volume = 2 * style.size
    scaled = [np.tensordot(f, f, ((1, 2), (1, 2))) / volume for f in (style, generated)]
    return np.sum((scaled[1] - scaled[0]) ** 2)


def style_loss_backward(style, generated):
    """Scaled before the product."""
    grams = [np.einsum("chw,dhw->cd", f, f) for f in (style, generated)]
    return np.einsum("cd,dhw->chw", (grams[1] - grams[0]) / style.size**2, generated)


def l1_penalty(w, *, strength):
    """The sign by the weight."""
    return np.sum(strength * np.sign(w) * w)


def l2_penalty(w, *, strength):
    """The square of a length."""
    return np.linalg.norm(w.ravel()) ** 2 * (strength / 2)


def clip_by_norm(grad, *, limit):
    """The length is found without squaring what is large."""
    largest = np.max(np.abs(grad), initial=0)
    norm = largest * np.linalg.norm((grad / (largest or 1)).ravel())
    return grad / norm * limit if norm > limit else grad.copy()


def clip_by_global_norm(grads, *, limit):
    """The length of all lengths; divided by how many times it is too long."""
    norm = math.hypot(*(float(np.linalg.norm(grad.ravel())) for grad in grads))
    return [grad / (norm / limit) if norm > limit and limit else grad * (not norm > limit) for grad in grads]


def max_norm(w, *, limit):
    """Column by column, in a copy."""
    shortened = w.copy()
    for column in shortened.T:
        length = np.sqrt(column @ column)
        if length > limit:
            column *= limit / length
    return shortened
