"""The losses of predictions and probabilities, and their gradients, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.loss.cross_entropy_loss import cross_entropy_loss, cross_entropy_loss_backward
from primcheck.reference.loss.mse_loss import mse_loss, mse_loss_backward
from primcheck.reference.loss.softmax_cross_entropy_loss import (
    softmax_cross_entropy_loss,
    softmax_cross_entropy_loss_backward,
)
from primcheck.reference.loss.triplet_loss import triplet_loss, triplet_loss_backward


def differences(loss, x, h=2.0**-13):
    """Return the gradient of a scalar loss with respect to x by central differences, element by element."""
    result = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        step = np.zeros_like(x)
        step[index] = h
        result[index] = (loss(x + step) - loss(x - step)) / (2 * h)
    return result


def wide(rng, *shape):
    """Return normal values in extended precision."""
    return rng.normal(size=shape).astype(np.longdouble)


@pytest.mark.parametrize(("reduction", "divisor"), [("mean", 6), ("sum", 1), ("half_sum", 2), ("half_mean", 4)])
def test_mse(reduction, divisor):
    """The differences 1, −2, 0 and 3, 1, −1 have squares 1, 4, 0, 9, 1, 1 that sum to 16; the gradient is twice them."""
    prediction = np.array([[2.0, 0.0, 1.0], [3.0, 5.0, -1.0]])
    target = np.array([[1.0, 2.0, 1.0], [0.0, 4.0, 0.0]])
    np.testing.assert_allclose(mse_loss(prediction, target, reduction=reduction), 16 / divisor, rtol=1e-12)
    expected = np.array([[2.0, -4.0, 0.0], [6.0, 2.0, -2.0]]) / divisor
    np.testing.assert_allclose(mse_loss_backward(prediction, target, reduction=reduction), expected, rtol=1e-12)


def test_mse_of_nothing():
    """A sum of nothing is 0, a mean of nothing NaN."""
    nothing = np.zeros((0, 3))
    assert mse_loss(nothing, nothing, reduction="sum") == 0
    assert np.isnan(mse_loss(nothing, nothing))


@pytest.mark.parametrize("reduction", ["mean", "sum", "half_sum", "half_mean"])
def test_mse_backward_is_the_derivative(reduction):
    """A parabola's central differences are exact but for rounding."""
    rng = np.random.default_rng(1)
    prediction, target = wide(rng, 3, 2), wide(rng, 3, 2)
    expected = differences(lambda p: mse_loss(p, target, reduction=reduction), prediction)
    # Rounding: a loss below 30 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-10.
    np.testing.assert_allclose(mse_loss_backward(prediction, target, reduction=reduction), expected, rtol=0, atol=1e-10)


