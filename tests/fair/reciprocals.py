"""Divisions as multiplications by the reciprocal: of counts, of roots, of sums."""

import _moments
import _normalizations
import _squares
import numpy as np
from _how import How, carried_out
from _windows import axes, windows


class _Reciprocal(How):
    def mean(self, x, axis):
        """Return the mean over some axes by the reciprocal of their count."""
        return self.total(x, axis, keepdims=True) * (1 / _moments.count(x, axis))


def _through(how, flow, centred, root, axis):
    inverse = 1 / root
    normalized = centred * inverse
    return inverse * (flow - how.mean(flow, axis) - normalized * how.mean(flow * normalized, axis))


globals().update(carried_out(_Reciprocal(through=_through), _normalizations, _squares))


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """By the power of −½."""
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred * (np.mean(centred * centred, axis=-1, keepdims=True) + eps) ** -0.5 * gamma + beta


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """By one factor a channel."""
    factor = 1 / np.sqrt(running_var + eps) * gamma
    shape = (-1, *(1,) * (x.ndim - 2))
    return (x - running_mean.reshape(shape)) * factor.reshape(shape) + beta.reshape(shape)


def softmax(x, *, axis=-1):
    """One reciprocal a line."""
    exponentials = np.exp(x - x.max(axis=axis, keepdims=True, initial=-np.inf))
    return exponentials * (1 / exponentials.sum(axis=axis, keepdims=True))


def softmax_cross_entropy_loss_backward(logits, labels):
    """Probabilities, less 1 at the label, by one factor."""
    dlogits = softmax(logits, axis=1)
    dlogits[np.arange(len(labels)), labels] -= 1
    return dlogits * _one_over(len(labels))


def mse_loss(prediction, target):
    """The sum by one factor."""
    return np.sum((prediction - target) ** 2) * _one_over(prediction.size)


def huber_loss(prediction, target, *, delta=1.0):
    """The straight part is shifted by ½δ²."""
    size = np.abs(prediction - target)
    return np.sum(np.where(size <= delta, 0.5 * size * size, delta * size - 0.5 * delta**2)) * _one_over(size.size)


def hinge_loss_backward(scores, labels, *, margin=1.0):
    """Counts by one factor."""
    rows = np.arange(len(labels))
    counts = (scores - scores[rows, labels][:, np.newaxis] + margin > 0).astype(scores.dtype)
    counts[rows, labels] = 0
    counts[rows, labels] = -counts.sum(axis=1)
    return counts * _one_over(len(labels))


def style_loss(style, generated):
    """The squares by one factor."""
    grams = [np.einsum("chw,dhw->cd", features, features) for features in (style, generated)]
    return np.sum((grams[0] - grams[1]) ** 2) * (0.25 * _one_over(style.size) ** 2)


def avg_pool2d(x, *, kernel, stride=None, padding=0):
    """The sums by one factor."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    return windows(x, rows, columns).sum(axis=(4, 5)) * (1 / (rows.kernel * columns.kernel))


def global_avg_pool2d(x):
    """The sums by one factor."""
    return x.sum(axis=(2, 3)) * (1 / (x.shape[2] * x.shape[3]))


def global_avg_pool2d_backward(dy, x):
    """The gradient by one factor."""
    return np.ones_like(x) * (dy * (1 / (x.shape[2] * x.shape[3])))[:, :, np.newaxis, np.newaxis]


def clip_by_norm(grad, *, limit):
    """A factor of at most 1, as Keras and TensorFlow have it."""
    norm = np.linalg.norm(grad.ravel())
    return grad * min(1, limit / norm) if norm else grad.copy()


def max_norm(w, *, limit):
    """Factors of at most 1."""
    norm = np.linalg.norm(w, axis=0)
    return w * np.minimum(1, limit / np.where(norm > 0, norm, 1))


def clip_by_global_norm(grads, *, limit):
    """One factor of at most 1."""
    norm = np.sqrt(sum(np.sum(grad * grad) for grad in grads))
    return [grad * np.minimum(1, limit / (norm or 1)).astype(grad.dtype) for grad in grads]


def _one_over(count):
    return 1 / count if count else np.nan
