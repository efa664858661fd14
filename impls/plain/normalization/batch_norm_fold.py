"""Batch normalization folded into the layer before it, in plain Python."""

from ._layout import check, units
from ._moments import array, inverse_root


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """One factor per unit, found once and given to each of its weights."""
    length = units(w)
    check(length, eps, b=b, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    scales = [g * inverse_root(v + eps) for g, v in zip(gamma.tolist(), running_var.tolist(), strict=True)]
    of_unit = 1 if w.ndim == 2 else w.size // max(length, 1)
    weights = [value * scales[i // of_unit % length] for i, value in enumerate(w.ravel().tolist())]
    unit = zip(b.tolist(), running_mean.tolist(), scales, beta.tolist(), strict=True)
    return array(weights, w, w.shape), array([(bias - m) * s + shift for bias, m, s, shift in unit], w, length)
