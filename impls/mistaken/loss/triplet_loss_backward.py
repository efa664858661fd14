"""Mistakes people make in triplet_loss_backward.

Where d⁺ − d⁻ + margin > 0: ∂a = 2(n − p)/N, ∂p = −2(a − p)/N and ∂n = 2(a − n)/N; elsewhere 0.
"""

import numpy as np

from ._distances import excess, gradients


def every_row_counts(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You gave a gradient to every row, though those that keep the margin cost nothing.

    Leave rows out whose loss was cut off at 0.
    ∂p = −2(a − p)/N where d⁺ − d⁻ + margin > 0, else 0.
    """
    return _three(*gradients(anchor, positive, negative, np.full(len(anchor), True), distance))


def margin_forgotten(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You asked whether d⁺ > d⁻, so rows that are right, but not by the margin, learn nothing.

    Ask with the margin, as the loss does.
    ∂p = −2(a − p)/N where d⁺ − d⁻ + margin > 0, else 0.
    """
    return _three(*gradients(anchor, positive, negative, excess(anchor, positive, negative, 0, distance) > 0, distance))


def slope_at_the_kink(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You wrote ≥ for >: rows that just keep the margin go on learning.

    At the kink, where the loss is 0, the gradient is taken as 0.
    ∂p = −2(a − p)/N where d⁺ − d⁻ + margin > 0, else 0.
    """
    return _three(
        *gradients(anchor, positive, negative, excess(anchor, positive, negative, margin, distance) >= 0, distance)
    )


def factor_two_forgotten(anchor, positive, negative, *, margin=0.2):
    """You left out the 2 that the squares leave behind.

    The derivative of (a − p)² is 2(a − p).
    ∂p = −2(a − p)/N, ∂n = 2(a − n)/N, ∂a = −∂p − ∂n.
    """
    return _three(*_right(anchor, positive, negative, margin), factor=0.5)


def not_averaged(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You did not divide by the number of rows, though the loss is a mean.

    Loss and gradient must have the same divisor.
    ∂p = −2(a − p)/N, ∂n = 2(a − n)/N, ∂a = −∂p − ∂n.
    """
    return _three(*_right(anchor, positive, negative, margin, distance), factor=len(anchor))


def averaged_over_wrong_rows(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You divided by the number of rows that do not keep the margin, in place of all.

    Divide by the number of rows, as the loss does.
    ∂p = −2(a − p)/N, ∂n = 2(a − n)/N, ∂a = −∂p − ∂n.
    """
    wrong = np.count_nonzero(excess(anchor, positive, negative, margin, distance) > 0)
    return _three(*_right(anchor, positive, negative, margin, distance), factor=len(anchor) / max(wrong, 1))


def anchor_follows_the_positive_only(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You let the anchor move towards the positive only.

    It stands in both distances: it is pushed away from the negative as well.
    ∂a = 2(a − p)/N − 2(a − n)/N.
    """
    pull, push = _right(anchor, positive, negative, margin, distance)
    _, dpositive, dnegative = _three(pull, push)
    return -dpositive, dpositive, dnegative


def anchor_left_out(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You took the anchor for a constant.

    All three embeddings come from the network, and all three learn.
    ∂a = 2(a − p)/N − 2(a − n)/N.
    """
    danchor, dpositive, dnegative = _three(*_right(anchor, positive, negative, margin, distance))
    return 0 * danchor, dpositive, dnegative


def negative_attracted(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You gave the negative's gradient the sign of the positive's: a step against it brings the negative nearer.

    The loss has −d⁻ in it, whose sign turns the gradient.
    ∂n = 2(a − n)/N.
    """
    danchor, dpositive, dnegative = _three(*_right(anchor, positive, negative, margin, distance))
    return danchor, dpositive, -dnegative


def positive_repelled(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You forgot that d⁺ falls as the positive moves towards the anchor: its gradient has the wrong sign.

    The positive stands with a minus in a − p.
    ∂p = −2(a − p)/N.
    """
    danchor, dpositive, dnegative = _three(*_right(anchor, positive, negative, margin, distance))
    return danchor, -dpositive, dnegative


def results_exchanged(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You returned the negative's gradient before the positive's.

    Return them in the order of the arguments: anchor, positive, negative.
    ∂p = −2(a − p)/N, ∂n = 2(a − n)/N.
    """
    danchor, dpositive, dnegative = _three(*_right(anchor, positive, negative, margin, distance))
    return danchor, dnegative, dpositive


def _right(anchor, positive, negative, margin, distance="squared"):
    counts = excess(anchor, positive, negative, margin, distance) > 0
    return gradients(anchor, positive, negative, counts, distance)


def _three(pull, push, factor=1):
    weight = factor / max(len(pull), 1)
    return (pull - push) * weight, -pull * weight, push * weight
