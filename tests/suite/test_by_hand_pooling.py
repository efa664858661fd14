"""Max and average pooling, forward and backward, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.pooling.avg_pool2d import avg_pool2d, avg_pool2d_backward
from primcheck.reference.pooling.max_pool2d import max_pool2d, max_pool2d_backward

IMAGE = [[1.0, 2.0, 3.0], [6.0, 5.0, 4.0], [7.0, 8.0, 0.0]]


def image(rows):
    """Return a batch of one image with one channel."""
    return np.array(rows, dtype=float)[np.newaxis, np.newaxis]


def test_max_pool_of_overlapping_windows():
    """Windows 1 2 6 5, 2 3 5 4, 6 5 7 8 and 5 4 8 0."""
    np.testing.assert_array_equal(max_pool2d(image(IMAGE), kernel=2, stride=1), image([[6, 5], [8, 8]]))


def test_max_pool_leaves_the_ragged_end_out():
    """Without a stride windows lie side by side: only one 2×2 window fits into 3×3."""
    np.testing.assert_array_equal(max_pool2d(image(IMAGE), kernel=2), image([[6]]))


def test_max_pool_of_an_oblong_kernel():
    """Kernel (1, 2) and stride (2, 1): rows 0 and 2, columns in pairs."""
    pooled = max_pool2d(image(IMAGE), kernel=(1, 2), stride=(2, 1))
    np.testing.assert_array_equal(pooled, image([[2, 3], [8, 8]]))


def test_max_pool_padding_never_wins():
    """A corner, two edges and the middle of an all-negative image: −1 | −2 −3 | −4 −7 | −5 −6 −8 −9."""
    x = image([[-1, -2, -3], [-4, -5, -6], [-7, -8, -9]])
    np.testing.assert_array_equal(max_pool2d(x, kernel=2, stride=2, padding=1), image([[-1, -2], [-4, -5]]))


def test_max_pool_of_nan_and_infinity():
    """A NaN is the maximum of its window; a window of nothing but −∞ has the maximum −∞."""
    x = image([[np.nan, 9.0, -np.inf, -np.inf]])
    np.testing.assert_array_equal(max_pool2d(x, kernel=(1, 2)), image([[np.nan, -np.inf]]))


def test_max_pool_backward_adds_what_an_element_wins():
    """6 wins dy 1, 5 wins 2, and 8 wins both 4 and 8."""
    dx = max_pool2d_backward(image([[1, 2], [4, 8]]), image(IMAGE), kernel=2, stride=1)
    np.testing.assert_array_equal(dx, image([[0, 0, 0], [1, 2, 0], [0, 12, 0]]))


def test_max_pool_backward_through_padding():
    """The windows of the padded all-negative image are won by −1, −2, −4 and −5."""
    x = image([[-1, -2, -3], [-4, -5, -6], [-7, -8, -9]])
    dx = max_pool2d_backward(image([[1, 2], [4, 8]]), x, kernel=2, stride=2, padding=1)
    np.testing.assert_array_equal(dx, image([[1, 2, 0], [4, 8, 0], [0, 0, 0]]))


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        # The two 5s of the window share dy = 6: the upper right one comes first row by row.
        ("first", [[0, 6], [0, 0]]),
        ("all", [[0, 6], [6, 0]]),
        ("split", [[0, 3], [3, 0]]),
    ],
)
def test_max_pool_backward_of_ties(ties, expected):
    """A window with two maxima, one to the right above, one to the left below."""
    dx = max_pool2d_backward(image([[6]]), image([[1, 5], [5, 1]]), kernel=2, ties=ties)
    np.testing.assert_array_equal(dx, image(expected))


@pytest.mark.parametrize("ties", ["first", "all", "split"])
def test_max_pool_backward_of_nan(ties):
    """The first NaN takes the gradient of its window, before any number and before other NaNs."""
    dx = max_pool2d_backward(image([[6]]), image([[9, np.nan], [np.nan, 9]]), kernel=2, ties=ties)
    np.testing.assert_array_equal(dx, image([[0, 6], [0, 0]]))


@pytest.mark.parametrize("ties", ["first", "all", "split"])
def test_max_pool_backward_of_infinite_windows(ties):
    """Windows − a and b − with padding at the ends: where a and b are −∞, they still win, and padding does not."""
    x = image([[-np.inf, -np.inf]])
    dx = max_pool2d_backward(image([[1.0, 2.0]]), x, kernel=(1, 2), stride=2, padding=(0, 1), ties=ties)
    np.testing.assert_array_equal(dx, image([[1.0, 2.0]]))


def test_avg_pool_of_overlapping_windows():
    """(1 + 2 + 6 + 5)/4, (2 + 3 + 5 + 4)/4, (6 + 5 + 7 + 8)/4 and (5 + 4 + 8 + 0)/4."""
    pooled = avg_pool2d(image(IMAGE), kernel=2, stride=1)
    np.testing.assert_array_equal(pooled, image([[3.5, 3.5], [6.5, 4.25]]))


def test_avg_pool_of_an_oblong_kernel():
    """Kernel (3, 1): the means of the columns."""
    np.testing.assert_allclose(avg_pool2d(image(IMAGE), kernel=(3, 1)), image([[14 / 3, 5, 7 / 3]]), rtol=1e-12)


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [
        # Windows 1 | 2 3 | 6 7 | 5 4 8 0, each with padding around it where it is not full.
        ("window", [[1 / 4, 5 / 4], [13 / 4, 17 / 4]]),
        ("valid", [[1, 5 / 2], [13 / 2, 17 / 4]]),
    ],
)
def test_avg_pool_divisor(divisor, expected):
    """A corner, two edges and a full window, with padding counted or not."""
    pooled = avg_pool2d(image(IMAGE), kernel=2, stride=2, padding=1, divisor=divisor)
    np.testing.assert_array_equal(pooled, image(expected))


def test_avg_pool_backward_adds_the_shares():
    """Quarters of dy = 4, 8, 16, 32: the middle cell lies in all windows, each edge in two, each corner in one."""
    dx = avg_pool2d_backward(image([[4, 8], [16, 32]]), image(IMAGE), kernel=2, stride=1)
    np.testing.assert_array_equal(dx, image([[1, 3, 2], [5, 15, 10], [4, 12, 8]]))


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [
        # dy / 4 each; or 4 over one cell, 8 and 16 over two, 32 over four.
        ("window", [[1, 2, 2], [4, 8, 8], [4, 8, 8]]),
        ("valid", [[4, 4, 4], [8, 8, 8], [8, 8, 8]]),
    ],
)
def test_avg_pool_backward_divisor(divisor, expected):
    """The same corner, edges and full window."""
    dy = image([[4, 8], [16, 32]])
    dx = avg_pool2d_backward(dy, image(IMAGE), kernel=2, stride=2, padding=1, divisor=divisor)
    np.testing.assert_array_equal(dx, image(expected))


def test_avg_pool_backward_leaves_the_ragged_end_without_gradient():
    """One 2×2 window in 3×3: the last row and column took no part."""
    dx = avg_pool2d_backward(image([[4]]), image(IMAGE), kernel=2)
    np.testing.assert_array_equal(dx, image([[1, 1, 0], [1, 1, 0], [0, 0, 0]]))


LAYOUTS = [
    dict(kernel=2),
    dict(kernel=3, stride=1, padding=1),
    dict(kernel=(2, 3), stride=(1, 2), padding=(1, 0)),
    dict(kernel=1, stride=2),
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_max_pool_backward_is_the_derivative(layout):
    """No two elements are nearer than 1, so no step changes a winner and central differences see a straight line."""
    rng = np.random.default_rng(4)
    x = rng.permutation(2 * 3 * 5 * 4).reshape(2, 3, 5, 4).astype(np.longdouble)
    dy = rng.normal(size=max_pool2d(x, **layout).shape).astype(np.longdouble)
    # Values up to 119 and steps of 1/8 add up exactly. Products with |dy| < 3 round at 3 · 119 · 2.2e-16 even without
    # extended precision; up to 120 windows, divided by 2h = 1/4: below 1e-10.
    expected = differences(lambda v: max_pool2d(v, **layout), x, dy)
    np.testing.assert_allclose(max_pool2d_backward(dy, x, **layout), expected, rtol=0, atol=1e-10)


@pytest.mark.parametrize("divisor", ["window", "valid"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_avg_pool_backward_is_the_derivative(layout, divisor):
    """Average pooling is linear, so central differences are exact but for rounding."""
    rng = np.random.default_rng(5)
    x = rng.integers(-9, 10, (2, 3, 5, 4)).astype(np.longdouble)
    dy = rng.normal(size=avg_pool2d(x, **layout).shape).astype(np.longdouble)
    # Means up to 9 times |dy| < 3 round at 27 · 2.2e-16; up to 120 windows, divided by 2h = 1/4: below 1e-11.
    expected = differences(lambda v: avg_pool2d(v, divisor=divisor, **layout), x, dy)
    dx = avg_pool2d_backward(dy, x, divisor=divisor, **layout)
    np.testing.assert_allclose(dx, expected, rtol=0, atol=1e-11)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_torch_agrees(layout):
    """PyTorch computes the same in float64; of equal maxima the first wins there too."""
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    x = np.random.default_rng(6).integers(-3, 4, (2, 3, 5, 4)).astype(float)
    options = {"kernel_size": layout["kernel"], "stride": layout.get("stride"), "padding": layout.get("padding", 0)}
    for ours, gradient, theirs in (
        (max_pool2d, max_pool2d_backward, lambda v: functional.max_pool2d(v, **options)),
        (avg_pool2d, avg_pool2d_backward, lambda v: functional.avg_pool2d(v, **options)),
        (
            lambda v, **kw: avg_pool2d(v, divisor="valid", **kw),
            lambda g, v, **kw: avg_pool2d_backward(g, v, divisor="valid", **kw),
            lambda v: functional.avg_pool2d(v, **options, count_include_pad=False),
        ),
    ):
        images = torch.tensor(x, requires_grad=True)
        result = theirs(images)
        dy = np.random.default_rng(7).normal(size=tuple(result.shape))
        result.backward(torch.tensor(dy))
        np.testing.assert_allclose(ours(x, **layout), result.detach().numpy(), rtol=1e-13)
        np.testing.assert_allclose(gradient(dy, x, **layout), images.grad.numpy(), rtol=1e-12, atol=1e-14)


def differences(function, x, dy, h=0.125):
    """Return d(Σ dy · function(x))/dx by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = np.sum(dy * (function(x + step) - function(x - step))) / (2 * h)
    return result
