"""What every normalization needs: mean, variance, and 1/√ as IEEE has it."""

import math

import numpy as np


def statistics(values):
    """Mean and biased variance of a list of numbers."""
    mean = sum(values) / len(values)
    return mean, sum((value - mean) * (value - mean) for value in values) / len(values)


def inverse_root(value):
    """1/√value, with the infinity and the NaN that Python would raise for."""
    if value > 0:
        return 1 / math.sqrt(value)
    return math.inf if value == 0 else math.nan


def array(values, like, shape):
    """Numbers as an array of like's precision."""
    return np.array(values, dtype=like.dtype).reshape(shape)


def forward(x, gamma, beta, eps, layout):
    """Normalize group after group of x, laid out as in _groups."""
    _, groups, width, size = layout
    gamma, beta, y = gamma.tolist(), beta.tolist(), []
    for r, values in enumerate(rows(x, width * size)):
        normalized, _ = _normalize(values, eps)
        first = r % groups * width
        for c in range(width):
            scale, shift = gamma[first + c], beta[first + c]
            y.extend(v * scale + shift for v in normalized[c * size : (c + 1) * size])
    return array(y, x, x.shape)


def backward(dy, x, gamma, eps, layout):
    """The gradients of x, gamma and beta, group after group."""
    _, groups, width, size = layout
    count, gamma, dx = width * size, gamma.tolist(), []
    dgamma, dbeta = [0.0] * len(gamma), [0.0] * len(gamma)
    for r, (values, gradients) in enumerate(zip(rows(x, count), rows(dy, count), strict=True)):
        normalized, inverse = _normalize(values, eps)
        first, flows = r % groups * width, []
        for c in range(width):
            here = gradients[c * size : (c + 1) * size]
            dbeta[first + c] += sum(here)
            dgamma[first + c] += sum(g * v for g, v in zip(here, normalized[c * size :], strict=False))
            flows.extend(g * gamma[first + c] for g in here)
        mean = sum(flows) / count
        projection = sum(f * v for f, v in zip(flows, normalized, strict=True)) / count
        dx.extend((f - mean - v * projection) * inverse for f, v in zip(flows, normalized, strict=True))
    return array(dx, dy, dy.shape), array(dgamma, dy, len(gamma)), array(dbeta, dy, len(gamma))


def rows(x, count):
    """The numbers of x, so many at a time."""
    flat = x.ravel().tolist()
    return (flat[start : start + count] for start in range(0, len(flat), count))


def _normalize(values, eps):
    mean, variance = statistics(values)
    inverse = inverse_root(variance + eps)
    return [(value - mean) * inverse for value in values], inverse
