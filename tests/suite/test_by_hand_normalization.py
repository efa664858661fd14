"""Batch normalization worked by hand: small numbers whose roots are whole, and derivatives by central differences."""

from collections.abc import Callable

import numpy as np
import pytest

from primcheck.reference.normalization.batch_norm import batch_norm, batch_norm_backward, batch_norm_inference

# Two channels of two examples. Channel 0: mean (1 + 3)/2 = 2, deviations ∓1, variance 1. Channel 1: mean (7 + 5)/2 = 6,
# deviations ±1, variance 1. With ε = 3 both roots are √(1 + 3) = 2, so that x̂ is ∓½ and ±½.
X = np.array([[1.0, 7.0], [3.0, 5.0]])
GAMMA, BETA = np.array([4.0, -2.0]), np.array([10.0, 0.0])
RUNNING = np.array([0.0, 2.0]), np.array([5.0, 3.0])

# One channel, two images of 1×2: the values 1, 3, 1, 3 have mean 2 and variance 1.
IMAGES = np.array([[[[1.0, 3.0]]], [[[1.0, 3.0]]]])
LAYOUTS = (((4, 3), 3, "channel"), ((2, 3, 2, 2), 3, "channel"), ((3, 2, 1, 2), 4, "feature"))


def test_training() -> None:
    """The output is γ·x̂ + β, the running values are a quarter old and three quarters new."""
    y, mean, var = batch_norm(X, GAMMA, BETA, *RUNNING, momentum=0.25, eps=3.0)

    # 4·(−½) + 10 = 8 and 4·½ + 10 = 12; −2·½ + 0 = −1 and −2·(−½) + 0 = 1.
    np.testing.assert_array_equal(y, [[8, -1], [12, 1]])
    # ¼·0 + ¾·2 = 1.5 and ¼·2 + ¾·6 = 5.
    np.testing.assert_array_equal(mean, [1.5, 5])
    # ¼·5 + ¾·1 = 2 and ¼·3 + ¾·1 = 1.5.
    np.testing.assert_array_equal(var, [2, 1.5])


def test_training_with_the_unbiased_variance() -> None:
    """Only running_var sees it: (1 + 1)/(2 − 1) = 2 in place of 1."""
    y, mean, var = batch_norm(X, GAMMA, BETA, *RUNNING, momentum=0.25, eps=3.0, running="unbiased")

    np.testing.assert_array_equal(y, [[8, -1], [12, 1]])
    np.testing.assert_array_equal(mean, [1.5, 5])
    # ¼·5 + ¾·2 = 2.75 and ¼·3 + ¾·2 = 2.25.
    np.testing.assert_array_equal(var, [2.75, 2.25])


def test_training_with_the_momentum_of_the_new_value() -> None:
    """The weights change places: three quarters old, a quarter new."""
    y, mean, var = batch_norm(X, GAMMA, BETA, *RUNNING, momentum=0.25, eps=3.0, momentum_of="new")

    np.testing.assert_array_equal(y, [[8, -1], [12, 1]])
    # ¾·0 + ¼·2 = 0.5 and ¾·2 + ¼·6 = 3; ¾·5 + ¼·1 = 4 and ¾·3 + ¼·1 = 2.5.
    np.testing.assert_array_equal(mean, [0.5, 3])
    np.testing.assert_array_equal(var, [4, 2.5])


def test_training_on_images() -> None:
    """All four positions share mean 2 and variance 1; with ε = 3, γ = 4 and β = 1, y is 4·(∓½) + 1."""
    y, mean, var = batch_norm(IMAGES, np.array([4.0]), np.array([1.0]), np.zeros(1), np.zeros(1), momentum=0.5, eps=3.0)

    np.testing.assert_array_equal(y, [[[[-1, 3]]], [[[-1, 3]]]])
    np.testing.assert_array_equal(mean, [1])
    np.testing.assert_array_equal(var, [0.5])


def test_training_on_images_feature_by_feature() -> None:
    """Each position stands alone: 1, 1 has mean 1, and 3, 3 has mean 3, both without variance; y is β."""
    beta = np.array([1.0, -1.0])
    y, mean, var = batch_norm(
        IMAGES, np.array([4.0, 4.0]), beta, np.zeros(2), np.ones(2), momentum=0.5, eps=3.0, axes="feature"
    )

    np.testing.assert_array_equal(y, [[[[1, -1]]], [[[1, -1]]]])
    np.testing.assert_array_equal(mean, [0.5, 1.5])
    np.testing.assert_array_equal(var, [0.5, 0.5])


def test_inference() -> None:
    """Means 0 and 2, roots √(13 + 3) = 4 and √(1 + 3) = 2: x̂ is ¼, ¾ and 5/2, 3/2."""
    y = batch_norm_inference(X, GAMMA, BETA, np.array([0.0, 2.0]), np.array([13.0, 1.0]), eps=3.0)

    # 4·¼ + 10 = 11 and 4·¾ + 10 = 13; −2·5/2 = −5 and −2·3/2 = −3.
    np.testing.assert_array_equal(y, [[11, -5], [13, -3]])


def test_inference_feature_by_feature() -> None:
    """The two positions have means 1 and 2 and roots √(1 + 3) = 2 and √(13 + 3) = 4: x̂ is 0 and ¼."""
    running = np.array([1.0, 2.0]), np.array([1.0, 13.0])
    y = batch_norm_inference(IMAGES, np.array([4.0, 8.0]), np.array([5.0, 6.0]), *running, eps=3.0, axes="feature")

    # 4·0 + 5 = 5 and 8·¼ + 6 = 8.
    np.testing.assert_array_equal(y, [[[[5, 8]]], [[[5, 8]]]])


