"""The Gaussian error linear unit, held against tables of the normal distribution."""

import numpy as np
import pytest

from primcheck.reference.activation.gelu import gelu, gelu_backward

FORMS = ("exact", "tanh")


def test_exact() -> None:
    """Φ(1) is 0.84134…, so y is that at 1 and −(1 − Φ(1)) at −1; twice Φ(2) = 0.97724… is 1.95449…; to 18 digits."""
    y = gelu(np.array([-1.0, 0.0, 1.0, 2.0]))
    expected = [-0.158655253931457051, 0, 0.841344746068542949, 1.95449973610364159]
    np.testing.assert_allclose(y, expected, rtol=1e-15)


def test_tanh() -> None:
    """At 1 the tangent's argument is √(2/π)·1.044715 = 0.83356…, the tangent 0.68238…, y = ½(1 + 0.68238…)."""
    argument = 0.7978845608028653559 * 1.044715
    tangent = (np.exp(2 * argument) - 1) / (np.exp(2 * argument) + 1)
    y = gelu(np.array([-1.0, 0.0, 1.0]), form="tanh")
    np.testing.assert_allclose(y, [-(1 - tangent) / 2, 0, (1 + tangent) / 2], rtol=1e-14)
    np.testing.assert_allclose(y[2], 0.84119, atol=5e-6)


def test_forms_are_close_but_not_equal() -> None:
    """They differ by less than 5e-4, and by more than 4e-4 somewhere."""
    x = np.linspace(-5, 5, 1001)
    difference = np.abs(gelu(x) - gelu(x, form="tanh")).max()
    assert 4e-4 < difference < 5e-4


@pytest.mark.parametrize("form", FORMS)
def test_limits(form: str) -> None:
    """Far out y is x or 0, with slope 1 or 0; at 0 the slope is ½."""
    x = np.array([1000.0, -1000.0, 0.0])
    np.testing.assert_array_equal(gelu(x, form=form), [1000, 0, 0])
    np.testing.assert_array_equal(gelu_backward(np.array([3.0, 3.0, 3.0]), x, form=form), [3, 0, 1.5])
    assert gelu(np.array([np.inf]), form=form) == np.inf


def test_exact_gradient() -> None:
    """At 1: Φ(1) + φ(1) = 0.84134… + 0.24197…; at −1 both terms have the other sign's: 0.15865… − 0.24197…."""
    dx = gelu_backward(np.array([1.0, 2.0]), np.array([1.0, -1.0]))
    np.testing.assert_allclose(dx, [1.08331547058768630, 2 * -0.0833154705876862984], rtol=1e-14)


@pytest.mark.parametrize("form", FORMS)
def test_gradients_are_the_derivatives(form: str) -> None:
    """Central differences in extended precision."""
    x = np.linspace(-4, 4, 33).astype(np.longdouble)
    h = 2.0**-12
    expected = (gelu(x + h, form=form) - gelu(x - h, form=form)) / (2 * h)
    # The third derivative stays below 2: h²/3 = 2e-8. Rounding, 4·2.2e-16 over 2h, is far below.
    np.testing.assert_allclose(gelu_backward(np.ones_like(x), x, form=form), expected, rtol=0, atol=4e-8)


@pytest.mark.parametrize("form", FORMS)
def test_agrees_with_pytorch(form: str) -> None:
    """torch.nn.functional.gelu gives the same values and gradients, up to the cancellation in the left tail."""
    torch = pytest.importorskip("torch")
    x, dy = np.linspace(-6, 6, 101), np.random.default_rng(0).normal(size=101)
    tensor = torch.tensor(x, requires_grad=True)
    y = torch.nn.functional.gelu(tensor, approximate="none" if form == "exact" else "tanh")
    (dx,) = torch.autograd.grad(y, tensor, torch.tensor(dy))

    np.testing.assert_allclose(gelu(x, form=form), y.detach().numpy(), rtol=1e-14, atol=1e-14)
    np.testing.assert_allclose(gelu_backward(dy, x, form=form), dx.numpy(), rtol=1e-13, atol=1e-14)
