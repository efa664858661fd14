"""Transposed convolution, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.convolution.conv_transpose2d import conv_transpose2d, conv_transpose2d_backward

W = np.array([[[[1.0, 2.0], [0.0, -1.0]]]])
SMALL = np.array([[[[1.0, 2.0], [3.0, -1.0]]]])
SPREAD = np.array([[[[1.0, 0.0, 2.0], [-1.0, 3.0, 0.0], [0.0, 1.0, 1.0]]]])


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def test_conv_transpose2d():
    """Kernels (1, 2; 0, −1) times 1, 2, 3 and −1 are laid down one cell apart, and then two; padding cuts the border."""
    full = np.array([[[[1.0, 4.0, 4.0], [3.0, 4.0, -4.0], [0.0, -3.0, 1.0]]]])
    np.testing.assert_array_equal(conv_transpose2d(SMALL, W, np.array([10.0])), full + 10)
    np.testing.assert_array_equal(conv_transpose2d(SMALL, W, np.array([0.0]), padding=1), [[[[4.0]]]])
    apart = [[1.0, 2.0, 2.0, 4.0], [0.0, -1.0, 0.0, -2.0], [3.0, 6.0, -1.0, -2.0], [0.0, -3.0, 0.0, 1.0]]
    np.testing.assert_array_equal(conv_transpose2d(SMALL, W, np.array([0.0]), stride=2), [[apart]])
    more = conv_transpose2d(SMALL, W, np.array([5.0]), stride=2, padding=1, output_padding=(0, 1))
    np.testing.assert_array_equal(more, [[[[4.0, 5.0, 3.0], [11.0, 4.0, 3.0]]]])


def test_conv_transpose2d_backward():
    """dx[0, 0] = 1 + 0 + 0 − 3, and so on; dw[0, 0] = 1 + 0 − 3 − 3; the sum of dy is 7."""
    dx, dw, db = conv_transpose2d_backward(SPREAD, SMALL, W)
    np.testing.assert_array_equal(dx, [[[[-2.0, 4.0], [4.0, 2.0]]]])
    np.testing.assert_array_equal(dw, [[[[-5.0, 13.0], [4.0, 5.0]]]])
    np.testing.assert_array_equal(db, [7.0])


TRANSPOSED = (dict(), dict(stride=(3, 2), padding=(0, 1), output_padding=(2, 1)), dict(padding=(2, 1)))


def drawn_layer():
    """Draw images, weights (C, O, kh, kw) and biases."""
    rng = np.random.default_rng(9)
    return [rng.normal(size=shape) for shape in ((2, 3, 3, 2), (3, 2, 4, 3), (2,))]


@pytest.mark.parametrize("options", TRANSPOSED, ids=str)
def test_conv_transpose2d_backward_is_the_derivative(options):
    """A linear layer's central differences are exact but for rounding."""
    x, w, b = (array.astype(np.longdouble) for array in drawn_layer())
    dy = np.random.default_rng(4).normal(size=conv_transpose2d(x, w, b, **options).shape).astype(np.longdouble)
    # Rounding: sums below 1000 at 2.2e-16 even without extended precision, over 2h = 2^-12, stay below 1e-9.
    expected = (
        differences(lambda v: np.sum(dy * conv_transpose2d(v, w, b, **options)), x),
        differences(lambda v: np.sum(dy * conv_transpose2d(x, v, b, **options)), w),
        differences(lambda v: np.sum(dy * conv_transpose2d(x, w, v, **options)), b),
    )
    for gradient, numerical in zip(conv_transpose2d_backward(dy, x, w, **options), expected, strict=True):
        np.testing.assert_allclose(gradient, numerical, rtol=0, atol=1e-9)


@pytest.mark.parametrize("options", TRANSPOSED, ids=str)
def test_conv_transpose2d_of_torch(options):
    """PyTorch computes the same, forward and backward."""
    torch = pytest.importorskip("torch")
    arrays = drawn_layer()
    leaves = [torch.tensor(array, requires_grad=True) for array in arrays]
    y = torch.nn.functional.conv_transpose2d(*leaves, **options)
    np.testing.assert_allclose(conv_transpose2d(*arrays, **options), y.detach().numpy(), rtol=1e-11, atol=1e-13)
    dy = np.random.default_rng(4).normal(size=tuple(y.shape))
    y.backward(torch.tensor(dy))
    for gradient, leaf in zip(conv_transpose2d_backward(dy, *arrays[:2], **options), leaves, strict=True):
        np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-11, atol=1e-12)
