"""relu and softmax, forward and backward, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.activation.relu import relu, relu_backward
from primcheck.reference.activation.softmax import softmax, softmax_backward


def test_relu_keeps_the_positive_half():
    """Negative values become 0, the others stay."""
    x = np.array([[-2.0, -0.5, 0.0], [0.5, 1.0, 3.0]])
    np.testing.assert_array_equal(relu(x), [[0.0, 0.0, 0.0], [0.5, 1.0, 3.0]])


def test_relu_of_what_is_not_a_number():
    """NaN stays, −∞ becomes 0, ∞ stays."""
    np.testing.assert_array_equal(relu(np.array([np.nan, -np.inf, np.inf])), [np.nan, 0.0, np.inf])


@pytest.mark.parametrize(("at_zero", "slope"), [("zero", 0.0), ("one", 1.0), ("half", 0.5)])
def test_relu_backward_at_zero(at_zero, slope):
    """Gradients pass where x > 0; at x = 0, where dy is 2 and 4, they are multiplied by the slope."""
    x = np.array([[-1.0, 0.0, 2.0], [3.0, -4.0, 0.0]])
    dy = np.array([[8.0, 2.0, -4.0], [1.0, 2.0, 4.0]])
    expected = [[0.0, 2.0 * slope, -4.0], [1.0, 0.0, 4.0 * slope]]
    np.testing.assert_array_equal(relu_backward(dy, x, at_zero=at_zero), expected)


def test_relu_backward_defaults_to_slope_zero():
    """Without a word about it, the slope at 0 is 0."""
    np.testing.assert_array_equal(relu_backward(np.array([5.0]), np.array([0.0])), [0.0])


def test_softmax_of_logarithms():
    """The exponentials of these scores are 1, 2, 5 and 3, 4, 1; both rows sum to 8."""
    x = np.log([[1.0, 2.0, 5.0], [3.0, 4.0, 1.0]])
    np.testing.assert_allclose(softmax(x), [[1 / 8, 2 / 8, 5 / 8], [3 / 8, 4 / 8, 1 / 8]], rtol=1e-12)


def test_softmax_down_the_columns():
    """The same exponentials by columns: 1 and 3 of 4, 2 and 4 of 6, 5 and 1 of 6."""
    x = np.log([[1.0, 2.0, 5.0], [3.0, 4.0, 1.0]])
    np.testing.assert_allclose(softmax(x, axis=0), [[1 / 4, 1 / 3, 5 / 6], [3 / 4, 2 / 3, 1 / 6]], rtol=1e-12)


def test_softmax_does_not_mind_large_scores():
    """Adding 1,000 to a row changes nothing; a score 2,000 below the maximum has probability 0."""
    far = np.array([[1000.0, 1000.0], [-1000.0, -1000.0], [1000.0, -1000.0]])
    np.testing.assert_array_equal(softmax(far), [[0.5, 0.5], [0.5, 0.5], [1.0, 0.0]])


def test_softmax_of_masked_and_undefined_lines():
    """−∞ gets probability 0; a NaN, a +∞ or nothing but −∞ makes the whole line NaN."""
    x = np.array([[-np.inf, 2.0], [np.nan, 2.0], [np.inf, 2.0], [-np.inf, -np.inf]])
    np.testing.assert_array_equal(softmax(x), [[0.0, 1.0], [np.nan] * 2, [np.nan] * 2, [np.nan] * 2])


def test_softmax_backward_of_equal_scores():
    """Every y is 1/4 and Σ dy·y = 12/4 = 3, so dx = (dy − 3)/4."""
    dx = softmax_backward(np.array([[1.0, 2.0, 3.0, 6.0]]), np.zeros((1, 4)))
    np.testing.assert_array_equal(dx, [[-0.5, -0.25, 0.0, 0.75]])


def test_softmax_backward_of_unequal_scores():
    """With y = (1/8, 2/8, 5/8) and dy = (8, 4, 0): Σ dy·y = 1 + 1 + 0 = 2, so dx = (6/8, 4/8, −10/8)."""
    dx = softmax_backward(np.array([8.0, 4.0, 0.0]), np.log([1.0, 2.0, 5.0]))
    np.testing.assert_allclose(dx, [6 / 8, 4 / 8, -10 / 8], rtol=1e-12)


def test_softmax_backward_down_the_columns():
    """In column (1/4, 3/4) with dy = (4, 8): Σ = 1 + 6 = 7, dx = (−3/4, 3/4); column (1/2, 1/2), (2, 0): (1/2, −1/2)."""
    x = np.array([[0.0, 5.0], [np.log(3.0), 5.0]])
    dx = softmax_backward(np.array([[4.0, 2.0], [8.0, 0.0]]), x, axis=0)
    np.testing.assert_allclose(dx, [[-0.75, 0.5], [0.75, -0.5]], rtol=1e-12)


def test_relu_backward_is_the_derivative():
    """Away from 0 relu is a straight line, so central differences are exact but for rounding."""
    rng = np.random.default_rng(1)
    x = rng.choice([-1, 1], (3, 3)) * rng.uniform(0.5, 2, (3, 3)).astype(np.longdouble)
    dy = rng.normal(size=(3, 3)).astype(np.longdouble)
    # No step crosses 0. Rounding: nine terms of 6 · 2.2e-16 even without extended precision, divided by 2h = 2^-9,
    # stay below 1e-11.
    np.testing.assert_allclose(relu_backward(dy, x), differences(relu, x, dy, h=2.0**-10), rtol=0, atol=1e-11)


@pytest.mark.parametrize("axis", [-1, 0])
def test_softmax_backward_is_the_derivative(axis):
    """The gradient agrees with central differences along both axes."""
    rng = np.random.default_rng(2)
    x, dy = (rng.normal(size=(3, 3)).astype(np.longdouble) for _ in "xy")
    # Truncation: h²/6 · Σ |dy · y‴| over a line of three, with h = 2^-13, |dy| < 3 and |y‴| ≤ 1/8, is below 1e-8.
    # Rounding: nine terms of 3 · 2.2e-16, divided by 2h = 2^-12, stay below 1e-10 even without extended precision.
    expected = differences(lambda v: softmax(v, axis=axis), x, dy, h=2.0**-13)
    np.testing.assert_allclose(softmax_backward(dy, x, axis=axis), expected, rtol=0, atol=1e-8)


def test_torch_agrees():
    """PyTorch computes the same in float64, with the slope 0 at 0."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    x, dy = rng.integers(-3, 4, (4, 5, 6)) / 2.0, rng.normal(size=(4, 5, 6))
    for ours, gradient, theirs in (
        (relu, relu_backward, torch.relu),
        (softmax, softmax_backward, lambda v: torch.softmax(v, -1)),
        (lambda v: softmax(v, axis=1), lambda g, v: softmax_backward(g, v, axis=1), lambda v: torch.softmax(v, 1)),
    ):
        scores = torch.tensor(x, requires_grad=True)
        result = theirs(scores)
        result.backward(torch.tensor(dy))
        np.testing.assert_allclose(ours(x), result.detach().numpy(), rtol=1e-13)
        np.testing.assert_allclose(gradient(dy, x), scores.grad.numpy(), rtol=1e-12, atol=1e-15)


def differences(function, x, dy, h):
    """Return d(Σ dy · function(x))/dx by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = np.sum(dy * (function(x + step) - function(x - step))) / (2 * h)
    return result
