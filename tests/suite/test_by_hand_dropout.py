"""Dropout worked by hand: the mask is drawn, what it does to the numbers is not."""

import numpy as np
import pytest

from primcheck.reference.dropout.alpha_dropout import alpha_dropout
from primcheck.reference.dropout.dropout import dropout, dropout_backward

X = np.array([[1.0, -2.0, 3.0], [-4.0, 5.0, -6.0]])
MASK = np.array([[True, False, True], [True, True, False]])


class Draws:
    """Stands in for a generator and returns numbers chosen by hand."""

    def random(self, shape: tuple[int, ...]) -> np.ndarray:
        """Return six numbers, two of them below ¾, one exactly on it."""
        return np.array([[0.9, 0.1, 0.75], [0.8, 0.99, 0.7499]]).reshape(shape)


def test_inverted_in_training() -> None:
    """A draw below ¾ drops; the others are divided by 1 − ¾ = ¼, so multiplied by 4."""
    y, mask = dropout(X, rate=0.75, rng=Draws())  # type: ignore[arg-type]  # all that is asked of a generator

    # 0.1 and 0.7499 lie below ¾: elements (0, 1) and (1, 2) are dropped. 0.75 is not below ¾.
    np.testing.assert_array_equal(mask, MASK)
    np.testing.assert_array_equal(y, [[4, 0, 12], [-16, 20, 0]])


def test_at_inference_in_training() -> None:
    """The survivors stay as they are."""
    y, mask = dropout(X, rate=0.75, rng=Draws(), scaling="at_inference")  # type: ignore[arg-type]  # as above

    np.testing.assert_array_equal(mask, MASK)
    np.testing.assert_array_equal(y, [[1, 0, 3], [-4, 5, 0]])


def test_inverted_in_evaluation() -> None:
    """Nothing is dropped or scaled, and the result is a copy."""
    y, mask = dropout(X, rate=0.75, training=False, rng=np.random.default_rng(0))

    np.testing.assert_array_equal(y, X)
    assert mask.all()
    assert not np.shares_memory(y, X)


def test_at_inference_in_evaluation() -> None:
    """Everything is kept and multiplied by 1 − ¾ = ¼."""
    y, mask = dropout(X, rate=0.75, training=False, rng=np.random.default_rng(0), scaling="at_inference")

    np.testing.assert_array_equal(y, [[0.25, -0.5, 0.75], [-1, 1.25, -1.5]])
    assert mask.all()


def test_inverted_backward() -> None:
    """Where the mask is True the gradient is divided by ¼; elsewhere it is 0."""
    np.testing.assert_array_equal(dropout_backward(X, MASK, rate=0.75), [[4, 0, 12], [-16, 20, 0]])


def test_at_inference_backward() -> None:
    """Where the mask is True the gradient is dy itself."""
    dx = dropout_backward(X, MASK, rate=0.75, scaling="at_inference")

    np.testing.assert_array_equal(dx, [[1, 0, 3], [-4, 5, 0]])


@pytest.mark.parametrize("scaling", ["inverted", "at_inference"])
def test_backward_is_the_derivative_of_the_forward(scaling: str) -> None:
    """With one mask dropout is linear in x: a central difference of Σ dy·y is exact up to rounding, whatever the step."""
    x, dy = (np.random.default_rng(seed).normal(size=(3, 4)).astype(np.longdouble) for seed in (1, 2))
    _, mask = dropout(x, rate=0.3, rng=np.random.default_rng(3), scaling=scaling)
    dx = dropout_backward(dy, mask, rate=0.3, scaling=scaling)

    for index in np.ndindex(x.shape):
        sides = []
        for step in (1, -1):
            moved = x.copy()
            moved[index] += step
            y, same = dropout(moved, rate=0.3, rng=np.random.default_rng(3), scaling=scaling)
            np.testing.assert_array_equal(same, mask)
            sides.append(np.sum(dy * y))
        # Sums of 12 terms of size 1: rounding leaves 12·1e-16 where longdouble is float64.
        np.testing.assert_allclose((sides[0] - sides[1]) / 2, dx[index], rtol=1e-12, atol=1e-14)


def test_agrees_with_pytorch() -> None:
    """Given PyTorch's own mask, the survivors and the gradients are PyTorch's."""
    torch = pytest.importorskip("torch")
    x, dy = (np.random.default_rng(seed).normal(size=(5, 7)) for seed in (4, 5))
    tensor = torch.tensor(x, requires_grad=True)
    y, mask = torch.native_dropout(tensor, 0.3, True)
    (dx,) = torch.autograd.grad(y, tensor, torch.tensor(dy))

    # Multiplying by 1/(1 − p) in place of dividing by 1 − p costs one more rounding.
    np.testing.assert_allclose(dropout_backward(x, mask.numpy(), rate=0.3), y.detach().numpy(), rtol=1e-15)
    np.testing.assert_allclose(dropout_backward(dy, mask.numpy(), rate=0.3), dx.numpy(), rtol=1e-15)


def test_alpha_dropout() -> None:
    """p = ¾: α'² = 3.0909132923, a = 1/√(¼·(1 + 2.3181849692)) = 1.0979428, b = a·¾·1.7580993 = 1.4477193.

    Kept 1 becomes a + b = 2.5456621, dropped elements a·α' + b = −1.7580993·¼·a = −0.4825731.
    """
    y, mask = alpha_dropout(X, rate=0.75, rng=Draws())  # type: ignore[arg-type]  # all that is asked of a generator

    np.testing.assert_array_equal(mask, MASK)
    assert y[0, 0] == pytest.approx(2.5456621, rel=1e-6)
    assert y[0, 1] == y[1, 2] == pytest.approx(-0.4825731, rel=1e-6)
