"""The logarithm of softmax, forward and backward, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.activation.log_softmax import log_softmax, log_softmax_backward

LN2 = 0.6931471805599453


def test_log_softmax_of_logarithms():
    """The exponentials of these scores are 1, 2, 4 and 1, which sum to 8: y is −3, −2, −1 and −3 times ln 2."""
    x = np.log([[1.0, 2.0, 4.0, 1.0]])
    np.testing.assert_allclose(log_softmax(x), [[-3 * LN2, -2 * LN2, -LN2, -3 * LN2]], rtol=1e-12)


def test_log_softmax_down_the_columns():
    """By columns the exponentials are 1 and 3 of 4, and 2 and 2 of 4."""
    x = np.log([[1.0, 2.0], [3.0, 2.0]])
    expected = [[-2 * LN2, -LN2], [np.log(0.75), -LN2]]
    np.testing.assert_allclose(log_softmax(x, axis=0), expected, rtol=1e-12)


def test_log_softmax_keeps_what_softmax_loses():
    """A score 2,000 below the maximum has y = −2000, although its probability underflows to 0."""
    x = np.array([[1000.0, -1000.0], [-1000.0, -1000.0]])
    np.testing.assert_allclose(log_softmax(x), [[0.0, -2000.0], [-LN2, -LN2]], rtol=1e-12)


def test_log_softmax_of_masked_and_undefined_lines():
    """−∞ stays; a NaN, a +∞ or nothing but −∞ makes the whole line NaN."""
    x = np.array([[-np.inf, 2.0], [np.nan, 2.0], [np.inf, 2.0], [-np.inf, -np.inf]])
    np.testing.assert_array_equal(log_softmax(x), [[-np.inf, 0.0], [np.nan] * 2, [np.nan] * 2, [np.nan] * 2])


def test_log_softmax_backward_of_unequal_scores():
    """With p = (1/8, 2/8, 5/8) and dy = (8, 4, −4), which sum to 8: dx = dy − (1, 2, 5) = (7, 2, −9)."""
    dx = log_softmax_backward(np.array([8.0, 4.0, -4.0]), np.log([1.0, 2.0, 5.0]))
    np.testing.assert_allclose(dx, [7.0, 2.0, -9.0], rtol=1e-12)


def test_log_softmax_backward_down_the_columns():
    """p is (1/4, 3/4) with Σ dy = 12, so (4 − 3, 8 − 9); and (1/2, 1/2) with Σ dy = 2, so (2 − 1, 0 − 1)."""
    x = np.array([[0.0, 5.0], [np.log(3.0), 5.0]])
    dx = log_softmax_backward(np.array([[4.0, 2.0], [8.0, 0.0]]), x, axis=0)
    np.testing.assert_allclose(dx, [[1.0, 1.0], [-1.0, -1.0]], rtol=1e-12)


@pytest.mark.parametrize("axis", [-1, 0])
def test_backward_is_the_derivative(axis):
    """Central differences of the forward pass agree, element by element."""
    rng = np.random.default_rng(9)
    x, dy = (rng.normal(size=(3, 3)).astype(np.longdouble) for _ in "xy")
    h = 2.0**-13
    expected = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        change = log_softmax(x + step, axis=axis) - log_softmax(x - step, axis=axis)
        expected[index] = np.sum(dy * change) / (2 * h)
    # Truncation: h²/6 · |Σ dy · y‴| with |Σ dy| < 9 and |y‴| ≤ 1/8, h = 2^-13, is below 1e-8.
    # Rounding: nine terms of 3 · 1e-15, divided by 2h = 2^-12, stay below 2e-10 even without extended precision.
    np.testing.assert_allclose(log_softmax_backward(dy, x, axis=axis), expected, rtol=0, atol=1e-8)


@pytest.mark.parametrize("axis", [-1, 0, 1])
def test_torch_agrees(axis):
    """PyTorch computes the same in float64."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(10)
    x, dy = 3 * rng.normal(size=(4, 5, 6)), rng.normal(size=(4, 5, 6))
    scores = torch.tensor(x, requires_grad=True)
    result = torch.log_softmax(scores, axis)
    result.backward(torch.tensor(dy))
    np.testing.assert_allclose(log_softmax(x, axis=axis), result.detach().numpy(), rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(log_softmax_backward(dy, x, axis=axis), scores.grad.numpy(), rtol=1e-12, atol=1e-14)
