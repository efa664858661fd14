"""sigmoid, tanh and their smooth relatives, forward and backward, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.activation.sigmoid import sigmoid, sigmoid_backward
from primcheck.reference.activation.silu import silu, silu_backward
from primcheck.reference.activation.softplus import softplus, softplus_backward
from primcheck.reference.activation.tanh import tanh, tanh_backward

PAIRS = [(sigmoid, sigmoid_backward), (tanh, tanh_backward), (softplus, softplus_backward), (silu, silu_backward)]


def test_sigmoid_of_logarithms():
    """e⁻ˣ of ln 3, −ln 3, ln 7 and 0 is 1/3, 3, 1/7 and 1: y is 3/4, 1/4, 7/8 and 1/2."""
    x = np.array([np.log(3.0), -np.log(3.0), np.log(7.0), 0.0])
    np.testing.assert_allclose(sigmoid(x), [3 / 4, 1 / 4, 7 / 8, 1 / 2], rtol=1e-12)


def test_sigmoid_far_out():
    """At ±1000 and ±∞ it is 1 and 0, without a warning; NaN stays."""
    with np.errstate(over="raise", invalid="raise"):
        y = sigmoid(np.array([1000.0, -1000.0, np.inf, -np.inf, np.nan]))
    np.testing.assert_array_equal(y, [1.0, 0.0, 1.0, 0.0, np.nan])


def test_sigmoid_backward_of_logarithms():
    """y is 1/2, 3/4 and 1/4, so the slopes are 1/4, 3/16 and 3/16; dy is 4, 16 and −32."""
    x = np.array([0.0, np.log(3.0), -np.log(3.0)])
    np.testing.assert_allclose(sigmoid_backward(np.array([4.0, 16.0, -32.0]), x), [1.0, 3.0, -6.0], rtol=1e-12)


def test_tanh_of_logarithms():
    """e²ˣ of ln 2, −ln 2, ln 3 and 0 is 4, 1/4, 9 and 1: y = (e²ˣ − 1)/(e²ˣ + 1) is 3/5, −3/5, 4/5 and 0."""
    x = np.array([np.log(2.0), -np.log(2.0), np.log(3.0), 0.0])
    np.testing.assert_allclose(tanh(x), [3 / 5, -3 / 5, 4 / 5, 0.0], rtol=1e-12)


def test_tanh_far_out():
    """At ±1000 and ±∞ it is ±1, without a warning; NaN stays."""
    with np.errstate(over="raise", invalid="raise"):
        y = tanh(np.array([1000.0, -1000.0, np.inf, -np.inf, np.nan]))
    np.testing.assert_array_equal(y, [1.0, -1.0, 1.0, -1.0, np.nan])


def test_tanh_backward_of_logarithms():
    """y is 0, 3/5 and −4/5, so the slopes are 1, 16/25 and 9/25; dy is 5, 25 and −50."""
    x = np.array([0.0, np.log(2.0), -np.log(3.0)])
    np.testing.assert_allclose(tanh_backward(np.array([5.0, 25.0, -50.0]), x), [5.0, 16.0, -18.0], rtol=1e-12)


def test_softplus_of_logarithms():
    """1 + eˣ of 0, ln 3, ln 7 and −ln 4 is 2, 4, 8 and 5/4: y is ln 2, 2 ln 2, 3 ln 2 and ln 1.25."""
    y = softplus(np.array([0.0, np.log(3.0), np.log(7.0), -np.log(4.0)]))
    ln2 = 0.6931471805599453
    np.testing.assert_allclose(y, [ln2, 2 * ln2, 3 * ln2, 0.22314355131420976], rtol=1e-12)


def test_softplus_far_out():
    """Large values pass, very negative ones end at 0, without a warning; NaN stays."""
    with np.errstate(over="raise", invalid="raise"):
        y = softplus(np.array([1000.0, -1000.0, np.inf, -np.inf, np.nan]))
    np.testing.assert_array_equal(y, [1000.0, 0.0, np.inf, 0.0, np.nan])


def test_softplus_backward_of_logarithms():
    """The slopes 1/(1 + e⁻ˣ) at 0, ln 3 and −ln 3 are 1/2, 3/4 and 1/4; dy is 4, 16 and −32."""
    x = np.array([0.0, np.log(3.0), -np.log(3.0)])
    np.testing.assert_allclose(softplus_backward(np.array([4.0, 16.0, -32.0]), x), [2.0, 12.0, -8.0], rtol=1e-12)


def test_silu_of_logarithms():
    """The sigmoids of 0, ln 3 and −ln 3 are 1/2, 3/4 and 1/4; ln 3 is 1.0986122886681098."""
    y = silu(np.array([0.0, np.log(3.0), -np.log(3.0)]))
    np.testing.assert_allclose(y, [0.0, 0.8239592165010823, -0.27465307216702745], rtol=1e-12)


def test_silu_far_out():
    """Large values pass, very negative ones end at 0, without a warning; NaN stays."""
    with np.errstate(over="raise", invalid="raise"):
        y = silu(np.array([1000.0, -1000.0, np.inf, np.nan]))
    np.testing.assert_array_equal(y, [1000.0, 0.0, np.inf, np.nan])


def test_silu_backward_of_logarithms():
    """At 0 the slope is 1/2, at ln 3 it is 3/4 · (1 + ln 3 / 4) = 0.9559898041252706; dy is 4 and 1."""
    dx = silu_backward(np.array([4.0, 1.0]), np.array([0.0, np.log(3.0)]))
    np.testing.assert_allclose(dx, [2.0, 0.9559898041252706], rtol=1e-12)


@pytest.mark.parametrize(("forward", "backward"), PAIRS, ids=lambda f: f.__name__)
def test_backward_is_the_derivative(forward, backward):
    """Central differences of the forward pass agree, element by element, away from 0 and on both sides of it."""
    rng = np.random.default_rng(5)
    x, dy = (rng.normal(size=(4, 3)).astype(np.longdouble) for _ in "xy")
    x += np.sign(x) / 16
    h = np.longdouble(2.0**-13)
    # Truncation: h²/6 · |dy · y‴| with |dy| < 4 and |y‴| ≤ 4 is below 5e-8, with h = 2^-13.
    # Rounding: a few 2.2e-16, divided by 2h = 2^-12, stay below 1e-10 even without extended precision.
    expected = dy * (forward(x + h) - forward(x - h)) / (2 * h)
    np.testing.assert_allclose(backward(dy, x), expected, rtol=0, atol=1e-7)


@pytest.mark.parametrize(("forward", "backward"), PAIRS, ids=lambda f: f.__name__)
def test_torch_agrees(forward, backward):
    """PyTorch computes the same in float64."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(6)
    x, dy = 3 * rng.normal(size=(4, 5, 6)), rng.normal(size=(4, 5, 6))
    scores = torch.tensor(x, requires_grad=True)
    offered = {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softplus": torch.nn.functional.softplus,
        "silu": torch.nn.functional.silu,
    }
    result = offered[forward.__name__](scores)
    result.backward(torch.tensor(dy))
    np.testing.assert_allclose(forward(x), result.detach().numpy(), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(backward(dy, x), scores.grad.numpy(), rtol=1e-11, atol=1e-15)
