"""Functions of common names, written for these tests: all right."""

import numpy as np


def logistic(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_derivative(a):
    return a * (1 - a)


def lrelu(Z, alpha=0.01):
    return np.where(Z > 0, Z, alpha * Z)


def relu_prime(Z):
    return (Z > 0).astype(float)


def softmax(z):
    shifted = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def mean_squared_error(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def categorical_cross_entropy(y_true, y_pred):
    return -np.sum(y_true * np.log(y_pred + 1e-9)) / len(y_true)


def precision(y_true, y_pred):
    found = np.sum(y_pred == 1)
    return np.sum((y_pred == 1) & (y_true == 1)) / found if found else 0.0


def convolve2d(image, kernel, stride=1, padding=0):
    image = np.pad(image, padding)
    rows, columns = kernel.shape
    out = np.zeros(((image.shape[0] - rows) // stride + 1, (image.shape[1] - columns) // stride + 1))
    for i, j in np.ndindex(*out.shape):
        out[i, j] = np.sum(image[i * stride : i * stride + rows, j * stride : j * stride + columns] * kernel)
    return out


def dropout(X, keep_prob):
    return X * (np.random.rand(*X.shape) < keep_prob) / keep_prob


def batchnorm(x, gamma, beta):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-8) + beta


def py_cpu_nms(dets, thresh):
    x1, y1, x2, y2, scores = dets.T
    areas = (x2 - x1 + 1) * (y2 - y1 + 1)
    order, keep = scores.argsort()[::-1], []
    while order.size:
        first, rest = order[0], order[1:]
        keep.append(first)
        w = np.maximum(0, np.minimum(x2[first], x2[rest]) - np.maximum(x1[first], x1[rest]) + 1)
        h = np.maximum(0, np.minimum(y2[first], y2[rest]) - np.maximum(y1[first], y1[rest]) + 1)
        order = rest[w * h / (areas[first] + areas[rest] - w * h) <= thresh]
    return keep


def bb_intersection_over_union(boxA, boxB):
    w = max(0, min(boxA[2], boxB[2]) - max(boxA[0], boxB[0]))
    h = max(0, min(boxA[3], boxB[3]) - max(boxA[1], boxB[1]))
    a, b = ((box[2] - box[0]) * (box[3] - box[1]) for box in (boxA, boxB))
    return w * h / float(a + b - w * h)


class AdamOptimizer:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999):
        self.learning_rate, self.beta1, self.beta2, self.t, self.m, self.v = learning_rate, beta1, beta2, 0, 0.0, 0.0

    def update(self, w, dw):
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * dw
        self.v = self.beta2 * self.v + (1 - self.beta2) * dw**2
        m, v = self.m / (1 - self.beta1**self.t), self.v / (1 - self.beta2**self.t)
        return w - self.learning_rate * m / (np.sqrt(v) + 1e-8)
