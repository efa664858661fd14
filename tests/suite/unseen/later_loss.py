"""Mistakes in losses that were written after the suite, by someone who had not seen it."""

import math

import numpy as np


def huber_loss__half_for_half_delta(prediction, target, *, delta=1.0, reduction="mean"):
    """You subtracted ½ in the straight branch; it is δ/2, so that the two branches meet at |difference| = δ.

    With δ = 1, the value of most tutorials, the two are the same.
    """
    _refuse_unless(np.shape(prediction) == np.shape(target), delta > 0, reduction in ("mean", "sum"))
    size = np.abs(prediction - target)
    total = np.sum(np.where(size <= delta, size**2 / 2, delta * (size - 0.5)))
    with np.errstate(invalid="ignore"):
        return total / (prediction.size if reduction == "mean" else 1)


def triplet_loss_backward__positive_distance_twice(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You divided both differences by the distance to the positive; each has to be divided by its own distance.

    The Euclidean distance has gradient (a − n)/‖a − n‖ to the negative. Squared distances divide by nothing.
    """
    _refuse_unless(anchor.ndim == 2, anchor.shape == positive.shape == negative.shape)
    _refuse_unless(margin >= 0, distance in ("squared", "euclidean"))
    to_positive, to_negative = anchor - positive, anchor - negative
    near, far = np.sum(to_positive**2, axis=1), np.sum(to_negative**2, axis=1)
    if distance == "squared":
        pull, push = 2 * to_positive, 2 * to_negative
    else:
        near, far = np.sqrt(near), np.sqrt(far)
        length = np.where(near > 0, near, 1)[:, None]
        pull, push = to_positive / length, to_negative / length
    counts = (near - far + margin > 0)[:, None]
    pull, push = np.where(counts, pull, 0) / len(anchor), np.where(counts, push, 0) / len(anchor)
    return pull - push, -pull, push


def style_loss__area_not_squared(style, generated, *, scale="quarter_squared_volume"):
    """You squared the number of channels but not the number of positions; the divisor is 4·C²·(H·W)².

    The second scale, 1/C², is right, and so is the first on maps of one position.
    """
    _refuse_unless(style.ndim == 3, style.shape == generated.shape, scale in ("quarter_squared_volume", "mean"))
    channels, height, width = style.shape
    ours, theirs = (features.reshape(channels, height * width) for features in (generated, style))
    squares = np.sum((ours @ ours.T - theirs @ theirs.T) ** 2)
    divisor = 4 * channels**2 * height * width if scale == "quarter_squared_volume" else channels**2
    with np.errstate(invalid="ignore"):
        return squares / divisor


def hinge_loss__one_taken_off_for_the_label(scores, labels, *, margin=1.0):
    """You let the right class count with its margin and took 1 off again; what it had added is `margin`.

    Summing over all classes and subtracting the right one's share is fine, but that share is max(0, margin), which is
    1 only by default.
    """
    _refuse_unless(scores.ndim == 2, np.shape(labels) == scores.shape[:1], margin >= 0)
    _refuse_unless(np.all(labels >= 0), np.all(labels < scores.shape[1]))
    is_label = np.arange(scores.shape[1]) == labels[:, None]
    excess = np.maximum(scores - scores[np.arange(len(labels)), labels][:, None] + margin, 0)
    excess = np.where(is_label, margin, excess).astype(scores.dtype)
    with np.errstate(invalid="ignore"):
        return np.sum(np.sum(excess, axis=1) - 1) / len(labels)


def gram_matrix_backward__twice_one_half(dy, features, *, scale="none"):
    """You doubled dy where dy + dyᵀ belongs; that is the same only for a gradient that is symmetric.

    G[i, j] holds features i and j, so features i meet row i and column i of dy. After a style loss dy happens to be
    symmetric; after any other loss it need not be.
    """
    _refuse_unless(features.ndim == 3, np.shape(dy) == (len(features),) * 2, scale in ("none", "volume"))
    flat = features.reshape(len(features), math.prod(features.shape[1:]))
    return (2 * dy @ flat / (features.size if scale == "volume" else 1)).reshape(features.shape)


def content_loss_backward__towards_generated(content, generated, *, scale="half"):
    """You differentiated with respect to the content, and without the 2 of the square; the generated image is what learns.

    The gradient is 2·(generated − content), times the scale; yours points the other way and is half as long.
    """
    _refuse_unless(content.ndim == 3, content.shape == generated.shape)
    _refuse_unless(scale in ("half", "quarter_volume", "mean"))
    volume = math.prod(content.shape)
    return (content - generated) / {"half": 2, "quarter_volume": 4 * volume, "mean": volume}[scale]


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
