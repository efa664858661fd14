"""Mistakes in normalizations that were written after the suite, by someone who had not seen it."""

import math

import numpy as np


def batch_norm__running_in_place(
    x,
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum=0.9,
    eps=1e-5,
    running="biased",
    axes="channel",
    momentum_of="old",
):
    """You updated the caller's running statistics with *= and +=; the new ones are new arrays, the old ones stay as they were.

    Whoever calls again with the same statistics, to compare or to repeat a step, gets another result.
    """
    over, shape, count = _layout(x, axes)
    _refuse_unless(all(np.shape(p) == (math.prod(shape),) for p in (gamma, beta, running_mean, running_var)))
    _refuse_unless(eps >= 0, 0 <= momentum <= 1, running in ("biased", "unbiased"), momentum_of in ("old", "new"))
    _refuse_unless(count > (1 if running == "unbiased" else 0))
    mean = np.mean(x, axis=over, keepdims=True)
    var = np.mean((x - mean) ** 2, axis=over, keepdims=True)
    y = (x - mean) / np.sqrt(var + eps) * np.reshape(gamma, shape) + np.reshape(beta, shape)
    old = momentum if momentum_of == "old" else 1 - momentum
    new = 1 - momentum if momentum_of == "old" else momentum
    stored_var = var * count / (count - 1) if running == "unbiased" else var
    running_mean *= old
    running_mean += new * np.reshape(mean, running_mean.shape)
    running_var *= old
    running_var += new * np.reshape(stored_var, running_var.shape)
    return y, running_mean, running_var


def batch_norm_backward__one_term_over_the_batch(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You averaged dy·x̂ over the examples only; a channel's statistics come from all its N·H·W values, like the other term.

    For dense layers, and with statistics per feature, the two counts are one.
    """
    over, shape, count = _layout(x, axes)
    _refuse_unless(dy.shape == x.shape, np.shape(gamma) == (math.prod(shape),), eps >= 0, count > 0)
    mean = np.mean(x, axis=over, keepdims=True)
    root = np.sqrt(np.mean((x - mean) ** 2, axis=over, keepdims=True) + eps)
    normalized = (x - mean) / root
    dbeta = np.sum(dy, axis=over, keepdims=True)
    dgamma = np.sum(dy * normalized, axis=over, keepdims=True)
    dx = np.reshape(gamma, shape) / root * (dy - dbeta / count - normalized * dgamma / len(x))
    return dx, np.reshape(dgamma, np.shape(gamma)), np.reshape(dbeta, np.shape(gamma))


def batch_norm_fold__bias_not_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You carried the layer's bias over as it is; it goes through the normalization too and is scaled by γ/√(var + ε).

    The folded bias is (b − mean)·scale + β. Layers before a normalization often have no bias, and then nothing shows.
    """
    _refuse_unless(w.ndim in (2, 4), eps >= 0)
    units = w.shape[1] if w.ndim == 2 else w.shape[0]
    _refuse_unless(all(np.shape(p) == (units,) for p in (b, gamma, beta, running_mean, running_var)))
    scale = gamma / np.sqrt(running_var + eps)
    folded = w * (scale if w.ndim == 2 else scale[:, None, None, None])
    return folded, b - running_mean * scale + beta


def rms_norm_backward__gamma_in_one_term_only(dy, x, gamma, *, eps=1e-5):
    """You left γ out of the term that comes through the mean square; that mean is over γ·dy·x̂.

    The gradient of the normalized row is γ·dy, and both terms are made of it. With γ = 1, as layers start, it is right.
    """
    _refuse_unless(x.ndim >= 1, dy.shape == x.shape, np.shape(gamma) == x.shape[-1:], eps >= 0, x.shape[-1:] != (0,))
    root = np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)
    normalized = x / root
    dx = (dy * gamma - normalized * np.mean(dy * normalized, axis=-1, keepdims=True)) / root
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1)))


