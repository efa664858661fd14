"""Normalizations as one multiplication and one addition: x·scale + shift."""

import math

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5):
    """The statistics become a scale and a shift of each channel; the averages move by what they are off."""
    axes = (0, 2, 3)[: x.ndim - 1]
    mean, var = x.mean(axis=axes), x.var(axis=axes)
    y = batch_norm_inference(x, gamma, beta, mean, var, eps=eps)
    step = 1 - momentum
    return y, running_mean + step * (mean - running_mean), running_var + step * (var - running_var)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """What is known beforehand is computed beforehand."""
    scale = gamma / np.sqrt(running_var + eps)
    return _affine(x, scale, beta - running_mean * scale)


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """By the inverse of the root."""
    scale = gamma * (1 / np.sqrt(running_var + eps))
    folded = np.einsum("io,o->io" if w.ndim == 2 else "oikl,o->oikl", w, scale)
    return folded, b * scale + (beta - running_mean * scale)


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """Each row by its own scale."""
    scale = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    return (x * scale - x.mean(axis=-1, keepdims=True) * scale) * gamma + beta


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """Each channel of each example by a scale and a shift of its own."""
    n, c = x.shape[:2]
    grouped = x.reshape(n, groups, math.prod(x.shape[1:]) // groups)
    mean, var = (np.repeat(s, c // groups, axis=1) for s in (grouped.mean(axis=2), grouped.var(axis=2)))
    scale = gamma / np.sqrt(var + eps)
    shape = (n, c, *(1,) * (x.ndim - 2))
    return x * scale.reshape(shape) + (beta - mean * scale).reshape(shape)


def instance_norm(x, gamma, beta, *, eps=1e-5):
    """As many groups as channels."""
    return group_norm(x, gamma, beta, groups=x.shape[1], eps=eps)


def rms_norm(x, gamma, *, eps=1e-5):
    """By the inverse of the root."""
    return x * (1 / np.sqrt(np.einsum("...d,...d->...", x, x)[..., np.newaxis] / x.shape[-1] + eps)) * gamma


def _affine(x, scale, shift):
    shape = (-1, *(1,) * (x.ndim - 2))
    return x * scale.reshape(shape) + shift.reshape(shape)
