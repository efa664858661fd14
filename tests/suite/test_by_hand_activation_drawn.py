"""Units with drawn slopes worked by hand: the slopes are chance, what they do to the numbers is not."""

import numpy as np
import pytest

from primcheck.reference.activation.rrelu import rrelu, rrelu_backward

X = np.array([[-8.0, 2.0, -4.0], [0.0, -1.0, 3.0]])


class Draws:
    """Stands in for a generator and returns numbers chosen by hand."""

    def random(self, shape: tuple[int, ...]) -> np.ndarray:
        """Return six numbers of [0, 1)."""
        return np.array([[0.0, 0.3, 0.5], [0.1, 0.75, 0.9]]).reshape(shape)


def test_training() -> None:
    """The draws 0, ½ and ¾ lie at ¼, ½ and ⅝ between the bounds ¼ and ¾; the others meet no negative element."""
    y, slopes = rrelu(X, lower=0.25, upper=0.75, training=True, rng=Draws())  # type: ignore[arg-type]  # all it asks for

    np.testing.assert_array_equal(slopes, [[0.25, 1, 0.5], [1, 0.625, 1]])
    np.testing.assert_array_equal(y, [[-2, 2, -2], [0, -0.625, 3]])


def test_evaluation() -> None:
    """Negative elements are halved: ½ is the middle of ¼ and ¾. By default it is ½(⅛ + ⅓) = 11/48."""
    rng = np.random.default_rng(0)
    y, slopes = rrelu(X, lower=0.25, upper=0.75, training=False, rng=rng)

    np.testing.assert_array_equal(slopes, [[0.5, 1, 0.5], [1, 0.5, 1]])
    np.testing.assert_array_equal(y, [[-4, 2, -2], [0, -0.5, 3]])
    np.testing.assert_allclose(rrelu(X, training=False, rng=rng)[1][0, 0], 11 / 48, rtol=1e-15)


def test_backward() -> None:
    """Each gradient is multiplied by the slope that is there."""
    dy = np.array([[8.0, -2.0, 4.0], [5.0, 16.0, 3.0]])
    slopes = np.array([[0.25, 1.0, 0.5], [1.0, 0.625, 1.0]])

    np.testing.assert_array_equal(rrelu_backward(dy, slopes), [[2, -2, 2], [5, 10, 3]])


def test_backward_is_the_derivative_of_the_forward() -> None:
    """With the same draws y is linear on each side of 0, so a central difference is exact but for rounding."""
    # No element of x comes within the step, 2⁻¹⁰, of the kink.
    x = (np.random.default_rng(1).uniform(0.1, 2, (3, 4)) * np.resize([1, -1], (3, 4))).astype(np.longdouble)
    dy = np.random.default_rng(2).normal(size=(3, 4)).astype(np.longdouble)
    _, slopes = rrelu(x, training=True, rng=np.random.default_rng(3))
    dx = rrelu_backward(dy, slopes)

    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 2.0**-10
        up, down = (rrelu(x + s, training=True, rng=np.random.default_rng(3))[0] for s in (step, -step))
        # Sums of 12 terms of size 1, over 2⁻⁹: rounding leaves 512·12·1e-16 where longdouble is float64.
        np.testing.assert_allclose(np.sum(dy * (up - down)) * 2.0**9, dx[index], rtol=0, atol=1e-12)


def test_agrees_with_pytorch() -> None:
    """Evaluation is PyTorch's, and so are the gradients for PyTorch's own slopes."""
    torch = pytest.importorskip("torch")
    x, dy = (np.random.default_rng(seed).normal(size=(5, 7)) for seed in (4, 5))
    y, _ = rrelu(x, lower=0.2, upper=0.7, training=False, rng=np.random.default_rng(0))
    tensor, noise = torch.tensor(x, requires_grad=True), torch.zeros((5, 7), dtype=torch.float64)
    theirs = torch.ops.aten.rrelu_with_noise(tensor, noise, 0.2, 0.7, True)
    (dx,) = torch.autograd.grad(theirs, tensor, torch.tensor(dy))

    np.testing.assert_allclose(y, torch.nn.functional.rrelu(torch.tensor(x), 0.2, 0.7, False).numpy(), rtol=1e-15)
    np.testing.assert_allclose(theirs.detach().numpy(), noise.numpy() * x, rtol=1e-15)
    np.testing.assert_allclose(rrelu_backward(dy, noise.numpy()), dx.numpy(), rtol=1e-15)
