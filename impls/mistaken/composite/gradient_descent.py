"""Mistakes people make in gradient descent: for each batch, w −= lr · dw and b −= lr · db; after each epoch, the loss."""

import numpy as np


def drops_the_last_batch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You left out the rows at the end that do not fill a batch.

    The last batch may be smaller; its rows count as well.
    for start in range(0, N, batch_size): rows start … min(start + batch_size, N) − 1.
    """
    starts = range(0, len(x) - batch_size + 1, batch_size)
    return _descend(x, y, w, b, lr, epochs, [slice(start, start + batch_size) for start in starts], _divisor(batch))


def fills_the_last_batch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You filled the last batch with rows from the beginning.

    The last batch may be smaller; every row is used once in an epoch.
    for start in range(0, N, batch_size): rows start … min(start + batch_size, N) − 1.
    """
    starts = range(0, len(x), batch_size)
    return _descend(
        x, y, w, b, lr, epochs, [np.arange(start, start + batch_size) % len(x) for start in starts], _divisor(batch)
    )


def divides_by_batch_size(x, y, w, b, *, lr, batch_size, epochs):
    """You divided the gradient of every batch by batch_size, the smaller last batch included.

    Divide by the number of elements that are there.
    dw = 2 · x_Bᵀ(x_B w + b − y_B) / (|B| · M).
    """
    parts = _batches(x, batch_size)
    return _descend(x, y, w, b, lr, epochs, parts, lambda error: batch_size * error.shape[1])


def mean_over_rows_only(x, y, w, b, *, lr, batch_size, epochs):
    """You divided the gradient by the number of rows and forgot the units.

    The mean squared error averages over all elements. With one unit yours is right.
    dw = 2 · x_Bᵀ(x_B w + b − y_B) / (|B| · M).
    """
    return _descend(x, y, w, b, lr, epochs, _batches(x, batch_size), lambda error: len(error))


