"""Folding of batch normalization worked by hand, and against the two layers it stands for."""

import numpy as np
import pytest

from primcheck.reference.normalization.batch_norm import batch_norm_inference
from primcheck.reference.normalization.batch_norm_fold import batch_norm_fold

# With ε = 3 the roots are √(1 + 3) = 2 and √(13 + 3) = 4, the factors 4/2 = 2 and −2/4 = −½.
NORMALIZATION = np.array([4.0, -2.0]), np.array([1.0, 0.5]), np.array([3.0, 5.0]), np.array([1.0, 13.0])
B = np.array([5.0, 1.0])


def test_dense() -> None:
    """Columns times 2 and −½; (5 − 3)·2 + 1 = 5 and (1 − 5)·(−½) + ½ = 2.5."""
    w, b = batch_norm_fold(np.array([[1.0, 2.0], [3.0, -4.0]]), B, *NORMALIZATION, eps=3.0)

    np.testing.assert_array_equal(w, [[2, -1], [6, 2]])
    np.testing.assert_array_equal(b, [5, 2.5])


def test_filters() -> None:
    """Filters times 2 and −½; the bias as above."""
    w, b = batch_norm_fold(np.array([[[[1.0, 2.0]]], [[[3.0, -4.0]]]]), B, *NORMALIZATION, eps=3.0)

    np.testing.assert_array_equal(w, [[[[2, 4]]], [[[-1.5, 2]]]])
    np.testing.assert_array_equal(b, [5, 2.5])


def test_does_what_layer_and_normalization_did() -> None:
    """Dense, then batch_norm_inference, is dense with the folded weights."""
    rng = np.random.default_rng(5)
    x, w = rng.normal(size=(4, 3)), rng.normal(size=(3, 2))
    folded, bias = batch_norm_fold(w, B, *NORMALIZATION)

    # A dozen operations of 1e-16 each on numbers below 100.
    np.testing.assert_allclose(x @ folded + bias, batch_norm_inference(x @ w + B, *NORMALIZATION), rtol=0, atol=1e-13)


def test_agrees_with_pytorch() -> None:
    """The filters are those of torch.nn.utils.fusion in float64."""
    torch = pytest.importorskip("torch")
    w = np.random.default_rng(6).normal(size=(2, 3, 2, 2))
    gamma, beta, mean, var = (torch.tensor(array) for array in NORMALIZATION)
    theirs = torch.nn.utils.fusion.fuse_conv_bn_weights(torch.tensor(w), torch.tensor(B), mean, var, 1e-5, gamma, beta)

    for mine, tensor in zip(batch_norm_fold(w, B, *NORMALIZATION), theirs, strict=True):
        np.testing.assert_allclose(mine, tensor.detach().numpy(), rtol=1e-12)
