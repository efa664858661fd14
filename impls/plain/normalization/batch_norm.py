"""Batch normalization in plain Python."""

from ._layout import averaging, check, check_gradient, check_values, layout
from ._moments import array, inverse_root, statistics


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """One channel after another as a list of numbers: every step of the definition can be read and stepped through."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    old, new, new_var = averaging(n * size, momentum, running, momentum_of)

    y = [None] * (n * length * size)
    means, variances = running_mean.tolist(), running_var.tolist()
    channels = zip(_channels(x, n, length, size), gamma.tolist(), beta.tolist(), strict=True)
    for c, (values, scale, shift) in enumerate(channels):
        mean, variance = statistics(values)
        scale *= inverse_root(variance + eps)
        _put(y, c, [(value - mean) * scale + shift for value in values], length, size)
        means[c] = old * means[c] + new * mean
        variances[c] = old * variances[c] + new_var * variance
    return array(y, x, x.shape), array(means, x, length), array(variances, x, length)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """One straight line per channel, found once and applied to every number."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    y = [None] * (n * length * size)
    parameters = zip(running_mean.tolist(), running_var.tolist(), gamma.tolist(), beta.tolist(), strict=True)
    for c, (values, (mean, variance, scale, shift)) in enumerate(
        zip(_channels(x, n, length, size), parameters, strict=True)
    ):
        scale *= inverse_root(variance + eps)
        _put(y, c, [(value - mean) * scale + shift for value in values], length, size)
    return array(y, x, x.shape)


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """One channel after another: two sums, then one line per element."""
    n, length, size = layout(x, axes)
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    count = n * size
    check_values(count)
    dx, dgamma, dbeta = [None] * (n * length * size), [], []
    channels = zip(_channels(x, n, length, size), _channels(dy, n, length, size), gamma.tolist(), strict=True)
    for c, (values, gradients, scale) in enumerate(channels):
        mean, variance = statistics(values)
        inverse = inverse_root(variance + eps)
        normalized = [(value - mean) * inverse for value in values]
        dbeta.append(sum(gradients))
        dgamma.append(sum(gradient * z for gradient, z in zip(gradients, normalized, strict=True)))
        mean_gradient, projection, scale = dbeta[c] / count, dgamma[c] / count, scale * inverse
        through = zip(gradients, normalized, strict=True)
        _put(dx, c, [scale * (gradient - mean_gradient - z * projection) for gradient, z in through], length, size)
    return array(dx, dy, dy.shape), array(dgamma, dy, length), array(dbeta, dy, length)


def _channels(x, n, length, size):
    """The numbers behind each statistic, one list after another."""
    flat = x.ravel().tolist()
    for c in range(length):
        if size == 1:
            yield flat[c::length]
        else:
            yield [v for i in range(n) for v in flat[(i * length + c) * size : (i * length + c + 1) * size]]


def _put(flat, c, values, length, size):
    """Write one channel's numbers back where _channels found them."""
    if size == 1:
        flat[c::length] = values
        return
    for start in range(0, len(values), max(size, 1)):
        place = start * length + c * size
        flat[place : place + size] = values[start : start + size]
