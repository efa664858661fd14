"""Mistakes people make in residual_block_backward: the gradient of the sum goes to x, and through both convolutions."""

import numpy as np

from ._blocks import relu, same, same_backward, where_positive


def skip_forgotten(dy, x, w1, b1, w2, b2):
    """You carried the gradient through the convolutions only.

    x has gone around them as well: add the gradient of the sum to dx.
    dx = dz + conv's gradient, with dz = dy where the sum is positive.
    """
    dz, dx, *learned = _backward(dy, x, w1, b1, w2, b2)
    return dx - dz, *learned


def skip_unmasked(dy, x, w1, b1, w2, b2):
    """You added dy itself to dx.

    The last relu stands behind the sum, so both ways get the gradient from below it.
    dx = dz + conv's gradient, with dz = dy where the sum is positive.
    """
    dz, dx, *learned = _backward(dy, x, w1, b1, w2, b2)
    return dx - dz + dy, *learned


def last_relu_forgotten(dy, x, w1, b1, w2, b2):
    """You started from dy as it is.

    Set it to 0 first where the last relu did.
    dz = dy where x + conv(relu(conv(x))) > 0, else 0.
    """
    return _backward(dy, x, w1, b1, w2, b2, last=lambda _, dy: dy)[1:]


def inner_relu_forgotten(dy, x, w1, b1, w2, b2):
    """You passed the second convolution's gradient on to the first as it is.

    Set it to 0 where the relu between them did.
    dh = da where conv(x) > 0, else 0.
    """
    return _backward(dy, x, w1, b1, w2, b2, middle=lambda _, da: da)[1:]


def inner_mask_of_the_sum(dy, x, w1, b1, w2, b2):
    """You used the last relu's mask for the inner one too.

    Each relu masks where its own input was not positive.
    dh = da where conv(x) > 0, else 0.
    """
    total = x + same(relu(same(x, w1, b1)), w2, b2)
    return _backward(dy, x, w1, b1, w2, b2, middle=lambda _, da: where_positive(total, da))[1:]


def masked_by_the_images(dy, x, w1, b1, w2, b2):
    """You masked with x what the first convolution's output must mask.

    The inner relu has seen conv(x), not x.
    dh = da where conv(x) > 0, else 0.
    """
    return _backward(dy, x, w1, b1, w2, b2, middle=lambda _, da: where_positive(x, da))[1:]


def passes_at_the_kinks(dy, x, w1, b1, w2, b2):
    """You compared with ≥ 0, so a relu whose input is exactly 0 lets the gradient through.

    Compare with > 0: dead units and padding are exactly 0.
    dz = dy where the sum > 0, else 0.
    """

    def kept(values, gradient):
        return np.where(values >= 0, gradient, np.zeros_like(gradient))

    return _backward(dy, x, w1, b1, w2, b2, last=kept, middle=kept)[1:]


def second_weights_from_the_images(dy, x, w1, b1, w2, b2):
    """You took the second convolution's gradient from x.

    Its input was what the inner relu returned.
    dw2 = Σ dz · relu(conv(x)).
    """
    dz, dx, dw1, db1, _, db2 = _backward(dy, x, w1, b1, w2, b2)
    return dx, dw1, db1, same_backward(dz, x, w2)[1], db2


def second_weights_before_the_relu(dy, x, w1, b1, w2, b2):
    """You took the second convolution's gradient from conv(x), before the relu.

    Its input was what the inner relu returned.
    dw2 = Σ dz · relu(conv(x)).
    """
    dz, dx, dw1, db1, _, db2 = _backward(dy, x, w1, b1, w2, b2)
    return dx, dw1, db1, same_backward(dz, same(x, w1, b1), w2)[1], db2


def layers_exchanged(dy, x, w1, b1, w2, b2):
    """You returned the second convolution's gradients before the first's, in the order in which they came up.

    Return them in the order of the inputs.
    dx, dw1, db1, dw2, db2.
    """
    _, dx, dw1, db1, dw2, db2 = _backward(dy, x, w1, b1, w2, b2)
    return dx, dw2, db2, dw1, db1


def _backward(dy, x, w1, b1, w2, b2, last=where_positive, middle=where_positive):
    before = same(x, w1, b1)
    inner = relu(before)
    dz = last(x + same(inner, w2, b2), dy)
    da, dw2, db2 = same_backward(dz, inner, w2)
    dx, dw1, db1 = same_backward(middle(before, da), x, w1)
    return dz, dz + dx, dw1, db1, dw2, db2
