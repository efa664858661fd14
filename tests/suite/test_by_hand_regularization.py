"""Penalties, norms and thresholds of weights, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.regularization.clip_by_norm import clip_by_norm
from primcheck.reference.regularization.clip_by_value import clip_by_value
from primcheck.reference.regularization.l1_penalty import l1_penalty, l1_penalty_gradient
from primcheck.reference.regularization.l2_penalty import l2_penalty, l2_penalty_gradient
from primcheck.reference.regularization.magnitude_prune import magnitude_prune
from primcheck.reference.regularization.max_norm import max_norm


def differences(penalty, w, h=2.0**-13):
    """Return the gradient of a scalar penalty by central differences, element by element."""
    result = np.zeros_like(w)
    for index in np.ndindex(*w.shape):
        step = np.zeros_like(w)
        step[index] = h
        result[index] = (penalty(w + step) - penalty(w - step)) / (2 * h)
    return result


def test_l1():
    """The sizes 1, 2, 0, 4, ½ and ½ sum to 8, a quarter of which is 2; each weight is pulled with ¼."""
    w = np.array([[1.0, -2.0, 0.0], [4.0, 0.5, -0.5]])
    assert l1_penalty(w, strength=0.25) == 2
    expected = [[0.25, -0.25, 0], [0.25, 0.25, -0.25]]
    np.testing.assert_array_equal(l1_penalty_gradient(w, strength=0.25), expected)


@pytest.mark.parametrize(("factor", "penalty", "pull"), [("half", 2.0, 0.25), ("one", 4.0, 0.5)])
def test_l2(factor, penalty, pull):
    """The squares 1, 4, 0, 9, 1 and 1 sum to 16, a quarter of which is 4, and half of that 2."""
    w = np.array([[1.0, -2.0, 0.0], [3.0, 1.0, -1.0]])
    assert l2_penalty(w, strength=0.25, factor=factor) == penalty
    np.testing.assert_array_equal(l2_penalty_gradient(w, strength=0.25, factor=factor), pull * w)


@pytest.mark.parametrize(
    ("penalty", "gradient", "options"),
    [
        (l1_penalty, l1_penalty_gradient, {}),
        (l2_penalty, l2_penalty_gradient, {"factor": "half"}),
        (l2_penalty, l2_penalty_gradient, {"factor": "one"}),
    ],
)
def test_gradients_are_the_derivatives(penalty, gradient, options):
    """Lines and parabolas have exact central differences, but for rounding; no weight is within a step of the kink."""
    w = np.array([[1.3, -0.7], [0.2, -2.1], [0.9, 0.4]], dtype=np.longdouble)
    expected = differences(lambda v: penalty(v, strength=0.3, **options), w)
    # Rounding: a penalty below 4 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-11.
    np.testing.assert_allclose(gradient(w, strength=0.3, **options), expected, rtol=0, atol=1e-11)


@pytest.mark.parametrize(
    ("order", "ours"), [(1, l1_penalty), (2, lambda w, strength: l2_penalty(w, strength=strength))]
)
def test_penalties_of_torch(order, ours):
    """PyTorch's vector norms say the same."""
    torch = pytest.importorskip("torch")
    w = np.random.default_rng(order).normal(size=(4, 5))
    norm = torch.linalg.vector_norm(torch.tensor(w), order).item()
    np.testing.assert_allclose(ours(w, strength=0.3), 0.3 * norm**order / order, rtol=1e-13)


def test_magnitude_prune():
    """What is smaller than 1 goes, what is 1 or larger stays, whatever its sign."""
    w = np.array([[0.25, -3.0, 0.0], [1.0, -0.75, 2.0]])
    np.testing.assert_array_equal(magnitude_prune(w, threshold=1.0), [[0, -3, 0], [1, 0, 2]])
    np.testing.assert_array_equal(magnitude_prune(w, threshold=0.0), w)


def test_max_norm():
    """The columns have the lengths 10, 5, 10 and √5: at a limit of 5 the first and the third are halved."""
    w = np.array([[6.0, 3.0, 0.0, 1.0], [8.0, -4.0, -10.0, 2.0]])
    np.testing.assert_array_equal(max_norm(w, limit=5.0), [[3, 3, 0, 1], [4, -4, -5, 2]])
    np.testing.assert_array_equal(max_norm(np.zeros((2, 3)), limit=0.0), np.zeros((2, 3)))


def test_max_norm_of_torch():
    """PyTorch's renorm limits the same columns; it divides by the length + 1e-7, lengths being about 2 here."""
    torch = pytest.importorskip("torch")
    w = np.random.default_rng(3).normal(size=(4, 5))
    np.testing.assert_allclose(max_norm(w, limit=1.5), torch.renorm(torch.tensor(w), 2, 1, 1.5).numpy(), rtol=1e-6)


def test_clip_by_value():
    """Beyond ±½ is cut off, the rest stays."""
    grad = np.array([[0.25, -3.0, 0.0], [0.5, -0.5, 2.0]])
    np.testing.assert_array_equal(clip_by_value(grad, limit=0.5), [[0.25, -0.5, 0], [0.5, -0.5, 0.5]])


def test_clip_by_norm():
    """6² + 8² = 10²: at a limit of 5 the gradient is halved, at 10 it stays."""
    grad = np.array([[6.0, 0.0], [0.0, -8.0]])
    np.testing.assert_array_equal(clip_by_norm(grad, limit=5.0), [[3, 0], [0, -4]])
    np.testing.assert_array_equal(clip_by_norm(grad, limit=10.0), grad)
