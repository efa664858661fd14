"""Convolutions, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.convolution.col2im import col2im
from primcheck.reference.convolution.conv2d import conv2d, conv2d_backward
from primcheck.reference.convolution.conv2d_cost import conv2d_cost
from primcheck.reference.convolution.im2col import im2col
from primcheck.reference.convolution.inception_block import inception_block
from primcheck.reference.convolution.residual_block import residual_block, residual_block_backward

X = np.array([[[[1.0, 2.0, 0.0], [-1.0, 3.0, 4.0], [2.0, 1.0, 5.0]]]])
W = np.array([[[[1.0, 2.0], [0.0, -1.0]]]])
DY = np.array([[[[1.0, 2.0], [4.0, -1.0]]]])
LAYOUTS = (
    dict(),
    dict(stride=2, padding=1),
    dict(stride=(1, 2), padding=(2, 0), dilation=(2, 1)),
    dict(groups=2, padding="same"),
)


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def layer(groups=1, **_):
    """Draw images, weights and biases that a stride does not divide, with H ≠ W and kh ≠ kw."""
    rng = np.random.default_rng(3)
    return [rng.normal(size=shape) for shape in ((2, 4, 6, 5), (6, 4 // groups, 3, 2), (6,))]


def test_conv2d():
    """1 + 4 − 3 and 2 − 4 above, −1 + 6 − 1 and 3 + 8 − 5 below; the kernel is not flipped, and the bias is 10."""
    np.testing.assert_array_equal(conv2d(X, W, np.array([10.0])), [[[[12.0, 8.0], [14.0, 16.0]]]])


def test_conv2d_strided_and_padded():
    """Windows start at −1 and 1: −1, then 2·0 − 0; −2 − 2, then 3 + 8 − 5."""
    y = conv2d(X, W, np.array([0.0]), stride=2, padding=1)
    np.testing.assert_array_equal(y, [[[[-1.0, 0.0], [-4.0, 6.0]]]])


def test_conv2d_dilated():
    """Taps two cells apart meet the four corners: 1 + 2·0 + 0·2 − 5."""
    np.testing.assert_array_equal(conv2d(X, W, np.array([0.0]), dilation=2), [[[[-4.0]]]])


def test_conv2d_in_groups():
    """Each of two outputs sees one of two channels: the second is turned in sign, its kernel doubled."""
    y = conv2d(np.concatenate([X, -X], axis=1), np.concatenate([W, 2 * W]), np.array([0.0, 1.0]), groups=2)
    np.testing.assert_array_equal(y[0], [[[2.0, -2.0], [4.0, 6.0]], [[-3.0, 5.0], [-7.0, -11.0]]])


@pytest.mark.parametrize(
    ("same_pad", "expected"),
    # An even kernel needs one cell: at the end it leaves the windows where they are without padding and adds a row and
    # a column behind them; at the start these come before.
    [
        ("end", [[2.0, -2.0, 0.0], [4.0, 6.0, 4.0], [4.0, 11.0, 5.0]]),
        ("start", [[-1.0, -2.0, 0.0], [3.0, 2.0, -2.0], [-4.0, 4.0, 6.0]]),
    ],
)
def test_conv2d_same(same_pad, expected):
    """At the end, the last column is 0, 4 and 5; at the start, the first row is −1, −2 and 0."""
    y = conv2d(X, W, np.array([0.0]), padding="same", same_pad=same_pad)
    np.testing.assert_array_equal(y, [[expected]])


def test_conv2d_same_with_a_stride():
    """Four cells, a kernel of 3 and a stride of 2 need (2 − 1)·2 + 3 − 4 = 1 cell, at the end: windows start at 0, 2."""
    x, w = np.array([[[[1.0, 2.0, 4.0, 8.0]]]]), np.ones((1, 1, 1, 3))
    y = conv2d(x, w, np.array([0.0]), padding="same", stride=(1, 2))
    np.testing.assert_array_equal(y, [[[[7.0, 12.0]]]])
    y = conv2d(x, w, np.array([0.0]), padding="same", stride=(1, 2), same_pad="start")
    np.testing.assert_array_equal(y, [[[[3.0, 14.0]]]])


@pytest.mark.parametrize(("batch", "divisor"), [("sum", 1), ("mean", 2)])
def test_conv2d_backward(batch, divisor):
    """Each dy sends the kernel back to its window; dw is the correlation of x with dy: 1 + 4 − 4 − 3, and so on.

    The same image twice doubles dw and db, and their mean is what one image gives.
    """
    dx, dw, db = conv2d_backward(np.repeat(DY, 2, axis=0), np.repeat(X, 2, axis=0), W, batch=batch)
    np.testing.assert_array_equal(dx[1:], [[[[1.0, 4.0, 4.0], [4.0, 6.0, -4.0], [0.0, -4.0, 1.0]]]])
    np.testing.assert_array_equal(dw, np.array([[[[-2.0, 10.0], [12.0, 10.0]]]]) * 2 / divisor)
    np.testing.assert_array_equal(db, np.array([6.0]) * 2 / divisor)


@pytest.mark.parametrize("same_pad", ["end", "start"])
@pytest.mark.parametrize("options", LAYOUTS, ids=str)
def test_conv2d_backward_is_the_derivative(options, same_pad):
    """A linear layer's central differences are exact but for rounding."""
    x, w, b = (array.astype(np.longdouble) for array in layer(**options))
    options = {**options, "same_pad": same_pad}
    dy = np.random.default_rng(4).normal(size=conv2d(x, w, b, **options).shape).astype(np.longdouble)
    # Rounding: sums below 1000 at 2.2e-16 even without extended precision, over 2h = 2^-12, stay below 1e-9.
    expected = (
        differences(lambda v: np.sum(dy * conv2d(v, w, b, **options)), x),
        differences(lambda v: np.sum(dy * conv2d(x, v, b, **options)), w),
        differences(lambda v: np.sum(dy * conv2d(x, w, v, **options)), b),
    )
    for gradient, numerical in zip(conv2d_backward(dy, x, w, **options), expected, strict=True):
        np.testing.assert_allclose(gradient, numerical, rtol=0, atol=1e-9)


