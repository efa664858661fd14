"""The losses of style transfer and their gradients, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.loss.content_loss import content_loss, content_loss_backward


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
