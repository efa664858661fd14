"""The dense layer and the delta rule, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.linear.delta_rule_update import delta_rule_update
from primcheck.reference.linear.dense import dense, dense_backward
from primcheck.reference.linear.perceptron_update import perceptron_update

X = np.array([[1.0, 2.0, 0.0], [-1.0, 3.0, 2.0]])
W = np.array([[1.0, 0.0], [2.0, -1.0], [0.5, 4.0]])
DY = np.array([[1.0, -1.0], [2.0, 0.5]])


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def test_dense():
    """1 + 4 + 0 and 0 − 2 + 0; −1 + 6 + 1 and 0 − 3 + 8; and the biases 10 and −1."""
    np.testing.assert_array_equal(dense(X, W, np.array([10.0, -1.0])), [[15.0, -3.0], [16.0, 4.0]])


@pytest.mark.parametrize(("batch", "divisor"), [("sum", 1), ("mean", 2)])
def test_dense_backward(batch, divisor):
    """dx: each row of dy with the rows of w. dw: each column of x with those of dy. db: the columns of dy."""
    dx, dw, db = dense_backward(DY, X, W, batch=batch)
    np.testing.assert_array_equal(dx, [[1.0, 3.0, -3.5], [2.0, 3.5, 3.0]])
    np.testing.assert_array_equal(dw, np.array([[-1.0, -1.5], [8.0, -0.5], [4.0, 1.0]]) / divisor)
    np.testing.assert_array_equal(db, np.array([3.0, -0.5]) / divisor)


def test_dense_backward_is_the_derivative():
    """A linear layer's central differences are exact but for rounding."""
    x, w, dy = (array.astype(np.longdouble) for array in (X, W, DY))
    b = np.zeros(2, np.longdouble)
    # Rounding: sums below 50 at 2.2e-16 even without extended precision, over 2h = 2^-12, stay below 1e-10.
    expected = (
        differences(lambda v: np.sum(dy * dense(v, w, b)), x),
        differences(lambda v: np.sum(dy * dense(x, v, b)), w),
        differences(lambda v: np.sum(dy * dense(x, w, v)), b),
    )
    for gradient, numerical in zip(dense_backward(dy, x, w), expected, strict=True):
        np.testing.assert_allclose(gradient, numerical, rtol=0, atol=1e-10)


def test_dense_of_torch():
    """PyTorch computes the same, from weights that are turned around."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(1)
    x, w, b, dy = (rng.normal(size=shape) for shape in ((4, 5), (5, 3), (3,), (4, 3)))
    leaves = [torch.tensor(array, requires_grad=True) for array in (x, w, b)]
    y = torch.nn.functional.linear(leaves[0], leaves[1].T, leaves[2])
    y.backward(torch.tensor(dy))
    np.testing.assert_allclose(dense(x, w, b), y.detach().numpy(), rtol=1e-12)
    for gradient, leaf in zip(dense_backward(dy, x, w), leaves, strict=True):
        np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-12, atol=1e-14)


def test_delta_rule():
    """Outputs 3 and 0 are 2 short and 1 beyond: xᵀe is (2 − 2, 2 + 1) and Σe is 1, each times one half."""
    x, target = np.array([[1.0, 1.0], [2.0, -1.0]]), np.array([[5.0], [-1.0]])
    w, b = delta_rule_update(np.array([[1.0], [2.0]]), np.array([0.0]), x, target, lr=0.5)
    np.testing.assert_array_equal(w, [[1.0], [3.5]])
    np.testing.assert_array_equal(b, [0.5])


def test_delta_rule_descends_half_the_squares():
    """The step is −lr times the derivative of ½ Σ e², which central differences give exactly but for rounding."""
    rng = np.random.default_rng(2)
    w, b, x, target = (rng.normal(size=shape).astype(np.longdouble) for shape in ((3, 2), (2,), (4, 3), (4, 2)))
    next_w, next_b = delta_rule_update(w, b, x, target, lr=1.0)
    # Rounding: a loss below 100 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-9.
    expected = differences(lambda v: np.sum((target - (x @ v + b)) ** 2) / 2, w)
    np.testing.assert_allclose(w - next_w, expected, rtol=0, atol=1e-9)
    expected = differences(lambda v: np.sum((target - (x @ w + v)) ** 2) / 2, b)
    np.testing.assert_allclose(b - next_b, expected, rtol=0, atol=1e-9)


@pytest.mark.parametrize(("error", "factor"), [("difference", 2), ("target", 1)])
def test_perceptron(error, factor):
    """0.5·2 − 1·1 + 0.25·4 = 1: with the bias −1.5 the output is −1, and the weights move towards a target of 1."""
    w, x = np.array([0.5, -1.0, 0.25]), np.array([2.0, 1.0, 4.0])
    moved, b = perceptron_update(w, np.array(-1.5), x, np.array(1.0), lr=0.5, error=error)
    np.testing.assert_array_equal(moved, w + factor * np.array([1.0, 0.5, 2.0]))
    assert b == -1.5 + factor * 0.5


def test_perceptron_on_the_line():
    """A sum of exactly 0 is of the class −1: a positive example teaches, a negative one does not."""
    w, x = np.zeros(2), np.array([1.0, 2.0])
    np.testing.assert_array_equal(perceptron_update(w, np.array(0.0), x, np.array(-1.0), lr=1.0)[0], w)
    np.testing.assert_array_equal(perceptron_update(w, np.array(0.0), x, np.array(1.0), lr=1.0)[0], 2 * x)