@pytest.mark.parametrize("options", LAYOUTS, ids=str)
def test_conv2d_of_torch(options):
    """PyTorch computes the same, forward and backward."""
    torch = pytest.importorskip("torch")
    x, w, b = layer(**options)
    leaves = [torch.tensor(array, requires_grad=True) for array in (x, w, b)]
    y = torch.nn.functional.conv2d(*leaves, **options) if "same" not in str(options) else None
    if y is None:  # PyTorch says that an even kernel costs it a copy
        with pytest.warns(UserWarning, match="zero-padded copy"):
            y = torch.nn.functional.conv2d(*leaves, **options)
    np.testing.assert_allclose(conv2d(x, w, b, **options), y.detach().numpy(), rtol=1e-11, atol=1e-13)
    dy = np.random.default_rng(4).normal(size=tuple(y.shape))
    y.backward(torch.tensor(dy))
    for gradient, leaf in zip(conv2d_backward(dy, x, w, **options), leaves, strict=True):
        np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-11, atol=1e-12)


ROW = np.array([[[[1.0, -3.0, 2.0]]]])
BLOCK = [np.zeros((1, 1, 3, 3)), np.array([1.0]), np.zeros((1, 1, 3, 3)), np.array([-1.0])]
BLOCK[0][0, 0, 1, 1] = 1.0
BLOCK[2][0, 0, 1, 0] = 2.0


def test_residual_block():
    """The first layer adds 1 and cuts at 0: (2, 0, 3); the second doubles the left neighbour and takes 1 off."""
    np.testing.assert_array_equal(residual_block(ROW, *BLOCK), [[[[0.0, 0.0, 1.0]]]])


