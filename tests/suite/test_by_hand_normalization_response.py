"""Local response normalization worked by hand, and its gradient against central differences."""

import numpy as np
import pytest

from primcheck.reference.normalization.local_response_norm import local_response_norm, local_response_norm_backward


def column(*values: float) -> np.ndarray:
    """Return one position of one image, one value per channel."""
    return np.array(values).reshape(1, -1, 1, 1)


@pytest.mark.parametrize(("alpha_over", "alpha"), [("size", 2.0), ("one", 1.0)])
def test_even_window(alpha_over: str, alpha: float) -> None:
    """A window of two is the channel and the one before: s is 3 + 1 = 4, 3 + 1 + 4 = 8 and 3 + 4 + 9 = 16."""
    options = dict(size=2, alpha=alpha, beta=1.0, k=3.0, alpha_over=alpha_over)

    np.testing.assert_array_equal(local_response_norm(column(1, 2, 3), **options), column(1 / 4, 2 / 8, 3 / 16))
    # dy/s is 1, 1, 1, dy·x/s² is ¼, ¼, 3/16; each channel is in its own window and in that of the one behind:
    # 1 − 2·1·(¼ + ¼) = 0, 1 − 2·2·(¼ + 3/16) = −¾, 1 − 2·3·3/16 = −⅛.
    dx = local_response_norm_backward(column(4, 8, 16), column(1, 2, 3), **options)
    np.testing.assert_array_equal(dx, column(0, -0.75, -0.125))


def test_odd_window() -> None:
    """A window of three around each channel, α = 3 over 3, k = 2: s is 2 + 1 + 1 = 4, 2 + 1 + 1 + 4 = 8, 2 + 1 + 4 = 7."""
    y = local_response_norm(column(1, -1, 2), size=3, alpha=3.0, beta=1.0, k=2.0)
    np.testing.assert_allclose(y, column(1 / 4, -1 / 8, 2 / 7), rtol=1e-12)


def test_exponent() -> None:
    """s = 7 + 3·3² / 3 = 16, and 16^¾ = 8."""
    y = local_response_norm(column(3, 0), size=3, alpha=3.0, beta=0.75, k=7.0)
    np.testing.assert_allclose(y, column(3 / 8, 0), rtol=1e-12)


@pytest.mark.parametrize("alpha_over", ["size", "one"])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_backward_is_the_derivative_of_the_forward(size: int, alpha_over: str) -> None:
    """Every partial derivative of Σ dy·y agrees with a central difference in extended precision."""
    rng = np.random.default_rng(3)
    x, dy = (rng.normal(size=(1, 5, 1, 2)).astype(np.longdouble) for _ in range(2))
    options = dict(size=size, alpha=0.7, beta=0.6, k=1.5, alpha_over=alpha_over)
    h, found = 1e-5, np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        ends = (np.sum(dy * local_response_norm(x + sign * step, **options)) for sign in (1, -1))
        found[index] = (next(ends) - next(ends)) / (2 * h)

    # The truncation error is h²/6 times a third derivative below 100: 2e-9.
    np.testing.assert_allclose(found, local_response_norm_backward(dy, x, **options), rtol=0, atol=2e-9)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_agrees_with_pytorch(size: int) -> None:
    """Values and gradients are PyTorch's in float64, for odd sizes and for even ones."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(4)
    x, dy = rng.normal(size=(2, 5, 3, 2)), rng.normal(size=(2, 5, 3, 2))
    theirs = torch.tensor(x, requires_grad=True)
    y = torch.nn.functional.local_response_norm(theirs, size, 0.7, 0.6, 1.5)

    options = dict(size=size, alpha=0.7, beta=0.6, k=1.5)
    np.testing.assert_allclose(local_response_norm(x, **options), y.detach().numpy(), rtol=1e-12)
    # Terms that nearly cancel leave rounding errors of 1e-16 times their size, which is below 10.
    gradient = torch.autograd.grad(y, theirs, torch.tensor(dy))[0].numpy()
    np.testing.assert_allclose(local_response_norm_backward(dy, x, **options), gradient, rtol=1e-12, atol=1e-14)
