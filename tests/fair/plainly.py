"""What needs no arithmetic worth the name, done in the most obvious way."""

import numpy as np


def constant_init(shape, *, value):
    """Filled."""
    return np.full(shape, value, np.float64)


def relu(x):
    """Clipped from below."""
    return np.clip(x, 0, None)


def relu_backward(dy, x):
    """The sign's positive part by the gradient."""
    return np.where(np.sign(x) == 1, dy, 0).astype(dy.dtype)


def leaky_relu(x, *, slope=0.01):
    """Both parts, added."""
    return np.maximum(x, 0) + slope * np.minimum(x, 0)


def leaky_relu_backward(dy, x, *, slope=0.01):
    """Changed where it is not passed on."""
    dx = dy.copy()
    dx[~(x > 0)] *= slope
    return dx


def rrelu_backward(dy, slopes):
    """Changed where the slope is not 1."""
    dx = dy.copy()
    dx *= slopes
    return dx


def clip_by_value(grad, *, limit):
    """Clipped."""
    return np.clip(grad, -limit, limit)


def magnitude_prune(w, *, threshold):
    """Zeroed in a copy."""
    pruned = w.copy()
    pruned[(w < threshold) & (w > -threshold)] = 0
    return pruned


def l1_penalty_gradient(w, *, strength):
    """One side less the other."""
    return strength * ((w > 0).astype(w.dtype) - (w < 0)) + 0 * w


def l2_penalty_gradient(w, *, strength):
    """Twice the half."""
    return (2 * w) * (strength / 2)


def global_max_pool2d(x):
    """The largest of all."""
    return np.max(x.reshape(*x.shape[:2], x.shape[2] * x.shape[3]), axis=-1)


def mse_loss_backward(prediction, target):
    """Twice the difference's share."""
    return (prediction - target) * (2 / max(prediction.size, 1))


def content_loss_backward(content, generated):
    """The difference."""
    return np.subtract(generated, content)


def huber_loss_backward(prediction, target, *, delta=1.0):
    """Clipped, then shared."""
    return np.clip(prediction - target, -delta, delta) / prediction.size


def cross_entropy_loss_backward(probability, target):
    """The quotient's share."""
    return np.divide(-target, probability * len(target), out=np.zeros_like(target), where=target != 0)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """The channels are brought to the end, and back."""
    last = np.moveaxis(x, 1, -1)
    y = gamma * ((last - running_mean) / np.sqrt(running_var + eps)) + beta
    return np.moveaxis(y, -1, 1)


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """Unit by unit."""
    folded, shifts = w.copy(), b.copy()
    for unit in range(len(b)):
        weights = folded[:, unit] if w.ndim == 2 else folded[unit]
        root = np.sqrt(running_var[unit] + eps)
        weights *= gamma[unit] / root
        shifts[unit] = gamma[unit] * (b[unit] - running_mean[unit]) / root + beta[unit]
    return folded, shifts


def conv2d_cost(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """Windows are counted as they fit."""
    size = []
    for i, (n, k) in enumerate(zip(x_shape[2:], w_shape[2:], strict=True)):
        s, d = np.broadcast_to(stride, 2)[i], np.broadcast_to(dilation, 2)[i]
        if s < 1 or d < 1:
            raise ValueError("a window must move on")
        if padding == "same":
            size.append(len(range(0, n, s)))
        else:
            room = n + 2 * (0 if padding == "valid" else np.broadcast_to(padding, 2)[i])
            size.append(len(range(0, room - d * (k - 1), s)))
    shape = (x_shape[0], w_shape[0], *size)
    weights = int(np.prod(w_shape))
    return shape, x_shape[0] * size[0] * size[1] * weights, weights + w_shape[0]
