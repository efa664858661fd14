"""Root mean square normalization in plain Python."""

from ._groups import along_last_axis
from ._layout import check, check_gradient
from ._moments import array, inverse_root, rows


def rms_norm(x, gamma, *, eps=1e-5):
    """One row of numbers after another: a sum of squares, then one product per element."""
    length = along_last_axis(x)[2]
    check(length, eps, gamma=gamma)
    scales, y = gamma.tolist(), []
    for values in rows(x, length):
        inverse = _inverse(values, eps)
        y.extend(v * inverse * scale for v, scale in zip(values, scales, strict=True))
    return array(y, x, x.shape)


def rms_norm_backward(dy, x, gamma, *, eps=1e-5):
    """One row of numbers after another: two sums over it, then one line per element."""
    length = along_last_axis(x)[2]
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    scales, dx, dgamma = gamma.tolist(), [], [0.0] * length
    for values, gradients in zip(rows(x, length), rows(dy, length), strict=True):
        inverse = _inverse(values, eps)
        normalized = [v * inverse for v in values]
        dgamma = [total + g * v for total, g, v in zip(dgamma, gradients, normalized, strict=True)]
        flows = [g * scale for g, scale in zip(gradients, scales, strict=True)]
        projection = sum(f * v for f, v in zip(flows, normalized, strict=True)) / length
        dx.extend((f - v * projection) * inverse for f, v in zip(flows, normalized, strict=True))
    return array(dx, dy, dy.shape), array(dgamma, dy, length)


def _inverse(values, eps):
    return inverse_root(sum(v * v for v in values) / len(values) + eps)
