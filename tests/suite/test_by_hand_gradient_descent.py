"""Gradient descent worked by hand: one input, one unit, two batches."""

import numpy as np
import pytest

from primcheck.reference.composite.gradient_descent import gradient_descent

X = np.array([[1.0], [2.0], [1.0], [0.0]])
Y = np.array([[4.0], [2.0], [0.0], [1.0]])


def test_mean() -> None:
    """Errors −4, −2, then 3½, ½; a batch of two elements at lr = ¼ moves by ¼ of the sums: 2 · ¼ / 2."""
    w, b, losses = gradient_descent(X, Y, np.zeros((1, 1)), np.zeros(1), lr=0.25, batch_size=2, epochs=1)

    # First batch: w = 0 + ¼(1·4 + 2·2) = 2, b = 0 + ¼(4 + 2) = 1½. Second: errors 2 + 1½ − 0 and 1½ − 1,
    # w = 2 − ¼·3½ = 1⅛, b = 1½ − ¼(3½ + ½) = ½.
    np.testing.assert_array_equal(w, [[1.125]])
    np.testing.assert_array_equal(b, [0.5])
    # The errors of the whole: 1⅝ − 4, 2¾ − 2, 1⅝ − 0, ½ − 1; their squares over 64: 361, 36, 169, 16, together 582.
    np.testing.assert_array_equal(losses, [582 / 64 / 4])


def test_sum() -> None:
    """At lr = ⅛ twice the sums are the same quarter, so the whole way is; the loss is a mean all the same."""
    w, b, losses = gradient_descent(X, Y, np.zeros((1, 1)), np.zeros(1), lr=0.125, batch_size=2, epochs=1, batch="sum")

    np.testing.assert_array_equal(w, [[1.125]])
    np.testing.assert_array_equal(b, [0.5])
    np.testing.assert_array_equal(losses, [582 / 64 / 4])


def test_smaller_last_batch() -> None:
    """The third row is a batch of its own: from w = 2, b = 1½ its error of 3½ moves by 2 · ¼ / 1 of itself."""
    w, b, _ = gradient_descent(X[:3], Y[:3], np.zeros((1, 1)), np.zeros(1), lr=0.25, batch_size=2, epochs=1)

    np.testing.assert_array_equal(w, [[2 - 1.75]])
    np.testing.assert_array_equal(b, [1.5 - 1.75])


def test_nothing_to_do() -> None:
    """Without epochs, copies come back; without data, the mean of nothing."""
    start = np.ones((1, 1))
    w, _, losses = gradient_descent(X, Y, start, np.ones(1), lr=0.25, batch_size=2, epochs=0)
    np.testing.assert_array_equal(w, start)
    assert not np.shares_memory(w, start)
    assert losses.shape == (0,)

    w, _, losses = gradient_descent(X[:0], Y[:0], start, np.ones(1), lr=0.25, batch_size=2, epochs=2)
    np.testing.assert_array_equal(w, start)
    assert np.isnan(losses).all()


@pytest.mark.parametrize("batch", ["mean", "sum"])
def test_a_step_follows_the_derivative(batch: str) -> None:
    """A step from all data is −lr times the central difference of the loss, which is exact for a parabola."""
    rng = np.random.default_rng(0)
    x, y, w, b = (rng.normal(size=shape).astype(np.longdouble) for shape in ((5, 3), (5, 2), (3, 2), (2,)))
    moved, _, _ = gradient_descent(x, y, w, b, lr=0.5, batch_size=5, epochs=1, batch=batch)

    def loss(w: np.ndarray) -> np.ndarray:
        squares = (x @ w + b - y) ** 2
        return squares.mean() if batch == "mean" else squares.sum()

    for index in np.ndindex(w.shape):
        step = np.zeros_like(w)
        step[index] = 2.0**-8
        slope = (loss(w + step) - loss(w - step)) * 2.0**7
        # Losses below 100 at 2.2e-16 where longdouble is float64, times 2⁷.
        np.testing.assert_allclose(moved[index], w[index] - 0.5 * slope, rtol=0, atol=1e-11)


@pytest.mark.parametrize("batch", ["mean", "sum"])
def test_agrees_with_pytorch(batch: str) -> None:
    """torch.optim.SGD on a linear layer walks the same way."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(1)
    x, y, w, b = (rng.normal(size=shape) for shape in ((7, 3), (7, 2), (3, 2), (2,)))
    weights, bias = (torch.tensor(value, requires_grad=True) for value in (w, b))
    optimizer = torch.optim.SGD([weights, bias], lr=0.05)
    losses = []
    for _ in range(4):
        for rows in (slice(0, 3), slice(3, 6), slice(6, 7)):
            optimizer.zero_grad()
            prediction = torch.tensor(x[rows]) @ weights + bias
            torch.nn.functional.mse_loss(prediction, torch.tensor(y[rows]), reduction=batch).backward()
            optimizer.step()
        losses.append(np.mean((x @ weights.detach().numpy() + bias.detach().numpy() - y) ** 2))
    ours = gradient_descent(x, y, w, b, lr=0.05, batch_size=3, epochs=4, batch=batch)

    for mine, theirs in zip(ours, (weights.detach().numpy(), bias.detach().numpy(), losses), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-12)
