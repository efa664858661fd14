"""LeNet-5 for 8×8 digits, trained by gradient descent with primitives that are handed in."""

import numpy as np


def train_lenet5(
    primitives, images, labels, held_images, held_labels, w1, b1, w2, b2, w3, b3, w4, b4,
    *, lr=0.1, batch_size=16, epochs=1, goal=1.0,
):  # fmt: skip
    """Train until the share of right answers on held-out images reaches a goal, or for a number of epochs.

    Args:
        primitives: a namespace with conv2d, tanh, max_pool2d, dense, softmax_cross_entropy_loss, their backwards, and sgd.
        images, held_images: (N, 1, 8, 8) and (M, 1, 8, 8).
        labels, held_labels: (N,) and (M,) integers from 0 to 9.
        w1, b1, w2, b2: weights and biases of the convolutions: (6, 1, 3, 3), (6,), (16, 6, 3, 3), (16,).
        w3, b3, w4, b4: weights and biases of the dense layers: (64, 84), (84,), (84, 10), (10,).
        lr: the rate of the descent.
        batch_size: images a step, taken in order; the last batch of an epoch may be smaller.
        epochs: passes over the images, at most.
        goal: the share of right answers at which training ends after an epoch.

    Returns:
        losses: the loss of every step, before its update.
        accuracy: the share of held-out images whose largest logit is that of the label.

    Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998, §II.B.
    """
    parameters = [w1, b1, w2, b2, w3, b3, w4, b4]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(images), batch_size):
            batch = slice(start, start + batch_size)
            loss, gradients = _loss_and_gradients(primitives, images[batch], labels[batch], parameters)
            losses.append(loss)
            parameters = [primitives.sgd(p, g, lr=lr) for p, g in zip(parameters, gradients, strict=True)]
        logits = _forward(primitives, held_images, parameters)[-1]
        right = np.argmax(logits, axis=1) == held_labels
        accuracy = np.mean(np.where(right, np.ones_like(logits[:, 0]), np.zeros_like(logits[:, 0])))
        if accuracy >= goal:
            break
    return np.stack(losses).astype(images.dtype), accuracy


def _forward(primitives, x, parameters):
    """Return the results of every layer."""
    w1, b1, w2, b2, w3, b3, w4, b4 = parameters
    z1 = primitives.conv2d(x, w1, b1, padding=1)
    a1 = primitives.tanh(z1)
    p1 = primitives.max_pool2d(a1, kernel=2)
    z2 = primitives.conv2d(p1, w2, b2, padding=1)
    a2 = primitives.tanh(z2)
    p2 = primitives.max_pool2d(a2, kernel=2)
    flat = np.reshape(p2, (len(x), -1))
    z3 = primitives.dense(flat, w3, b3)
    a3 = primitives.tanh(z3)
    return z1, a1, p1, z2, a2, p2, flat, z3, a3, primitives.dense(a3, w4, b4)


def _loss_and_gradients(primitives, x, labels, parameters):
    w1, _, w2, _, w3, _, w4, _ = parameters
    z1, a1, p1, z2, a2, p2, flat, z3, a3, logits = _forward(primitives, x, parameters)
    loss = primitives.softmax_cross_entropy_loss(logits, labels)
    dlogits = primitives.softmax_cross_entropy_loss_backward(logits, labels)
    da3, dw4, db4 = primitives.dense_backward(dlogits, a3, w4)
    dz3 = primitives.tanh_backward(da3, z3)
    dflat, dw3, db3 = primitives.dense_backward(dz3, flat, w3)
    da2 = primitives.max_pool2d_backward(np.reshape(dflat, p2.shape), a2, kernel=2)
    dz2 = primitives.tanh_backward(da2, z2)
    dp1, dw2, db2 = primitives.conv2d_backward(dz2, p1, w2, padding=1)
    da1 = primitives.max_pool2d_backward(dp1, a1, kernel=2)
    dz1 = primitives.tanh_backward(da1, z1)
    _, dw1, db1 = primitives.conv2d_backward(dz1, x, w1, padding=1)
    return loss, (dw1, db1, dw2, db2, dw3, db3, dw4, db4)
