"""The losses of yes-or-no answers, margins and outliers, and their gradients, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.loss.binary_cross_entropy_loss import (
    binary_cross_entropy_loss,
    binary_cross_entropy_loss_backward,
)
from primcheck.reference.loss.hinge_loss import hinge_loss, hinge_loss_backward
from primcheck.reference.loss.huber_loss import huber_loss, huber_loss_backward


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def torch_agrees(ours, gradient, theirs, x):
    """Compare a loss and its gradient with PyTorch's, in float64."""
    torch = pytest.importorskip("torch")
    leaf = torch.tensor(x, requires_grad=True)
    loss = theirs(torch, leaf)
    loss.backward()
    np.testing.assert_allclose(ours(x), loss.item(), rtol=1e-13)
    np.testing.assert_allclose(gradient(x), leaf.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(("reduction", "count"), [("mean", 4), ("sum", 1)])
def test_binary_cross_entropy(reduction, count):
    """Probabilities ½, ¾, ⅞ and ½ of a yes: −log ½, −log ¼, −log ⅞ and −½ log ½ − ½ log ½."""
    logits, target = np.log([[1.0, 3.0], [7.0, 1.0]]), np.array([[1.0, 0.0], [1.0, 0.5]])
    loss = binary_cross_entropy_loss(logits, target, reduction=reduction)
    np.testing.assert_allclose(loss, np.log(2 * 4 * 8 / 7 * 2) / count, rtol=1e-12)
    gradient = binary_cross_entropy_loss_backward(logits, target, reduction=reduction)
    np.testing.assert_allclose(gradient, np.array([[-1 / 2, 3 / 4], [-1 / 8, 0.0]]) / count, rtol=1e-12, atol=1e-16)


def test_binary_cross_entropy_far_off():
    """An answer that is wrong by 1,000 costs 1,000, with slope 1; one that is right by 1,000 costs nothing."""
    logits, target = np.array([1000.0, -1000.0, 1000.0]), np.array([0.0, 1.0, 1.0])
    assert binary_cross_entropy_loss(logits, target, reduction="sum") == 2000
    gradient = binary_cross_entropy_loss_backward(logits, target, reduction="sum")
    np.testing.assert_array_equal(gradient, [1.0, -1.0, 0.0])


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_binary_cross_entropy_backward_is_the_derivative(reduction):
    """The gradient agrees with central differences."""
    rng = np.random.default_rng(1)
    logits, target = rng.normal(size=(2, 3)).astype(np.longdouble), rng.uniform(size=(2, 3)).astype(np.longdouble)
    gradient = binary_cross_entropy_loss_backward(logits, target, reduction=reduction)
    expected = differences(lambda z: binary_cross_entropy_loss(z, target, reduction=reduction), logits)
    # Truncation: h²/6 · |third derivative| with h = 2^-13 and |p(1 − p)(1 − 2p)| ≤ 1/10 is below 1e-9.
    np.testing.assert_allclose(gradient, expected, rtol=0, atol=1e-9)


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_binary_cross_entropy_of_torch(reduction):
    """PyTorch computes the same."""
    rng = np.random.default_rng(2)
    x, target = rng.normal(size=(4, 5)), rng.uniform(size=(4, 5))
    torch_agrees(
        lambda z: binary_cross_entropy_loss(z, target, reduction=reduction),
        lambda z: binary_cross_entropy_loss_backward(z, target, reduction=reduction),
        lambda torch, z: torch.nn.functional.binary_cross_entropy_with_logits(
            z, torch.tensor(target), reduction=reduction
        ),
        x,
    )


@pytest.mark.parametrize(("reduction", "count"), [("mean", 4), ("sum", 1)])
def test_huber(reduction, count):
    """With δ = ½ the differences ¼, −3, ½ and 2 cost 1/32, ½ · 11/4, 1/8 and ½ · 7/4; their slopes end at ±½."""
    prediction, target = np.array([[1.25, 0.0], [2.5, 5.0]]), np.array([[1.0, 3.0], [2.0, 3.0]])
    loss = huber_loss(prediction, target, delta=0.5, reduction=reduction)
    assert loss == (1 / 32 + 11 / 8 + 1 / 8 + 7 / 8) / count
    gradient = huber_loss_backward(prediction, target, delta=0.5, reduction=reduction)
    np.testing.assert_array_equal(gradient, np.array([[0.25, -0.5], [0.5, 0.5]]) / count)


def test_huber_of_what_is_not_finite():
    """An infinite error costs ∞ with the slope of any large one; NaN stays."""
    errors, none = np.array([np.inf, -np.inf, np.nan]), np.zeros(3)
    assert huber_loss(errors[:2], none[:2]) == np.inf
    assert np.isnan(huber_loss(errors, none))
    np.testing.assert_array_equal(huber_loss_backward(errors, none, reduction="sum"), [1.0, -1.0, np.nan])


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_huber_backward_is_the_derivative(reduction):
    """Away from the border a parabola's and a line's central differences are exact but for rounding."""
    prediction = np.array([[0.25, -3.0], [-0.75, 2.0]], np.longdouble)
    target = np.zeros_like(prediction)
    expected = differences(lambda p: huber_loss(p, target, delta=1.5, reduction=reduction), prediction)
    # Rounding: a loss below 10 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-11.
    gradient = huber_loss_backward(prediction, target, delta=1.5, reduction=reduction)
    np.testing.assert_allclose(gradient, expected, rtol=0, atol=1e-11)


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_huber_of_torch(reduction):
    """PyTorch computes the same."""
    rng = np.random.default_rng(3)
    x, target = 2 * rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
    torch_agrees(
        lambda p: huber_loss(p, target, delta=0.7, reduction=reduction),
        lambda p: huber_loss_backward(p, target, delta=0.7, reduction=reduction),
        lambda torch, p: torch.nn.functional.huber_loss(p, torch.tensor(target), delta=0.7, reduction=reduction),
        x,
    )


SCORES, LABELS = np.array([[2.0, 1.5, 3.0], [4.0, 0.0, 2.0]]), np.array([0, 0])


def test_hinge():
    """The first label is ahead by ½ and behind by 1: ½ and 2 with the margin 1. The second keeps it everywhere."""
    assert hinge_loss(SCORES, LABELS) == 1.25
    np.testing.assert_array_equal(hinge_loss_backward(SCORES, LABELS), [[-1.0, 0.5, 0.5], [0.0, 0.0, 0.0]])


def test_hinge_at_the_kink():
    """With the margin 2 the second row's last class just keeps it: no loss, no gradient from there."""
    assert hinge_loss(SCORES, LABELS, margin=2.0) == (1.5 + 3.0) / 2
    np.testing.assert_array_equal(hinge_loss_backward(SCORES, LABELS, margin=2.0)[1], [0.0, 0.0, 0.0])


def test_hinge_backward_is_the_derivative():
    """Away from the kinks, which are a quarter off, straight lines have exact central differences but for rounding."""
    scores = SCORES.astype(np.longdouble)
    expected = differences(lambda s: hinge_loss(s, LABELS, margin=1.25), scores)
    # Rounding: a loss below 10 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-11.
    np.testing.assert_allclose(hinge_loss_backward(scores, LABELS, margin=1.25), expected, rtol=0, atol=1e-11)


def test_hinge_of_torch():
    """PyTorch divides by the number of classes as well, and computes the same otherwise."""
    rng = np.random.default_rng(4)
    x, labels = 2 * rng.normal(size=(4, 5)), np.array([3, 0, 0, 4])
    torch_agrees(
        lambda s: hinge_loss(s, labels),
        lambda s: hinge_loss_backward(s, labels),
        lambda torch, s: 5 * torch.nn.functional.multi_margin_loss(s, torch.tensor(labels)),
        x,
    )
