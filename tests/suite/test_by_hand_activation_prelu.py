"""The parametric rectified linear unit worked by hand."""

import numpy as np
import pytest

from primcheck.reference.activation.prelu import prelu, prelu_backward

X = np.array([[-8.0, -2.0], [0.5, -1.0], [0.0, 3.0]])
DY = np.array([[1.0, 2.0], [3.0, 4.0], [8.0, 5.0]])
SLOPES = np.array([0.25, 2.0])


def test_a_slope_for_each_channel() -> None:
    """A quarter of −8 is −2, twice −2 and −1 are −4 and −2; ½, 0 and 3 stay."""
    np.testing.assert_array_equal(prelu(X, SLOPES), [[-2, -4], [0.5, -2], [0, 3]])


def test_one_slope_for_all() -> None:
    """Every negative element is halved, whatever its channel; an x without channels takes one slope too."""
    np.testing.assert_array_equal(prelu(X, np.array([0.5])), [[-4, -1], [0.5, -0.5], [0, 3]])
    np.testing.assert_array_equal(prelu(X[0], np.array([0.5])), [-4, -1])


def test_gradients() -> None:
    """Where x ≤ 0, dy meets the slope; the slopes get 1·(−8) + 8·0 = −8 and 2·(−2) + 4·(−1) = −8."""
    dx, dslope = prelu_backward(DY, X, SLOPES)
    np.testing.assert_array_equal(dx, [[0.25, 4], [3, 8], [2, 5]])
    np.testing.assert_array_equal(dslope, [-8, -8])

    dx, dslope = prelu_backward(DY, X, np.array([0.5]))
    np.testing.assert_array_equal(dx, [[0.5, 1], [3, 2], [4, 5]])
    np.testing.assert_array_equal(dslope, [-16])


@pytest.mark.parametrize("count", [1, 3])
def test_gradients_are_the_derivatives(count: int) -> None:
    """y is linear in x on each side of 0 and linear in the slopes, so central differences are exact but for rounding."""
    rng = np.random.default_rng(count)
    # No element comes within the step, 2⁻¹⁰, of the kink.
    x = (rng.uniform(0.1, 2, (2, 3, 2)) * rng.choice([-1, 1], (2, 3, 2))).astype(np.longdouble)
    dy, slope = rng.normal(size=(2, 3, 2)).astype(np.longdouble), rng.uniform(0, 1, count).astype(np.longdouble)
    dx, dslope = prelu_backward(dy, x, slope)

    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 2.0**-10
        difference = np.sum(dy * (prelu(x + step, slope) - prelu(x - step, slope))) * 2.0**9
        # Sums of 12 terms of size 1, times 2⁹: rounding leaves 512·12·1e-16 where longdouble is float64.
        np.testing.assert_allclose(difference, dx[index], rtol=0, atol=1e-12)
    for channel in range(count):
        step = np.zeros_like(slope)
        step[channel] = 2.0**-10
        difference = np.sum(dy * (prelu(x, slope + step) - prelu(x, slope - step))) * 2.0**9
        np.testing.assert_allclose(difference, dslope[channel], rtol=0, atol=1e-12)


@pytest.mark.parametrize("shape", [(4, 3), (2, 3, 4, 5)])
def test_agrees_with_pytorch(shape: tuple[int, ...]) -> None:
    """torch.nn.functional.prelu gives the same values and gradients, zeros included."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    x, dy, slope = np.round(rng.normal(size=shape), 1), rng.normal(size=shape), rng.normal(size=3)
    tensors = [torch.tensor(value, requires_grad=True) for value in (x, slope)]
    y = torch.nn.functional.prelu(*tensors)
    theirs = torch.autograd.grad(y, tensors, torch.tensor(dy))

    np.testing.assert_allclose(prelu(x, slope), y.detach().numpy(), rtol=1e-15)
    for mine, other in zip(prelu_backward(dy, x, slope), theirs, strict=True):
        np.testing.assert_allclose(mine, other.numpy(), rtol=1e-13)
