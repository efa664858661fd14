"""The losses of style transfer and their gradients, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.loss.content_loss import content_loss, content_loss_backward
from primcheck.reference.loss.gram_matrix import gram_matrix, gram_matrix_backward
from primcheck.reference.loss.style_loss import style_loss, style_loss_backward


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def wide(rng, *shape):
    """Return normal values in extended precision."""
    return rng.normal(size=shape).astype(np.longdouble)


@pytest.mark.parametrize(("scale", "factor"), [("half", 1 / 2), ("quarter_volume", 1 / 32), ("mean", 1 / 8)])
def test_content(scale, factor):
    """The differences 1, −2, 0, 3 and −1, 1, 4, 0 have squares that sum to 32; there are 2 · 2 · 2 elements."""
    content = np.array([[[1.0, 2.0], [0.0, -1.0]], [[3.0, 0.0], [-2.0, 5.0]]])
    generated = np.array([[[2.0, 0.0], [0.0, 2.0]], [[2.0, 1.0], [2.0, 5.0]]])
    assert content_loss(content, generated, scale=scale) == 32 * factor
    expected = 2 * factor * np.array([[[1.0, -2.0], [0.0, 3.0]], [[-1.0, 1.0], [4.0, 0.0]]])
    np.testing.assert_array_equal(content_loss_backward(content, generated, scale=scale), expected)


@pytest.mark.parametrize("scale", ["half", "quarter_volume", "mean"])
def test_content_backward_is_the_derivative(scale):
    """A parabola's central differences are exact but for rounding."""
    rng = np.random.default_rng(1)
    content, generated = wide(rng, 2, 2, 3), wide(rng, 2, 2, 3)
    expected = differences(lambda g: content_loss(content, g, scale=scale), generated)
    # Rounding: a loss below 50 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-10.
    np.testing.assert_allclose(content_loss_backward(content, generated, scale=scale), expected, rtol=0, atol=1e-10)


def test_content_of_torch():
    """The mean is PyTorch's mean squared error."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(2)
    content, generated = rng.normal(size=(3, 4, 5)), rng.normal(size=(3, 4, 5))
    leaf = torch.tensor(generated, requires_grad=True)
    loss = torch.nn.functional.mse_loss(leaf, torch.tensor(content))
    loss.backward()
    np.testing.assert_allclose(content_loss(content, generated, scale="mean"), loss.item(), rtol=1e-13)
    gradient = content_loss_backward(content, generated, scale="mean")
    np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-12, atol=1e-16)


# Channels (1, 2, 3, 0) and (−1, 0, 2, 1): products 14, 5 and 6.
FEATURES = np.array([[[1.0, 2.0], [3.0, 0.0]], [[-1.0, 0.0], [2.0, 1.0]]])


@pytest.mark.parametrize(("scale", "divisor"), [("none", 1), ("volume", 8)])
def test_gram_matrix(scale, divisor):
    """1 + 4 + 9 = 14, −1 + 6 = 5 and 1 + 4 + 1 = 6, over 2 · 2 · 2 elements or not."""
    np.testing.assert_array_equal(gram_matrix(FEATURES, scale=scale), np.array([[14.0, 5.0], [5.0, 6.0]]) / divisor)


@pytest.mark.parametrize(("scale", "divisor"), [("none", 1), ("volume", 8)])
def test_gram_matrix_backward(scale, divisor):
    """dy + dyᵀ is (2, 6; 6, −2): twice the first channel and six times the second, six times the first less two."""
    dy = np.array([[1.0, 2.0], [4.0, -1.0]])
    expected = np.array([[[-4.0, 4.0], [18.0, 6.0]], [[8.0, 12.0], [14.0, -2.0]]]) / divisor
    np.testing.assert_array_equal(gram_matrix_backward(dy, FEATURES, scale=scale), expected)


@pytest.mark.parametrize("scale", ["none", "volume"])
def test_gram_matrix_backward_is_the_derivative(scale):
    """A quadratic function's central differences are exact but for rounding."""
    rng = np.random.default_rng(3)
    dy, features = wide(rng, 2, 2), wide(rng, 2, 2, 3)
    expected = differences(lambda f: np.sum(dy * gram_matrix(f, scale=scale)), features)
    # Rounding: sums below 50 at 2.2e-16 even without extended precision, over 2h = 2^-12, stay below 1e-10.
    np.testing.assert_allclose(gram_matrix_backward(dy, features, scale=scale), expected, rtol=0, atol=1e-10)


@pytest.mark.parametrize(("scale", "divisor"), [("quarter_squared_volume", 256), ("mean", 4)])
def test_style(scale, divisor):
    """Gram matrices (14, 5; 5, 6) and (2, 0; 0, 4) differ by −12, −5, −5 and −2, whose squares sum to 198.

    The gradient is four times (−12, −5; −5, −2) times the channels (1, 0, −1, 0) and (0, 2, 0, 0).
    """
    generated = np.array([[[1.0, 0.0], [-1.0, 0.0]], [[0.0, 2.0], [0.0, 0.0]]])
    assert style_loss(FEATURES, generated, scale=scale) == 198 / divisor
    expected = np.array([[[-12.0, -10.0], [12.0, 0.0]], [[-5.0, -4.0], [5.0, 0.0]]]) * 4 / divisor
    np.testing.assert_array_equal(style_loss_backward(FEATURES, generated, scale=scale), expected)


def test_style_forgets_places():
    """The same positions in another order have the same Gram matrix: no loss, no gradient."""
    turned = FEATURES[:, ::-1, ::-1]
    assert style_loss(FEATURES, turned) == 0
    np.testing.assert_array_equal(style_loss_backward(FEATURES, turned), np.zeros_like(FEATURES))


@pytest.mark.parametrize("scale", ["quarter_squared_volume", "mean"])
def test_style_backward_is_the_derivative(scale):
    """The gradient agrees with central differences."""
    rng = np.random.default_rng(4)
    style, generated = wide(rng, 2, 2, 3), wide(rng, 2, 2, 3)
    expected = differences(lambda g: style_loss(style, g, scale=scale), generated)
    # Truncation: h²/6 · |third derivative| with h = 2^-13; the loss is a polynomial of degree 4 with a third derivative
    # of 24·|F| < 72 in each variable, times the scale, at most 1/4: below 1e-7.
    np.testing.assert_allclose(style_loss_backward(style, generated, scale=scale), expected, rtol=0, atol=1e-7)
