"""Mistakes people make in residual_block: y = relu(x + conv(relu(conv(x))))."""

import numpy as np

from ._blocks import relu, same


def skip_forgotten(x, w1, b1, w2, b2):
    """You left out the way around the convolutions.

    Add x to what they return: that is what the block is for.
    y = relu(x + conv(relu(conv(x)))).
    """
    return relu(same(relu(same(x, w1, b1)), w2, b2))


def added_after_the_last_relu(x, w1, b1, w2, b2):
    """You applied the last relu before you added x.

    Add first: the relu stands behind the sum.
    y = relu(x + conv(relu(conv(x)))).
    """
    return x + relu(same(relu(same(x, w1, b1)), w2, b2))


def last_relu_forgotten(x, w1, b1, w2, b2):
    """You left the sum as it is.

    Apply relu to the sum.
    y = relu(x + conv(relu(conv(x)))).
    """
    return x + same(relu(same(x, w1, b1)), w2, b2)


def inner_relu_forgotten(x, w1, b1, w2, b2):
    """You put the second convolution right behind the first: together they are no more than one linear map.

    Apply relu between them.
    y = relu(x + conv(relu(conv(x)))).
    """
    return relu(x + same(same(x, w1, b1), w2, b2))


def skip_starts_in_the_middle(x, w1, b1, w2, b2):
    """You added what the first convolution returns, because you had overwritten x with it.

    Keep x for the sum.
    y = relu(x + conv(relu(conv(x)))).
    """
    inner = relu(same(x, w1, b1))
    return relu(inner + same(inner, w2, b2))


def activated_before_the_convolutions(x, w1, b1, w2, b2):
    """You applied relu before each convolution and not behind the sum: that is the later, pre-activated block.

    In this one, relu stands behind the first convolution and behind the sum.
    y = relu(x + conv(relu(conv(x)))).
    """
    return x + same(relu(same(relu(x), w1, b1)), w2, b2)


def first_weights_twice(x, w1, b1, w2, b2):
    """You used the first convolution's weights and biases for the second one too.

    Each has its own.
    conv(·, w2, b2) of relu(conv(x, w1, b1)).
    """
    return relu(x + same(relu(same(x, w1, b1)), w1, b1))


def biases_forgotten(x, w1, b1, w2, b2):
    """You left the biases out.

    They may be left out only where a normalization follows, which has a shift of its own.
    conv(x) = w ∗ x + b.
    """
    return relu(x + same(relu(same(x, w1, np.zeros_like(b1))), w2, np.zeros_like(b2)))


def sum_halved(x, w1, b1, w2, b2):
    """You averaged x and what the convolutions return.

    Add them.
    y = relu(x + conv(relu(conv(x)))).
    """
    return relu((x + same(relu(same(x, w1, b1)), w2, b2)) / 2)


def adds_into_the_images(x, w1, b1, w2, b2):
    """You wrote x += …, which changes the caller's images.

    Write the sum into a new array.
    y = relu(x + conv(relu(conv(x)))), with x left as it was.
    """
    x += same(relu(same(x, w1, b1)), w2, b2)
    return relu(x)