def factor_two_forgotten(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You left out the 2 that comes down from the square.

    It only vanishes where the loss is written with a ½.
    dw = 2 · x_Bᵀ(x_B w + b − y_B) / (|B| · M).
    """
    return _descend(x, y, w, b, lr, epochs, _batches(x, batch_size), _divisor(batch, 2))


def uphill(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You added the gradient, or took y − prediction for the error and subtracted: the loss grows.

    Subtract the gradient of the loss.
    w − lr · dw, dw = 2 · x_Bᵀ(prediction − y_B) / (|B| · M).
    """
    return _descend(x, y, w, b, lr, epochs, _batches(x, batch_size), _divisor(batch, -1))


def updates_b_after_w(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You predicted again with the new w before you updated b.

    Both gradients belong to the same point: compute them first, then update.
    db = 2 · Σ (x_B w + b − y_B) / (|B| · M), with w as it was before the step.
    """
    losses, divisor = _like(x, epochs), _divisor(batch)
    for epoch in range(epochs):
        for rows in _batches(x, batch_size):
            error = x[rows] @ w + b - y[rows]
            w = w - lr * (2 * x[rows].T @ error / divisor(error))
            error = x[rows] @ w + b - y[rows]
            b = b - lr * (2 * np.sum(error, axis=0) / divisor(error))
        losses[epoch] = _loss(x, y, w, b)
    return w + 0, b + 0, losses


def gradients_pile_up(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You added each batch's gradient to those before it, as where zero_grad() is forgotten.

    Every step follows the gradient of its own batch. A single step is right.
    w − lr · dw, dw of this batch alone.
    """
    losses, divisor = _like(x, epochs), _divisor(batch)
    total_w, total_b = np.zeros_like(w), np.zeros_like(b)
    for epoch in range(epochs):
        for rows in _batches(x, batch_size):
            error = x[rows] @ w + b - y[rows]
            total_w = total_w + 2 * x[rows].T @ error / divisor(error)
            total_b = total_b + 2 * np.sum(error, axis=0) / divisor(error)
            w, b = w - lr * total_w, b - lr * total_b
        losses[epoch] = _loss(x, y, w, b)
    return w + 0, b + 0, losses


def one_step_an_epoch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You made one step from all data in each epoch, whatever `batch_size` said.

    Make one step for each batch. A batch of all the data is right.
    for start in range(0, N, batch_size): one step.
    """
    return _descend(x, y, w, b, lr, epochs, [slice(None)] if len(x) else [], _divisor(batch))


def shuffles(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You shuffled the rows before each epoch.

    That is good practice, but here the data are taken in their order, so that results can be compared.
    rows 0 … batch_size − 1 first.
    """
    losses = _like(x, epochs)
    rng = np.random.default_rng(0)
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        w, b, _ = _descend(x[order], y[order], w, b, lr, 1, _batches(x, batch_size), _divisor(batch))
        losses[epoch] = _loss(x, y, w, b)
    return w + 0, b + 0, losses


def starts_anew_each_epoch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You set w and b back to their first values at the start of each epoch.

    The next epoch goes on from where the last one ended. One epoch is right.
    """
    losses = _like(x, epochs)
    new_w, new_b = w + 0, b + 0
    for epoch in range(epochs):
        new_w, new_b, found = _descend(x, y, w, b, lr, 1, _batches(x, batch_size), _divisor(batch))
        losses[epoch : epoch + 1] = found
    return new_w, new_b, losses


def bias_is_not_learned(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You updated the weights and left the bias as it was.

    b has a gradient of its own.
    b − lr · db, db = 2 · Σ (x_B w + b − y_B) / (|B| · M).
    """
    losses, divisor = _like(x, epochs), _divisor(batch)
    for epoch in range(epochs):
        for rows in _batches(x, batch_size):
            error = x[rows] @ w + b - y[rows]
            w = w - lr * (2 * x[rows].T @ error / divisor(error))
        losses[epoch] = _loss(x, y, w, b)
    return w + 0, b + 0, losses


def losses_before_the_epoch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You took the loss before the updates of an epoch.

    Take it afterwards: losses[e] is that of w and b after epoch e. Your w and b are right.
    """
    losses = _like(x, epochs)
    for epoch in range(epochs):
        losses[epoch] = _loss(x, y, w, b)
        w, b, _ = _descend(x, y, w, b, lr, 1, _batches(x, batch_size), _divisor(batch))
    return w + 0, b + 0, losses


def averages_the_losses_of_batches(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You averaged the losses that the batches had on the way, each before its own step, as progress bars do.

    Compute the loss over all data once the epoch is over. Your w and b are right.
    """
    losses = _like(x, epochs)
    for epoch in range(epochs):
        parts = _batches(x, batch_size)
        for rows in parts:
            losses[epoch] = losses[epoch] + _loss(x[rows], y[rows], w, b) / len(parts)
            w, b, _ = _descend(x[rows], y[rows], w, b, lr, 1, [slice(None)], _divisor(batch))
    return w + 0, b + 0, losses


def loss_of_the_last_batch(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You took the loss of the last batch for that of the epoch.

    Compute it over all data. Your w and b are right, and so are the losses of a single batch.
    """
    losses = _like(x, epochs)
    parts = _batches(x, batch_size) or [slice(None)]
    for epoch in range(epochs):
        w, b, _ = _descend(x, y, w, b, lr, 1, _batches(x, batch_size), _divisor(batch))
        losses[epoch] = _loss(x[parts[-1]], y[parts[-1]], w, b)
    return w + 0, b + 0, losses


def overwrites_its_input(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """You wrote w −= lr · dw, which changes the caller's weights: the next training starts where this one ended.

    Copy w and b first. The numbers you returned are right.
    """
    new_w, new_b, losses = _descend(x, y, w, b, lr, epochs, _batches(x, batch_size), _divisor(batch))
    w[...], b[...] = new_w, new_b
    return w, b, losses


def _descend(x, y, w, b, lr, epochs, batches, divisor=lambda error: error.size):
    losses = _like(x, epochs)
    for epoch in range(epochs):
        for rows in batches:
            error = x[rows] @ w + b - y[rows]
            dw, db = 2 * x[rows].T @ error / divisor(error), 2 * np.sum(error, axis=0) / divisor(error)
            w, b = w - lr * dw, b - lr * db
        losses[epoch] = _loss(x, y, w, b)
    return w + 0, b + 0, losses


def _divisor(batch, factor=1):
    return lambda error: factor * (error.size if batch == "mean" else 1)


def _batches(x, batch_size):
    return [slice(start, start + batch_size) for start in range(0, len(x), batch_size)]


def _loss(x, y, w, b):
    squares = np.sum((x @ w + b - y) ** 2)
    with np.errstate(invalid="ignore"):
        return squares / y.size


def _like(x, epochs):
    return np.zeros(epochs, dtype=x.dtype, like=x)
