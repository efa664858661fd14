"""Products of matrices: dense layers and what is made of them, Gram matrices."""

import math

import numpy as np


def dense(how, x, w, b):
    """Products of rows and columns."""
    return how.product(x, w) + b


def dense_backward(how, dy, x, w):
    """Products with what the other factor was."""
    return how.product(dy, w.T), how.product(x.T, dy), how.total(dy, axis=0)


def delta_rule_update(how, w, b, x, target, *, lr):
    """All examples at once."""
    error = target - dense(how, x, w, b)
    return w + lr * how.product(x.T, error), b + lr * how.total(error, axis=0)


def gradient_descent(how, x, y, w, b, *, lr, batch_size, epochs):
    """Batch after batch."""
    losses = np.zeros(epochs, x.dtype)
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            dy = 2 * (dense(how, x[rows], w, b) - y[rows]) / y[rows].size
            _, dw, db = dense_backward(how, dy, x[rows], w)
            w, b = w - lr * dw, b - lr * db
        losses[epoch] = how.total((dense(how, x, w, b) - y) ** 2) / y.size
    return w, b, losses


def gram_matrix(how, features):
    """The products of all channels."""
    flat = features.reshape(len(features), math.prod(features.shape[1:]))
    return how.product(flat, flat.T)


def gram_matrix_backward(how, dy, features):
    """Each channel stands on both sides."""
    flat = features.reshape(len(features), math.prod(features.shape[1:]))
    return how.product(dy + dy.T, flat).reshape(features.shape)


def style_loss(how, style, generated):
    """The squared differences of two Gram matrices."""
    difference = gram_matrix(how, generated) - gram_matrix(how, style)
    return how.total(difference**2) / (4 * style.size**2)


def style_loss_backward(how, style, generated):
    """The difference of the Gram matrices times the features."""
    difference = gram_matrix(how, generated) - gram_matrix(how, style)
    flat = generated.reshape(len(generated), math.prod(generated.shape[1:]))
    return (how.product(difference, flat) / style.size**2).reshape(generated.shape)