def local_response_norm_backward__window_not_mirrored(
    dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"
):
    """You summed over the forward's window on the way back; it has to be mirrored, which shows when its size is even.

    A channel acts on those that have it in their window. If these look two back and one ahead, it is looked at from one
    back and two ahead.
    """
    _refuse_unless(x.ndim == 4, dy.shape == x.shape, size >= 1, alpha >= 0, beta >= 0, k >= 0)
    _refuse_unless(alpha_over in ("size", "one"))
    weight = alpha / size if alpha_over == "size" else alpha
    scale = k + weight * _window_sums(x**2, size)
    through = _window_sums(dy * x * scale ** (-beta - 1), size)
    return dy / scale**beta - 2 * weight * beta * x * through


def layer_norm_backward__parameters_over_first_axis(dy, x, gamma, *, eps=1e-5):
    """You summed dγ and dβ over the first axis alone; they are summed over every axis but the last, as x may have three.

    For (N, D) the two are the same; sequences (N, T, D) get a gradient (T, D) for parameters (D,).
    """
    _refuse_unless(x.ndim >= 1, dy.shape == x.shape, np.shape(gamma) == x.shape[-1:], eps >= 0, x.shape[-1:] != (0,))
    mean = np.mean(x, axis=-1, keepdims=True)
    root = np.sqrt(np.mean((x - mean) ** 2, axis=-1, keepdims=True) + eps)
    normalized = (x - mean) / root
    flow = dy * gamma
    straight = flow - np.mean(flow, axis=-1, keepdims=True)
    dx = (straight - normalized * np.mean(flow * normalized, axis=-1, keepdims=True)) / root
    rows = 0 if x.ndim > 1 else ()
    return dx, np.sum(dy * normalized, axis=rows), np.sum(dy, axis=rows)


def instance_norm__variance_in_one_pass(x, gamma, beta, *, eps=1e-5):
    """You computed the variance as E[x²] − E[x]², which cancels when the mean is large; average (x − mean)² instead.

    Pictures with values around 1000 keep half of their digits or fewer, in single precision none.
    """
    _refuse_unless(x.ndim == 4, np.shape(gamma) == np.shape(beta) == x.shape[1:2], eps >= 0, min(x.shape[2:]) > 0)
    mean = np.mean(x, axis=(2, 3), keepdims=True)
    var = np.maximum(np.mean(x * x, axis=(2, 3), keepdims=True) - mean * mean, 0)
    return (x - mean) / np.sqrt(var + eps) * np.reshape(gamma, (-1, 1, 1)) + np.reshape(beta, (-1, 1, 1))


def group_norm__size_for_number_and_dealt_out(x, gamma, beta, *, groups, eps=1e-5):
    """You took `groups` for the channels in a group and dealt channels out in turn; it is their number, neighbours together.

    With C channels there are `groups` groups, and the first holds channels 0 to C/groups − 1.
    """
    _refuse_unless(x.ndim in (2, 4), groups >= 1, eps >= 0, np.shape(gamma) == np.shape(beta) == x.shape[1:2])
    n, channels = x.shape[:2]
    _refuse_unless(channels % groups == 0, math.prod(x.shape[1:]) > 0)
    dealt = x.reshape(n, groups, channels // groups, math.prod(x.shape[2:]))
    mean = np.mean(dealt, axis=(1, 3), keepdims=True)
    root = np.sqrt(np.mean((dealt - mean) ** 2, axis=(1, 3), keepdims=True) + eps)
    shape = (1, channels, 1, 1)[: x.ndim]
    return ((dealt - mean) / root).reshape(x.shape) * gamma.reshape(shape) + beta.reshape(shape)


def _layout(x, axes):
    _refuse_unless(x.ndim in (2, 4), axes in ("channel", "feature"))
    if axes == "feature" or x.ndim == 2:
        return (0,), (1, *x.shape[1:]), x.shape[0]
    return (0, 2, 3), (1, x.shape[1], 1, 1), x.shape[0] * x.shape[2] * x.shape[3]


def _window_sums(values, size):
    padded = np.pad(values, ((0, 0), (size // 2, (size - 1) // 2), (0, 0), (0, 0)))
    return np.sum(np.lib.stride_tricks.sliding_window_view(padded, size, axis=1), axis=-1)


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
