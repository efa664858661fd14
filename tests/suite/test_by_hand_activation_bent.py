"""leaky relu, elu and selu, forward and backward, worked by hand."""

import math

import numpy as np
import pytest

from primcheck.reference.activation.elu import elu, elu_backward
from primcheck.reference.activation.leaky_relu import leaky_relu, leaky_relu_backward
from primcheck.reference.activation.selu import ALPHA, LAMBDA, selu, selu_backward

PAIRS = [(leaky_relu, leaky_relu_backward), (elu, elu_backward), (selu, selu_backward)]
HALVES = np.array([-np.log(2.0), -np.log(4.0), 0.0, 3.0])


def test_leaky_relu_shrinks_the_negative_side():
    """With slope 1/4, −8 and −2 become −2 and −1/2; the rest stays."""
    x = np.array([[-8.0, -2.0, 0.0], [0.5, 1.0, 3.0]])
    np.testing.assert_array_equal(leaky_relu(x, slope=0.25), [[-2.0, -0.5, 0.0], [0.5, 1.0, 3.0]])


def test_leaky_relu_above_one():
    """With slope 2 the sign of x still decides: −1 becomes −2, and 1 stays."""
    np.testing.assert_array_equal(leaky_relu(np.array([-1.0, 1.0]), slope=2.0), [-2.0, 1.0])


@pytest.mark.parametrize(("at_zero", "slope"), [("slope", 0.25), ("one", 1.0)])
def test_leaky_relu_backward_at_zero(at_zero, slope):
    """dy = 8 at x = −1 becomes 2, dy = −4 at x = 2 passes, and dy = 2 at 0 is multiplied by the slope there."""
    dx = leaky_relu_backward(np.array([8.0, 2.0, -4.0]), np.array([-1.0, 0.0, 2.0]), slope=0.25, at_zero=at_zero)
    np.testing.assert_array_equal(dx, [2.0, 2.0 * slope, -4.0])


def test_elu_of_logarithms():
    """With α = 4: 4(1/2 − 1) = −2 and 4(1/4 − 1) = −3; 0 and 3 stay."""
    np.testing.assert_allclose(elu(HALVES, alpha=4.0), [-2.0, -3.0, 0.0, 3.0], rtol=1e-12)


def test_elu_far_out():
    """Large values pass, very negative ones end at −α, without a warning; NaN stays."""
    with np.errstate(over="raise", invalid="raise"):
        y = elu(np.array([1000.0, -1000.0, np.inf, -np.inf, np.nan]), alpha=2.0)
    np.testing.assert_array_equal(y, [1000.0, -2.0, np.inf, -2.0, np.nan])


def test_elu_backward_of_logarithms():
    """With α = 4 the slopes are 4/2, 4/4, 4 at exactly 0, and 1."""
    dx = elu_backward(np.array([1.0, -2.0, 3.0, -5.0]), HALVES, alpha=4.0)
    np.testing.assert_allclose(dx, [2.0, -2.0, 12.0, -5.0], rtol=1e-12)


def test_selu_of_logarithms():
    """λα = 1.7580993408473766: half of it below 0 at −ln 2, three quarters at −ln 4; 0 stays and 3 becomes 3λ."""
    expected = [-0.8790496704236883, -1.3185745056355325, 0.0, 3.1521029620664415]
    np.testing.assert_allclose(selu(HALVES), expected, rtol=1e-12)


@pytest.mark.parametrize(("at_zero", "slope"), [("lambda_alpha", 1.7580993408473766), ("lambda", 1.0507009873554805)])
def test_selu_backward_of_logarithms(at_zero, slope):
    """The slopes are λα/2, λα/4, the one asked for at 0, and λ."""
    dx = selu_backward(np.array([2.0, 4.0, 1.0, 1.0]), HALVES, at_zero=at_zero)
    np.testing.assert_allclose(dx, [1.7580993408473766, 1.7580993408473766, slope, 1.0507009873554805], rtol=1e-12)


def test_selu_keeps_mean_and_variance():
    """A standard normal x gives mean 0 and variance 1: the equations that the two constants solve.

    With E[eᵏˣ; x < 0] = exp(k²/2) · Φ(−k): the mean is λ(φ(0) + α(√e · Φ(−1) − 1/2)),
    and the second moment λ²(1/2 + α²(e² · Φ(−2) − 2√e · Φ(−1) + 1/2)).
    """
    one, two = (math.exp(k * k / 2) * math.erfc(k / math.sqrt(2)) / 2 for k in (1, 2))
    assert abs(LAMBDA * (1 / math.sqrt(2 * math.pi) + ALPHA * (one - 0.5))) < 1e-15
    assert abs(LAMBDA**2 * (0.5 + ALPHA**2 * (two - 2 * one + 0.5)) - 1) < 1e-15


@pytest.mark.parametrize(("forward", "backward"), PAIRS, ids=lambda f: f.__name__)
def test_backward_is_the_derivative(forward, backward):
    """Away from the kink, central differences of the forward pass agree, element by element."""
    rng = np.random.default_rng(7)
    x, dy = (rng.normal(size=(4, 3)).astype(np.longdouble) for _ in "xy")
    x += np.sign(x) / 16
    h = np.longdouble(2.0**-13)
    # Truncation: h²/6 · |dy · y‴| with |dy| < 4 and |y‴| < 2 is below 2e-8, with h = 2^-13.
    # Rounding: a few 4.4e-16 · 4, divided by 2h = 2^-12, stay below 1e-10 even without extended precision.
    expected = dy * (forward(x + h) - forward(x - h)) / (2 * h)
    np.testing.assert_allclose(backward(dy, x), expected, rtol=0, atol=3e-8)


@pytest.mark.parametrize(("forward", "backward"), PAIRS, ids=lambda f: f.__name__)
def test_torch_agrees(forward, backward):
    """PyTorch computes the same in float64, at the kink too."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(8)
    x, dy = rng.integers(-6, 7, (4, 5, 6)) / 4.0, rng.normal(size=(4, 5, 6))
    scores = torch.tensor(x, requires_grad=True)
    result = getattr(torch.nn.functional, forward.__name__)(scores)
    result.backward(torch.tensor(dy))
    np.testing.assert_allclose(forward(x), result.detach().numpy(), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(backward(dy, x), scores.grad.numpy(), rtol=1e-12, atol=1e-15)