def test_residual_block_backward():
    """Only the last sum is positive: it sends 1 around, and 2 to its left neighbour, where the inner relu is off."""
    dx, dw1, db1, dw2, db2 = residual_block_backward(np.array([[[[4.0, 2.0, 1.0]]]]), ROW, *BLOCK)
    np.testing.assert_array_equal(dx, [[[[0.0, 0.0, 1.0]]]])
    np.testing.assert_array_equal(dw1, np.zeros((1, 1, 3, 3)))
    np.testing.assert_array_equal(dw2, [[[[0.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 0.0]]]])
    assert (db1.tolist(), db2.tolist()) == ([0.0], [1.0])


def drawn_block():
    """Draw images and the weights and biases of a block."""
    rng = np.random.default_rng(5)
    return [rng.normal(size=shape) for shape in ((2, 2, 3, 4), (2, 2, 3, 3), (2,), (2, 2, 3, 3), (2,))]


def test_residual_block_backward_is_the_derivative():
    """The block is linear between its kinks, so its central differences are exact but for rounding.

    No sum before a relu is nearer to 0 than a step of 2^-13 could move it.
    """
    arguments = [array.astype(np.longdouble) for array in drawn_block()]
    dy = np.random.default_rng(6).normal(size=arguments[0].shape).astype(np.longdouble)
    gradients = residual_block_backward(dy, *arguments)
    for k, gradient in enumerate(gradients):
        # Rounding: sums below 1000 at 2.2e-16 even without extended precision, over 2h = 2^-12, stay below 1e-9.
        expected = differences(
            lambda v, k=k: np.sum(dy * residual_block(*arguments[:k], v, *arguments[k + 1 :])), arguments[k]
        )
        np.testing.assert_allclose(gradient, expected, rtol=0, atol=1e-9)


def test_residual_block_of_torch():
    """PyTorch's convolution and relu, put together, give the same block and the same gradients."""
    torch = pytest.importorskip("torch")
    convolve, relu = torch.nn.functional.conv2d, torch.relu
    arrays = drawn_block()
    x, w1, b1, w2, b2 = leaves = [torch.tensor(array, requires_grad=True) for array in arrays]
    y = relu(x + convolve(relu(convolve(x, w1, b1, padding=1)), w2, b2, padding=1))
    np.testing.assert_allclose(residual_block(*arrays), y.detach().numpy(), rtol=1e-11, atol=1e-13)
    dy = np.random.default_rng(6).normal(size=tuple(y.shape))
    y.backward(torch.tensor(dy))
    for gradient, leaf in zip(residual_block_backward(dy, *arrays), leaves, strict=True):
        np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-11, atol=1e-12)


def test_inception_block():
    """2·x; the positive x from the left; the negative ones, turned, from the right; twice the largest neighbour."""
    left, right = np.zeros((1, 1, 3, 3)), np.zeros((1, 1, 5, 5))
    left[0, 0, 1, 0] = right[0, 0, 2, 3] = 1.0
    one = np.ones((1, 1, 1, 1))
    y = inception_block(np.array([[[[1.0, -2.0, 3.0]]]]), 2 * one, one, left, -one, right, 2 * one)
    np.testing.assert_array_equal(y[0, :, 0], [[2.0, 0.0, 6.0], [0.0, 1.0, 0.0], [2.0, 0.0, 0.0], [2.0, 6.0, 6.0]])


def test_inception_block_of_torch():
    """PyTorch's convolution, relu and pooling, put together, give the same block."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    shapes = ((2, 3, 4, 5), (2, 3, 1, 1), (2, 3, 1, 1), (4, 2, 3, 3), (1, 3, 1, 1), (2, 1, 5, 5), (3, 3, 1, 1))
    arrays = [rng.normal(size=shape) for shape in shapes]
    x, w1, w3r, w3, w5r, w5, wp = (torch.tensor(array) for array in arrays)

    def layer(images, w):
        return torch.relu(torch.nn.functional.conv2d(images, w, padding="same"))

    pooled = torch.nn.functional.max_pool2d(x, 3, 1, 1)
    y = torch.cat([layer(x, w1), layer(layer(x, w3r), w3), layer(layer(x, w5r), w5), layer(pooled, wp)], dim=1)
    np.testing.assert_allclose(inception_block(*arrays), y.numpy(), rtol=1e-11, atol=1e-13)


def test_conv2d_cost():
    """Szegedy's example: 28² · 32 results of 25 · 192 products, and a tenth of that through 16 channels."""
    same = dict(padding="same")
    shape, direct, parameters = conv2d_cost((1, 192, 28, 28), (32, 192, 5, 5), **same)
    assert (shape, direct, parameters) == ((1, 32, 28, 28), 120_422_400, 153_632)
    reduced = conv2d_cost((1, 192, 28, 28), (16, 192, 1, 1), **same)[1]
    assert reduced + conv2d_cost((1, 16, 28, 28), (32, 16, 5, 5), **same)[1] == 12_443_648


