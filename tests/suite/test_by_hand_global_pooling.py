"""Global average and max pooling, forward and backward, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.pooling.global_avg_pool2d import global_avg_pool2d, global_avg_pool2d_backward
from primcheck.reference.pooling.global_max_pool2d import global_max_pool2d, global_max_pool2d_backward

# Three channels of one image: one strict maximum, two equal ones, and nothing else than equal ones.
X = np.array([[[[1.0, 3.0], [7.0, 5.0]], [[0.0, 2.0], [-4.0, 2.0]], [[-2.0, -2.0], [-2.0, -2.0]]]])
DY = np.array([[4.0, 8.0, 16.0]])


def test_average() -> None:
    """Sums of 16, 0 and −8, over 4."""
    np.testing.assert_array_equal(global_avg_pool2d(X), [[4, 0, -2]])


def test_average_backward() -> None:
    """A quarter of the gradient for each of the four positions."""
    dx = global_avg_pool2d_backward(DY, X)
    np.testing.assert_array_equal(dx, np.broadcast_to(np.reshape([1.0, 2.0, 4.0], (1, 3, 1, 1)), X.shape))


def test_maximum() -> None:
    """7, 2 and −2; a NaN is the largest."""
    np.testing.assert_array_equal(global_max_pool2d(X), [[7, 2, -2]])
    np.testing.assert_array_equal(global_max_pool2d(np.array([[[[9.0, np.nan]]]])), [[np.nan]])


@pytest.mark.parametrize(
    ("ties", "second", "third"),
    [
        ("first", [[0, 8], [0, 0]], [[16, 0], [0, 0]]),
        ("all", [[0, 8], [0, 8]], [[16, 16], [16, 16]]),
        ("split", [[0, 4], [0, 4]], [[4, 4], [4, 4]]),
    ],
)
def test_maximum_backward(ties: str, second: list[list[int]], third: list[list[int]]) -> None:
    """7 gets 4; two 2s compete for 8, four −2s for 16."""
    dx = global_max_pool2d_backward(DY, X, ties=ties)
    np.testing.assert_array_equal(dx[0], [[[0, 0], [4, 0]], second, third])


@pytest.mark.parametrize("ties", ["first", "all", "split"])
def test_maximum_backward_of_nan(ties: str) -> None:
    """The first NaN takes it all."""
    dx = global_max_pool2d_backward(np.array([[3.0]]), np.array([[[[9.0, np.nan, np.nan]]]]), ties=ties)
    np.testing.assert_array_equal(dx, [[[[0, 3, 0]]]])


@pytest.mark.parametrize(
    ("forward", "backward"),
    [(global_avg_pool2d, global_avg_pool2d_backward), (global_max_pool2d, global_max_pool2d_backward)],
)
def test_backward_is_the_derivative_of_the_forward(forward, backward) -> None:
    """Both are straight lines near an x without ties: central differences have rounding errors only."""
    rng = np.random.default_rng(2)
    x, dy = rng.permutation(24).reshape(2, 2, 2, 3).astype(np.longdouble), rng.normal(size=(2, 2))
    found = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 0.25
        found[index] = np.sum(dy * (forward(x + step) - forward(x - step))) / 0.5

    # Some ten roundings of 1e-16, where longdouble is float64, on numbers below 100.
    np.testing.assert_allclose(found, backward(dy, x), rtol=0, atol=1e-13)


def test_agrees_with_pytorch() -> None:
    """Values and gradients are those of the adaptive poolings to one cell, and of amax, in float64."""
    torch = pytest.importorskip("torch")
    x, dy = np.random.default_rng(3).integers(0, 4, (3, 2, 4, 5)).astype(float), np.arange(6.0).reshape(3, 2)

    def judge(native, mine, gradient) -> None:
        theirs = torch.tensor(x, requires_grad=True)
        y = native(theirs).reshape(3, 2)
        np.testing.assert_allclose(mine, y.detach().numpy(), rtol=1e-12)
        np.testing.assert_allclose(gradient, torch.autograd.grad(y, theirs, torch.tensor(dy))[0].numpy(), rtol=1e-12)

    pools = torch.nn.functional
    judge(lambda t: pools.adaptive_avg_pool2d(t, 1), global_avg_pool2d(x), global_avg_pool2d_backward(dy, x))
    judge(lambda t: pools.adaptive_max_pool2d(t, 1), global_max_pool2d(x), global_max_pool2d_backward(dy, x))
    split = global_max_pool2d_backward(dy, x, ties="split")
    judge(lambda t: t.amax((2, 3)), global_max_pool2d(x), split)