def test_backward() -> None:
    """With ε = 3, x̂ = (∓½, ±½), and dy = (1, 0), (0, 4)."""
    dx, dgamma, dbeta = batch_norm_backward(np.array([[1.0, 0.0], [0.0, 4.0]]), X, GAMMA, eps=3.0)

    # dβ = 1 + 0 and 0 + 4; dγ = 1·(−½) and 4·(−½).
    np.testing.assert_array_equal(dbeta, [1, 4])
    np.testing.assert_array_equal(dgamma, [-0.5, -2])
    # Channel 0: γ/2 = 2 times dy − ½ − x̂·(−¼) = 1 − ½ − ⅛ = ⅜ and 0 − ½ + ⅛ = −⅜.
    # Channel 1: γ/2 = −1 times dy − 2 − x̂·(−1) = 0 − 2 + ½ = −3/2 and 4 − 2 − ½ = 3/2.
    np.testing.assert_array_equal(dx, [[0.75, 1.5], [-0.75, -1.5]])


def test_backward_feature_by_feature() -> None:
    """No position varies over the batch, so that x̂ = 0; with ε = 4, dx is γ/2 times dy minus its mean."""
    dy = np.array([[[[1.0, 0.0]]], [[[0.0, 4.0]]]])
    dx, dgamma, dbeta = batch_norm_backward(dy, IMAGES, np.array([2.0, 6.0]), eps=4.0, axes="feature")

    # γ/2 = 1 times 1 − ½ and 0 − ½; γ/2 = 3 times 0 − 2 and 4 − 2.
    np.testing.assert_array_equal(dx, [[[[0.5, -6]]], [[[-0.5, 6]]]])
    np.testing.assert_array_equal(dgamma, [0, 0])
    np.testing.assert_array_equal(dbeta, [1, 4])


@pytest.mark.parametrize(("shape", "length", "axes"), LAYOUTS)
def test_backward_is_the_derivative_of_the_forward(shape: tuple[int, ...], length: int, axes: str) -> None:
    """Every partial derivative of Σ dy·y agrees with a central difference in extended precision."""
    rng = np.random.default_rng(7)
    x, dy = (rng.normal(size=shape).astype(np.longdouble) for _ in range(2))
    gamma, beta = (rng.normal(size=length).astype(np.longdouble) for _ in range(2))

    def loss(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray) -> np.longdouble:
        running = np.zeros_like(beta), np.ones_like(beta)
        return np.sum(dy * batch_norm(x, gamma, beta, *running, eps=0.1, axes=axes)[0])

    dx, dgamma, dbeta = batch_norm_backward(dy, x, gamma, eps=0.1, axes=axes)

    # The truncation error is h²/6 times a third derivative, and x̂'s are below 10/√ε³ < 400: 7e-9 for h = 1e-5. The
    # rounding error is 1e-19/h where longdouble is longer than float64, 1e-16/h = 1e-11 where it is not.
    for array, gradient in ((x, dx), (gamma, dgamma), (beta, dbeta)):
        np.testing.assert_allclose(differences(lambda: loss(x, gamma, beta), array, 1e-5), gradient, rtol=0, atol=1e-8)


def differences(function: Callable[[], np.longdouble], array: np.ndarray, h: float) -> np.ndarray:
    """Return the central differences of a function of an array, which is changed in place and put back."""
    result = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        value = array[index]
        array[index] = value + h
        above = function()
        array[index] = value - h
        result[index] = (above - function()) / (2 * h)
        array[index] = value
    return result


@pytest.mark.parametrize("shape", [(6, 3), (4, 3, 2, 5)])
def test_agrees_with_pytorch(shape: tuple[int, ...]) -> None:
    """Training, inference and gradients are PyTorch's in float64, with its unbiased variance and its momentum."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(8)
    x, dy = rng.normal(3, 2, shape), rng.normal(size=shape)
    gamma, beta, mean, var = (rng.uniform(0.5, 2, 3) for _ in range(4))
    ours = batch_norm(x, gamma, beta, mean, var, momentum=0.3, running="unbiased", momentum_of="new")
    tensors = [torch.tensor(array, requires_grad=True) for array in (x, gamma, beta)]
    running = torch.tensor(mean), torch.tensor(var)
    y = torch.nn.functional.batch_norm(tensors[0], *running, *tensors[1:], training=True, momentum=0.3, eps=1e-5)
    gradients = torch.autograd.grad(y, tensors, torch.tensor(dy))
    running_before = torch.tensor(mean), torch.tensor(var)
    inference = torch.nn.functional.batch_norm(tensors[0], *running_before, *tensors[1:], training=False, eps=1e-5)

    # Sums of 40 terms in another order: 40 roundings of 1e-16, some cancellation.
    for mine, theirs in zip(ours, (y, *running), strict=True):
        np.testing.assert_allclose(mine, theirs.detach().numpy(), rtol=1e-12, atol=1e-13)
    for mine, theirs in zip(batch_norm_backward(dy, x, gamma), gradients, strict=True):
        np.testing.assert_allclose(mine, theirs.numpy(), rtol=1e-12, atol=1e-13)
    mine = batch_norm_inference(x, gamma, beta, mean, var)
    np.testing.assert_allclose(mine, inference.detach().numpy(), rtol=1e-12, atol=1e-13)
