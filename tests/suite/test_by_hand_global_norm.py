"""Gradients clipped together, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.regularization.clip_by_global_norm import clip_by_global_norm

GRADS = [np.array([[4.0, 0.0], [0.0, -4.0]]), np.array([8.0, 0.0]), np.array([-10.0, 6.0, 4.0, 2.0, 2.0])]


def test_longer_than_the_limit() -> None:
    """The squares sum to 32, 64 and 160, together 16²: a limit of 4 divides every number by 4."""
    clipped = clip_by_global_norm(GRADS, limit=4.0)
    for array, expected in zip(clipped, ([[1, 0], [0, -1]], [2, 0], [-2.5, 1.5, 1, 0.5, 0.5]), strict=True):
        np.testing.assert_array_equal(array, expected)


@pytest.mark.parametrize("limit", [16.0, 20.0])
def test_within_the_limit(limit: float) -> None:
    """At or below the limit nothing changes, and copies come back."""
    for array, grad in zip(clip_by_global_norm(GRADS, limit=limit), GRADS, strict=True):
        np.testing.assert_array_equal(array, grad)
        assert not np.shares_memory(array, grad)


def test_nothing_to_clip() -> None:
    """No gradient has no direction, and a limit of 0 leaves none; an empty layer has no length."""
    zeros = [np.zeros((2, 2)), np.zeros((0, 3))]
    assert all(not np.any(array) for array in clip_by_global_norm(zeros, limit=0.0))
    assert all(not np.any(array) for array in clip_by_global_norm(GRADS, limit=0.0))


def test_agrees_with_pytorch() -> None:
    """PyTorch divides by norm + 1e-6: shorter by a factor of 1 + 1e-6/norm, and no other difference."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    grads = [rng.normal(size=shape) for shape in ((3, 4), (4,), (5, 1, 2))]
    parameters = [torch.zeros(grad.shape, dtype=torch.float64, requires_grad=True) for grad in grads]
    for parameter, grad in zip(parameters, grads, strict=True):
        parameter.grad = torch.tensor(grad)
    norm = torch.nn.utils.clip_grad_norm_(parameters, 0.5).item()
    for parameter, ours in zip(parameters, clip_by_global_norm(grads, limit=0.5), strict=True):
        np.testing.assert_allclose(parameter.grad.numpy() * (1 + 1e-6 / norm), ours, rtol=1e-14)
