"""Mistakes in normalizations that impls/mistaken does not list."""

import numpy as np


def batch_norm__stored_variance_corrected_by_examples(
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
    """You always stored an unbiased variance, and corrected it by N/(N − 1), the images, not the values, per channel."""
    over = (0, 2, 3) if x.ndim == 4 and axes == "channel" else (0,)
    shape = tuple(1 if i in over else n for i, n in enumerate(x.shape))
    mean = np.mean(x, axis=over, keepdims=True)
    var = np.mean((x - mean) ** 2, axis=over, keepdims=True)
    y = (x - mean) / np.sqrt(var + eps) * gamma.reshape(shape) + beta.reshape(shape)
    stored = var * (len(x) / (len(x) - 1)) if len(x) > 1 else var
    old, new = (momentum, 1 - momentum) if momentum_of == "old" else (1 - momentum, momentum)
    running_mean = old * running_mean + new * mean.reshape(running_mean.shape)
    return y, running_mean, old * running_var + new * stored.reshape(running_var.shape)


def layer_norm__rows_without_variance_become_zero(x, gamma, beta, *, eps=1e-5):
    """You set rows of equal values to 0; their normalized values are 0, but β is still added."""
    mean = np.mean(x, axis=-1, keepdims=True)
    var = np.mean((x - mean) ** 2, axis=-1, keepdims=True)
    y = (x - mean) / np.sqrt(var + eps) * gamma + beta
    return np.where(var == 0, np.zeros_like(y), y)


def group_norm__first_channels_parameters_for_the_group(x, gamma, beta, *, groups, eps=1e-5):
    """You scaled and shifted each group by the γ and β of its first channel; every channel has its own."""
    members = x.shape[1] // groups
    split = x.reshape(len(x), groups, members * int(np.prod(x.shape[2:])))
    mean = np.mean(split, axis=-1, keepdims=True)
    var = np.mean((split - mean) ** 2, axis=-1, keepdims=True)
    normalized = ((split - mean) / np.sqrt(var + eps)).reshape(x.shape)
    shape = (1, x.shape[1], 1, 1)[: x.ndim]
    scale, shift = np.repeat(gamma[::members], members), np.repeat(beta[::members], members)
    return normalized * scale.reshape(shape) + shift.reshape(shape)


def instance_norm__last_channel_left_unscaled(x, gamma, beta, *, eps=1e-5):
    """You let the loop over the channels end one early, so the last one gets neither γ nor β."""
    mean = np.mean(x, axis=(2, 3), keepdims=True)
    var = np.mean((x - mean) ** 2, axis=(2, 3), keepdims=True)
    y = (x - mean) / np.sqrt(var + eps)
    for c in range(x.shape[1] - 1):
        y[:, c] = y[:, c] * gamma[c] + beta[c]
    return y


def local_response_norm__window_moved_inside_at_the_borders(
    x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"
):
    """You moved windows that hang over the first or last channel inwards, so that all sum the same number of channels."""
    channels = x.shape[1]
    weight = alpha / size if alpha_over == "size" else alpha
    scale = np.zeros_like(x)
    for c in range(channels):
        start = max(min(c - size // 2, channels - size), 0)
        scale[:, c] = k + weight * np.sum(x[:, start : start + size] ** 2, axis=1)
    return x / scale**beta
