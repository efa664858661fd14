"""Layer, group, instance and RMS normalization worked by hand; gradients against central differences and PyTorch."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from primcheck.reference.normalization.group_norm import group_norm, group_norm_backward
from primcheck.reference.normalization.instance_norm import instance_norm, instance_norm_backward
from primcheck.reference.normalization.layer_norm import layer_norm, layer_norm_backward
from primcheck.reference.normalization.rms_norm import rms_norm, rms_norm_backward

# Rows of mean 2 and variance 1 and 13: with ε = 3 the roots are √(1 + 3) = 2 and √(13 + 3) = 4, so that x̂ is
# (−½, ½, −½, ½) and (5, −5, 1, −1)/4.
X = np.array([[1.0, 3.0, 1.0, 3.0], [7.0, -3.0, 3.0, 1.0]])
GAMMA, BETA = np.array([2.0, -4.0, 1.0, 8.0]), np.array([0.0, 1.0, -0.5, 0.25])
DY = np.array([[2.0, 0.0, 4.0, 0.0], [0.0, 1.0, 0.0, 1.0]])

BACKWARDS = [
    (layer_norm, layer_norm_backward, (3, 4), {}),
    (layer_norm, layer_norm_backward, (2, 2, 3), {}),
    (group_norm, group_norm_backward, (2, 6), {"groups": 2}),
    (group_norm, group_norm_backward, (2, 4, 1, 3), {"groups": 2}),
    (instance_norm, instance_norm_backward, (2, 2, 2, 3), {}),
    (rms_norm, rms_norm_backward, (3, 4), {}),
    (rms_norm, rms_norm_backward, (2, 2, 3), {}),
]


def test_layer_norm() -> None:
    """γ·x̂ + β, element by element."""
    y = layer_norm(X, GAMMA, BETA, eps=3.0)
    np.testing.assert_array_equal(y, [[-1, -1, -1, 4.25], [2.5, 6, -0.25, -1.75]])


def test_layer_norm_backward() -> None:
    """δ = γ·dy is (4, 0, 4, 0) and (0, −4, 0, 8)."""
    dx, dgamma, dbeta = layer_norm_backward(DY, X, GAMMA, eps=3.0)

    # Means of δ: 2 and 1. Means of δ·x̂: (−2 − 2)/4 = −1 and (5 − 2)/4 = ¾.
    # Row 0: (4 − 2 − ½)/2 = ¾ and (0 − 2 + ½)/2 = −¾, twice.
    # Row 1: (0 − 1 − 15/16)/4, (−4 − 1 + 15/16)/4, (0 − 1 − 3/16)/4, (8 − 1 + 3/16)/4.
    np.testing.assert_array_equal(dx, [[0.75, -0.75, 0.75, -0.75], [-31 / 64, -65 / 64, -19 / 64, 115 / 64]])
    # dγ = 2·(−½), 1·(−5/4), 4·(−½), 1·(−¼).
    np.testing.assert_array_equal(dgamma, [-1, -1.25, -2, -0.25])
    np.testing.assert_array_equal(dbeta, [2, 1, 4, 1])


def test_group_norm() -> None:
    """Two groups of two channels with two positions are the rows above; γ and β belong to channels."""
    y = group_norm(X.reshape(1, 4, 1, 2), GAMMA, BETA, groups=2, eps=3.0)

    # 2·(∓½), −4·(∓½) + 1; (5, −5)/4 − ½, 8·(1, −1)/4 + ¼.
    np.testing.assert_array_equal(y.reshape(4, 2), [[-1, 1], [3, -1], [0.75, -1.75], [2.25, -1.75]])


def test_group_norm_of_a_dense_layer() -> None:
    """Two groups of four channels of one example are the rows above."""
    y = group_norm(X.reshape(1, 8), np.tile(GAMMA, 2), np.tile(BETA, 2), groups=2, eps=3.0)
    np.testing.assert_array_equal(y, [[-1, -1, -1, 4.25, 2.5, 6, -0.25, -1.75]])


def test_group_norm_backward() -> None:
    """dy is chosen so that δ = γ·dy, and with it dx, is that of the layer above."""
    dy = np.array([[2.0, 0.0], [-1.0, 0.0], [0.0, -4.0], [0.0, 1.0]]).reshape(1, 4, 1, 2)
    dx, dgamma, dbeta = group_norm_backward(dy, X.reshape(1, 4, 1, 2), GAMMA, groups=2, eps=3.0)

    np.testing.assert_array_equal(dx.ravel(), [0.75, -0.75, 0.75, -0.75, -31 / 64, -65 / 64, -19 / 64, 115 / 64])
    # dγ = 2·(−½), −1·(−½), −4·(−5/4), 1·(−¼).
    np.testing.assert_array_equal(dgamma, [-1, 0.5, 5, -0.25])
    np.testing.assert_array_equal(dbeta, [2, -1, -4, 1])


def test_instance_norm() -> None:
    """Two channels of four positions are the rows above: 2·x̂ + 1 and −4·x̂ − ½."""
    y = instance_norm(X.reshape(1, 2, 2, 2), np.array([2.0, -4.0]), np.array([1.0, -0.5]), eps=3.0)
    np.testing.assert_array_equal(y.reshape(2, 4), [[0, 2, 0, 2], [-5.5, 4.5, -1.5, 0.5]])


def test_instance_norm_backward() -> None:
    """Means of dy: 1½ and ½; of dy·x̂: (−1 − 2)/4 = −¾ and (−5 − 1)/16 = −⅜."""
    dx, dgamma, dbeta = instance_norm_backward(
        DY.reshape(1, 2, 2, 2), X.reshape(1, 2, 2, 2), np.array([2.0, -4.0]), eps=3.0
    )

    # γ/√ = 1: 2 − 3/2 − 3/8 = 1/8, 0 − 3/2 + 3/8, 4 − 3/2 − 3/8, 0 − 3/2 + 3/8.
    # γ/√ = −1: minus 0 − ½ + 15/32, 1 − ½ − 15/32, 0 − ½ + 3/32, 1 − ½ − 3/32.
    np.testing.assert_array_equal(
        dx.reshape(2, 4), [[1 / 8, -9 / 8, 17 / 8, -9 / 8], [1 / 32, -1 / 32, 13 / 32, -13 / 32]]
    )
    np.testing.assert_array_equal(dgamma, [-3, -1.5])
    np.testing.assert_array_equal(dbeta, [6, 2])


def test_rms_norm() -> None:
    """Mean squares (1 + 1)/2 = 1 and (1 + 25)/2 = 13, roots √(1 + 3) = 2 and √(13 + 3) = 4."""
    y = rms_norm(np.array([[1.0, -1.0], [1.0, 5.0]]), np.array([2.0, -4.0]), eps=3.0)
    np.testing.assert_array_equal(y, [[1, 2], [0.5, -5]])


def test_rms_norm_backward() -> None:
    """δ = γ·dy is (4, 4) and (8, −4); means of δ·x̂: 0 and (8·¼ − 4·5/4)/2 = −3/2."""
    x, dy = np.array([[1.0, -1.0], [1.0, 5.0]]), np.array([[2.0, -1.0], [4.0, 1.0]])
    dx, dgamma = rms_norm_backward(dy, x, np.array([2.0, -4.0]), eps=3.0)

    # 4/2 twice; (8 + 3/8)/4 and (−4 + 15/8)/4.
    np.testing.assert_array_equal(dx, [[2, 2], [67 / 32, -17 / 32]])
    # 2·½ + 4·¼ and −1·(−½) + 1·5/4.
    np.testing.assert_array_equal(dgamma, [2, 1.75])


def parameters(shape: tuple[int, ...], options: dict[str, Any], forward: Any) -> list[np.ndarray]:
    """Return as many vectors as the forward takes beside x, along the last axis or the channels."""
    channels = forward.__name__ in ("group_norm", "instance_norm")
    rng = np.random.default_rng(9)
    count = 1 if forward.__name__ == "rms_norm" else 2
    return [rng.normal(size=shape[1 if channels else -1]) for _ in range(count)]


@pytest.mark.parametrize(("forward", "backward", "shape", "options"), BACKWARDS)
def test_backward_is_the_derivative_of_the_forward(
    forward: Callable[..., Any], backward: Callable[..., Any], shape: tuple[int, ...], options: dict[str, Any]
) -> None:
    """Every partial derivative of Σ dy·y agrees with a central difference in extended precision."""
    rng = np.random.default_rng(7)
    x, dy = (rng.normal(size=shape).astype(np.longdouble) for _ in range(2))
    arrays = [x, *(p.astype(np.longdouble) for p in parameters(shape, options, forward))]
    gradients = backward(dy, x, arrays[1], eps=0.1, **options)
    h = 1e-5
    for array, gradient in zip(arrays, gradients, strict=True):
        found = np.zeros_like(array)
        for index in np.ndindex(array.shape):
            value = array[index]
            ends = []
            for sign in (1, -1):
                array[index] = value + sign * h
                ends.append(np.sum(dy * forward(*arrays, eps=0.1, **options)))
            found[index] = (ends[0] - ends[1]) / (2 * h)
            array[index] = value
        # The truncation error is h²/6 times a third derivative, below 10/√ε³ < 400: 7e-9.
        np.testing.assert_allclose(found, gradient, rtol=0, atol=1e-8)


@pytest.mark.parametrize(("forward", "backward", "shape", "options"), BACKWARDS)
def test_agrees_with_pytorch(
    forward: Callable[..., Any], backward: Callable[..., Any], shape: tuple[int, ...], options: dict[str, Any]
) -> None:
    """Values and gradients are PyTorch's in float64."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(8)
    x, dy = rng.normal(3, 2, shape), rng.normal(size=shape)
    arrays = [x, *parameters(shape, options, forward)]
    tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
    native = getattr(torch.nn.functional, forward.__name__)
    first = {"group_norm": [options.get("groups")], "instance_norm": [None, None]}.get(forward.__name__, [shape[-1:]])
    y = native(tensors[0], *first, *tensors[1:], eps=1e-5)
    gradients = torch.autograd.grad(y, tensors, torch.tensor(dy))

    # Sums of tens of terms in another order: as many roundings of 1e-16, some cancellation.
    np.testing.assert_allclose(forward(*arrays, **options), y.detach().numpy(), rtol=1e-12, atol=1e-13)
    for mine, theirs in zip(backward(dy, x, arrays[1], **options), gradients, strict=True):
        np.testing.assert_allclose(mine, theirs.numpy(), rtol=1e-12, atol=1e-13)