def torch_agrees(ours, gradient, theirs, x):
    """Compare a loss and its gradient with PyTorch's, in float64."""
    torch = pytest.importorskip("torch")
    leaf = torch.tensor(x, requires_grad=True)
    loss = theirs(torch, leaf)
    loss.backward()
    np.testing.assert_allclose(ours(x), loss.item(), rtol=1e-13)
    np.testing.assert_allclose(gradient(x), leaf.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_mse_of_torch(reduction):
    """PyTorch computes the same."""
    rng = np.random.default_rng(2)
    x, target = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
    torch_agrees(
        lambda p: mse_loss(p, target, reduction=reduction),
        lambda p: mse_loss_backward(p, target, reduction=reduction),
        lambda torch, p: torch.nn.functional.mse_loss(p, torch.tensor(target), reduction=reduction),
        x,
    )


@pytest.mark.parametrize(("reduction", "rows"), [("mean", 2), ("sum", 1)])
def test_softmax_cross_entropy(reduction, rows):
    """The probabilities are (1, 2, 5)/8 and (3, 4, 1)/8; those of the labels 1 and 0 have the product 6/64."""
    logits, labels = np.log([[1.0, 2.0, 5.0], [3.0, 4.0, 1.0]]), np.array([1, 0])
    loss = softmax_cross_entropy_loss(logits, labels, reduction=reduction)
    np.testing.assert_allclose(loss, np.log(64 / 6) / rows, rtol=1e-12)
    expected = np.array([[1.0, -6.0, 5.0], [-5.0, 4.0, 1.0]]) / 8 / rows
    gradient = softmax_cross_entropy_loss_backward(logits, labels, reduction=reduction)
    np.testing.assert_allclose(gradient, expected, rtol=1e-12)


def test_softmax_cross_entropy_of_far_and_masked_scores():
    """A label 2,000 below the best costs 2,000; a masked class changes nothing, unless it is the label."""
    assert softmax_cross_entropy_loss(np.array([[1000.0, -1000.0]]), np.array([1])) == 2000
    masked = np.array([[-np.inf, 0.0, 0.0]])
    np.testing.assert_allclose(softmax_cross_entropy_loss(masked, np.array([1])), np.log(2), rtol=1e-12)
    np.testing.assert_array_equal(softmax_cross_entropy_loss_backward(masked, np.array([1])), [[0.0, -0.5, 0.5]])
    assert softmax_cross_entropy_loss(masked, np.array([0])) == np.inf


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_softmax_cross_entropy_backward_is_the_derivative(reduction):
    """The gradient agrees with central differences."""
    logits, labels = wide(np.random.default_rng(3), 3, 3), np.array([2, 0, 0])
    gradient = softmax_cross_entropy_loss_backward(logits, labels, reduction=reduction)
    expected = differences(lambda z: softmax_cross_entropy_loss(z, labels, reduction=reduction), logits)
    # Truncation: h²/6 · |third derivative| with h = 2^-13 and |p(1 − p)(1 − 2p)| ≤ 1/10 is below 1e-9.
    np.testing.assert_allclose(gradient, expected, rtol=0, atol=1e-9)


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_softmax_cross_entropy_of_torch(reduction):
    """PyTorch computes the same."""
    rng = np.random.default_rng(4)
    x, labels = rng.normal(size=(4, 5)), np.array([3, 0, 0, 4])
    torch_agrees(
        lambda z: softmax_cross_entropy_loss(z, labels, reduction=reduction),
        lambda z: softmax_cross_entropy_loss_backward(z, labels, reduction=reduction),
        lambda torch, z: torch.nn.functional.cross_entropy(z, torch.tensor(labels), reduction=reduction),
        x,
    )


def test_cross_entropy():
    """−log 1/4 is 2 log 2; −(½ log 1/8 + ¼ log 1/4 + ¼ log 1/2) is (1.5 + 0.5 + 0.25) log 2; the mean of both."""
    probability = np.array([[0.5, 0.25, 0.25, 0.0], [0.125, 0.125, 0.25, 0.5]])
    target = np.array([[0.0, 1.0, 0.0, 0.0], [0.5, 0.0, 0.25, 0.25]])
    np.testing.assert_allclose(cross_entropy_loss(probability, target), 2.125 * np.log(2), rtol=1e-12)
    expected = [[0.0, -2.0, 0.0, 0.0], [-2.0, 0.0, -0.5, -0.25]]
    np.testing.assert_array_equal(cross_entropy_loss_backward(probability, target), expected)


def test_cross_entropy_with_a_guard():
    """1e-7 is added to 0 in the first row and to 1 − 1e-7 in the second, which makes log 1e-7 and log 1."""
    probability, target = np.array([[0.0, 1.0], [1 - 1e-7, 1e-7]]), np.array([[1.0, 0.0], [1.0, 0.0]])
    loss = cross_entropy_loss(probability, target, guard="added")
    np.testing.assert_allclose(loss, 7 * np.log(10) / 2, rtol=1e-12)
    gradient = cross_entropy_loss_backward(probability, target, guard="added")
    np.testing.assert_allclose(gradient, [[-0.5e7, 0.0], [-0.5, 0.0]], rtol=1e-12)


def test_cross_entropy_of_the_impossible():
    """What is expected and has probability 0 costs ∞; what is not expected costs nothing."""
    probability = np.array([[0.0, 1.0]])
    assert cross_entropy_loss(probability, np.array([[1.0, 0.0]])) == np.inf
    assert cross_entropy_loss(probability, np.array([[0.0, 1.0]])) == 0
    np.testing.assert_array_equal(cross_entropy_loss_backward(probability, np.array([[1.0, 0.0]])), [[-np.inf, 0.0]])


@pytest.mark.parametrize("guard", ["none", "added"])
def test_cross_entropy_backward_is_the_derivative(guard):
    """The gradient agrees with central differences."""
    rng = np.random.default_rng(5)
    probability, target = (rng.uniform(0.5, 1, (2, 3)).astype(np.longdouble) for _ in "pt")
    gradient = cross_entropy_loss_backward(probability, target, guard=guard)
    expected = differences(lambda p: cross_entropy_loss(p, target, guard=guard), probability)
    # Truncation: h²/6 · 2/p³ with h = 2^-13 and p ≥ 1/2, halved by the two rows, is below 2e-8.
    np.testing.assert_allclose(gradient, expected, rtol=0, atol=2e-8)


# Differences (3, 4) and (0, 1) in the first row, (0, 2) and (6, 8) in the second: distances 5 and 1, 2 and 10.
TRIPLETS = [np.array(rows) for rows in ([[1.0, 2.0], [6.0, 8.0]], [[-2.0, -2.0], [6.0, 6.0]], [[1.0, 1.0], [0.0, 0.0]])]


def test_triplet():
    """The first row costs 25 − 1 + ½, or 5 − 1 + ½; the second keeps the margin. The mean halves it."""
    assert triplet_loss(*TRIPLETS, margin=0.5) == 12.25
    assert triplet_loss(*TRIPLETS, margin=0.5, distance="euclidean") == 2.25


def test_triplet_backward():
    """Squares: 2(3, 4)/2 pulls and 2(0, 1)/2 pushes. Euclidean: (3, 4)/5/2 pulls and (0, 1)/2 pushes."""
    none = [0.0, 0.0]
    danchor, dpositive, dnegative = triplet_loss_backward(*TRIPLETS, margin=0.5)
    np.testing.assert_array_equal(danchor, [[3.0, 3.0], none])
    np.testing.assert_array_equal(dpositive, [[-3.0, -4.0], none])
    np.testing.assert_array_equal(dnegative, [[0.0, 1.0], none])
    danchor, dpositive, dnegative = triplet_loss_backward(*TRIPLETS, margin=0.5, distance="euclidean")
    np.testing.assert_allclose(danchor, [[0.3, -0.1], none], rtol=1e-12)
    np.testing.assert_allclose(dpositive, [[-0.3, -0.4], none], rtol=1e-12)
    np.testing.assert_allclose(dnegative, [[0.0, 0.5], none], rtol=1e-12)


@pytest.mark.parametrize("distance", ["squared", "euclidean"])
def test_triplet_backward_at_no_distance_and_at_the_kink(distance):
    """With equal embeddings there is no direction; with distances 0 and 1 and margin 1 the row just keeps it."""
    zero, one = np.zeros((1, 2)), np.array([[0.0, 1.0]])
    for negative, margin in ((zero, 0.5), (one, 1.0)):
        for gradient in triplet_loss_backward(zero, zero, negative, margin=margin, distance=distance):
            np.testing.assert_array_equal(gradient, zero)


@pytest.mark.parametrize("distance", ["squared", "euclidean"])
def test_triplet_backward_is_the_derivative(distance):
    """All three gradients agree with central differences; with this margin every row counts."""
    rng = np.random.default_rng(6)
    rows = [wide(rng, 2, 3) for _ in "apn"]
    gradients = triplet_loss_backward(*rows, margin=50.0, distance=distance)
    for i, gradient in enumerate(gradients):
        expected = differences(
            lambda x, i=i: triplet_loss(*rows[:i], x, *rows[i + 1 :], margin=50.0, distance=distance), rows[i]
        )
        # Squares have no third derivative; that of a length d is at most 3/d², with d > 1/2 here and h = 2^-13: 3e-8.
        # Rounding: a loss below 100 at 2.2e-16 even without extended precision, over 2h = 2^-12, stays below 1e-9.
        np.testing.assert_allclose(gradient, expected, rtol=0, atol=4e-8)


def test_triplet_of_torch():
    """PyTorch computes the same from Euclidean distances, once told not to add 1e-6 to them."""
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    rows = [rng.normal(size=(5, 3)) for _ in "apn"]
    leaves = [torch.tensor(array, requires_grad=True) for array in rows]
    loss = torch.nn.functional.triplet_margin_loss(*leaves, margin=1.0, eps=0)
    loss.backward()
    np.testing.assert_allclose(triplet_loss(*rows, margin=1.0, distance="euclidean"), loss.item(), rtol=1e-13)
    gradients = triplet_loss_backward(*rows, margin=1.0, distance="euclidean")
    for gradient, leaf in zip(gradients, leaves, strict=True):
        np.testing.assert_allclose(gradient, leaf.grad.numpy(), rtol=1e-12, atol=1e-15)
