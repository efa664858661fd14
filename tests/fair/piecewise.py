"""Piece by piece: a condition for every piece, a formula for each."""

import math

import numpy as np


def prelu(x, slope):
    """The channels are brought to the end, where slopes line up by themselves."""
    if x.ndim < 2:
        return np.where(x < 0, slope[0] * x, x)
    last = np.moveaxis(x, 1, -1)
    return np.moveaxis(np.where(last < 0, slope * last, last), -1, 1)


def leaky_relu(x, *, slope=0.01):
    """Two pieces."""
    return np.select([x > 0, x <= 0], [x, x * slope], default=x)


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """Mixtures of both ends."""
    share = rng.random(x.size).reshape(x.shape) if training else np.full(x.shape, 0.5)
    slopes = np.choose(x < 0, [np.ones_like(x), ((1 - share) * lower + share * upper).astype(x.dtype)])
    return np.multiply(slopes, x), slopes


def gelu(x):
    """The tail by itself, and one less the tail on the other side."""
    tail = np.array([math.erfc(abs(v) / math.sqrt(2)) / 2 for v in x.ravel().tolist()]).reshape(x.shape)
    return (x * np.where(x > 0, 1 - tail, tail)).astype(x.dtype)


def clip_by_value(grad, *, limit):
    """Three pieces; a NaN is in none of them and stays."""
    return np.select([grad > limit, grad < -limit], [limit, -limit], default=grad).astype(grad.dtype)


def magnitude_prune(w, *, threshold):
    """The larger of the weight and its opposite is its size."""
    return np.where(np.maximum(w, -w) >= threshold, w, np.where(np.isnan(w), w, 0)).astype(w.dtype)


def l1_penalty_gradient(w, *, strength):
    """Three pieces."""
    return np.select([w > 0, w < 0, w == 0], [strength, -strength, 0.0], default=np.nan).astype(w.dtype)


def l2_penalty_gradient(w, *, strength):
    """Half of both."""
    return strength * w / 2 + strength * w / 2


def content_loss_backward(content, generated):
    """Less the other way around."""
    return -(content - generated)


def huber_loss_backward(prediction, target, *, delta=1.0):
    """Three pieces."""
    off = prediction - target
    return np.select([off > delta, off < -delta], [delta, -delta], default=off).astype(off.dtype) / off.size


def global_max_pool2d_backward(dy, x):
    """The first that is as large as the largest, or the first NaN."""
    dx = np.zeros_like(x)
    for n, c in np.ndindex(x.shape[:2]):
        plane = x[n, c]
        winners = np.isnan(plane) if np.isnan(plane).any() else plane == plane.max()
        dx[n, c][tuple(np.argwhere(winners)[0])] = dy[n, c]
    return dx


def one_cycle_lr(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """Two lines, each a mixture of its ends."""
    last, peak = total_steps - 1, warmup_fraction * total_steps - 1
    if iteration <= peak:
        share = iteration / peak
        return max_lr * (start_fraction * (1 - share) + share)
    share = (iteration - peak) / (last - peak)
    return max_lr * ((1 - share) + end_fraction * share)


def performance_lr(losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0):
    """The drops are counted, the power is taken at the end."""
    best, waited, drops, counts = np.inf, 0, 0, []
    for loss in losses:
        if loss < best - min_delta:
            best, waited = loss, 0
        else:
            waited += 1
        if waited and waited >= patience:
            drops, waited = drops + 1, 0
        counts.append(drops)
    return np.array([base_lr * factor**count for count in counts], losses.dtype)


def conv2d_cost(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """By the formula, with what "same" needs on both sides taken together."""
    stride, dilation = (np.broadcast_to(value, 2).tolist() for value in (stride, dilation))
    size = []
    for n, k, s, d, i in zip(x_shape[2:], w_shape[2:], stride, dilation, (0, 1), strict=True):
        pads = {"valid": 0, "same": max((-(-n // s) - 1) * s + d * (k - 1) + 1 - n, 0)}
        both = pads[padding] if isinstance(padding, str) else 2 * int(np.broadcast_to(padding, 2)[i])
        size.append((n + both - d * (k - 1) - 1) // s + 1)
    out, seen, *kernel = w_shape
    area = kernel[0] * kernel[1]
    return (x_shape[0], out, *size), x_shape[0] * size[0] * size[1] * out * seen * area, out * (seen * area + 1)
