"""The layer normalization of JAX."""

import jax
import numpy as np

from .._arrays import compiled, gradients


def _layer(x, gamma, beta, *, eps):
    return jax.nn.standardize(x, epsilon=eps, algorithm="stable") * gamma + beta


_forward = compiled(_layer)
_backward = gradients(_layer, 3)


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """jax.nn.standardize, by its algorithm of two passes."""
    _require(x, gamma, beta)
    return _forward(x, gamma, beta, eps=eps)


def layer_norm_backward(dy, x, gamma, *, eps=1e-5):
    """jax.nn.standardize through jax.vjp."""
    _require(x, gamma)
    return _backward(dy, x, gamma, np.zeros_like(gamma), eps=eps)


def _require(x, *parameters):
    for array in parameters:
        if array.shape != x.shape[-1:]:
            raise ValueError(f"gamma and beta must have shape {x.shape[-1:]}, got {array.shape}")