def test_conv2d_cost_of_a_strided_layer():
    """(8 − 3)/2 + 1 = 3 rows and (7 + 2 − 5)/2 + 1 = 3 columns; 2 · 6 · 9 results of 2 · 3 · 3 products; 108 + 6."""
    options = dict(stride=2, padding=(0, 1), dilation=(1, 2), groups=3)
    assert conv2d_cost((2, 6, 8, 7), (6, 2, 3, 3), **options) == ((2, 6, 3, 3), 108 * 18, 108 + 6)


def test_im2col():
    """The windows of X, one a row; with a stride of 2 and padding, the first sees nothing but the corner."""
    rows = [[1.0, 2.0, -1.0, 3.0], [2.0, 0.0, 3.0, 4.0], [-1.0, 3.0, 2.0, 1.0], [3.0, 4.0, 1.0, 5.0]]
    np.testing.assert_array_equal(im2col(X, kernel=2), rows)
    rows = [[0.0, 0.0, 0.0, 1.0], [0.0, 0.0, 2.0, 0.0], [0.0, -1.0, 0.0, 2.0], [3.0, 4.0, 1.0, 5.0]]
    np.testing.assert_array_equal(im2col(X, kernel=2, stride=2, padding=1), rows)
    two = np.concatenate([X[..., :1, :2], -X[..., :1, :2]], axis=1)
    np.testing.assert_array_equal(im2col(two, kernel=(1, 2)), [[1.0, 2.0, -1.0, -2.0]])


def test_col2im():
    """Overlaps add up, what lies on padding is dropped, and a cell that no window reaches is 0."""
    cols = np.array([[1.0, 2.0, 3.0, 4.0], [10.0, 20.0, 30.0, 40.0]])
    np.testing.assert_array_equal(col2im(cols, (1, 1, 2, 3), kernel=2), [[[[1.0, 12.0, 20.0], [3.0, 34.0, 40.0]]]])
    padded = col2im(cols, (1, 1, 1, 4), kernel=(1, 4), stride=(1, 2), padding=(0, 1))
    np.testing.assert_array_equal(padded, [[[[2.0, 13.0, 24.0, 30.0]]]])
    np.testing.assert_array_equal(
        col2im(cols, (1, 1, 2, 5), kernel=2, stride=2), [[[[1.0, 2.0, 10.0, 20.0, 0.0], [3.0, 4.0, 30.0, 40.0, 0.0]]]]
    )


@pytest.mark.parametrize("options", [dict(stride=2), dict(padding=(2, 0)), dict(stride=(3, 1), padding=1)], ids=str)
def test_windows_of_torch(options):
    """PyTorch's unfold and fold lay windows out as columns, an image at a time."""
    torch = pytest.importorskip("torch")
    x = np.random.default_rng(8).normal(size=(2, 3, 6, 7))
    unfolded = torch.nn.functional.unfold(torch.tensor(x), (3, 2), **options)
    cols = unfolded.transpose(1, 2).reshape(-1, 18).numpy()
    np.testing.assert_array_equal(im2col(x, kernel=(3, 2), **options), cols)
    folded = torch.nn.functional.fold(unfolded, (6, 7), (3, 2), **options)
    np.testing.assert_allclose(col2im(cols, x.shape, kernel=(3, 2), **options), folded.numpy(), rtol=1e-12)
