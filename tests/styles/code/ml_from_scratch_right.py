"""Layers in the shape of ML-From-Scratch, written for these tests: all right, Adam's bias correction included."""

import copy
import math

import numpy as np


class StochasticGradientDescent:
    def __init__(self, learning_rate=0.01, momentum=0):
        self.learning_rate, self.momentum, self.w_updt = learning_rate, momentum, None

    def update(self, w, grad_wrt_w):
        if self.w_updt is None:
            self.w_updt = np.zeros(np.shape(w))
        self.w_updt = self.momentum * self.w_updt + (1 - self.momentum) * grad_wrt_w
        return w - self.learning_rate * self.w_updt


class Adagrad:
    def __init__(self, learning_rate=0.01):
        self.learning_rate, self.G, self.eps = learning_rate, None, 1e-8

    def update(self, w, grad_wrt_w):
        if self.G is None:
            self.G = np.zeros(np.shape(w))
        self.G += np.power(grad_wrt_w, 2)
        return w - self.learning_rate * grad_wrt_w / np.sqrt(self.G + self.eps)


class RMSprop:
    def __init__(self, learning_rate=0.01, rho=0.9):
        self.learning_rate, self.Eg, self.eps, self.rho = learning_rate, None, 1e-8, rho

    def update(self, w, grad_wrt_w):
        if self.Eg is None:
            self.Eg = np.zeros(np.shape(grad_wrt_w))
        self.Eg = self.rho * self.Eg + (1 - self.rho) * np.power(grad_wrt_w, 2)
        return w - self.learning_rate * grad_wrt_w / np.sqrt(self.Eg + self.eps)


class Adam:
    def __init__(self, learning_rate=0.001, b1=0.9, b2=0.999):
        self.learning_rate, self.eps, self.m, self.v, self.t, self.b1, self.b2 = (
            learning_rate,
            1e-8,
            None,
            None,
            0,
            b1,
            b2,
        )

    def update(self, w, grad_wrt_w):
        if self.m is None:
            self.m, self.v = np.zeros(np.shape(grad_wrt_w)), np.zeros(np.shape(grad_wrt_w))
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * grad_wrt_w
        self.v = self.b2 * self.v + (1 - self.b2) * np.power(grad_wrt_w, 2)
        m_hat, v_hat = self.m / (1 - self.b1**self.t), self.v / (1 - self.b2**self.t)
        return w - self.learning_rate * m_hat / (np.sqrt(v_hat) + self.eps)


class SquareLoss:
    def loss(self, y, y_pred):
        return 0.5 * np.power(y - y_pred, 2)

    def gradient(self, y, y_pred):
        return -(y - y_pred)


class Sigmoid:
    def __call__(self, x):
        return 1 / (1 + np.exp(-x))

    def gradient(self, x):
        return self.__call__(x) * (1 - self.__call__(x))


class ELU:
    def __init__(self, alpha=0.1):
        self.alpha = alpha

    def __call__(self, x):
        return np.where(x >= 0.0, x, self.alpha * (np.exp(x) - 1))

    def gradient(self, x):
        return np.where(x > 0.0, 1, self.alpha * np.exp(x))


class Layer:
    def set_input_shape(self, shape):
        self.input_shape = shape


class Dense(Layer):
    def __init__(self, n_units, input_shape=None):
        self.n_units, self.input_shape, self.trainable = n_units, input_shape, True

    def initialize(self, optimizer):
        limit = 1 / math.sqrt(self.input_shape[0])
        self.W = np.random.uniform(-limit, limit, (self.input_shape[0], self.n_units))
        self.w0 = np.zeros((1, self.n_units))
        self.W_opt, self.w0_opt = copy.copy(optimizer), copy.copy(optimizer)

    def forward_pass(self, X, training=True):
        self.layer_input = X
        return X.dot(self.W) + self.w0

    def backward_pass(self, accum_grad):
        W = self.W
        if self.trainable:
            self.W = self.W_opt.update(self.W, self.layer_input.T.dot(accum_grad))
            self.w0 = self.w0_opt.update(self.w0, np.sum(accum_grad, axis=0, keepdims=True))
        return accum_grad.dot(W.T)


class BatchNormalization(Layer):
    def __init__(self, momentum=0.99):
        self.momentum, self.eps, self.running_mean, self.running_var = momentum, 0.01, None, None

    def initialize(self, optimizer):
        self.gamma, self.beta = np.ones(self.input_shape), np.zeros(self.input_shape)
        self.gamma_opt, self.beta_opt = copy.copy(optimizer), copy.copy(optimizer)

    def forward_pass(self, X, training=True):
        if self.running_mean is None:
            self.running_mean, self.running_var = np.mean(X, axis=0), np.var(X, axis=0)
        mean, var = self.running_mean, self.running_var
        if training:
            mean, var = np.mean(X, axis=0), np.var(X, axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        self.X_centered, self.stddev_inv = X - mean, 1 / np.sqrt(var + self.eps)
        return self.gamma * self.X_centered * self.stddev_inv + self.beta

    def backward_pass(self, accum_grad):
        gamma, norm, n = self.gamma, self.X_centered * self.stddev_inv, accum_grad.shape[0]
        self.gamma = self.gamma_opt.update(self.gamma, np.sum(accum_grad * norm, axis=0))
        self.beta = self.beta_opt.update(self.beta, np.sum(accum_grad, axis=0))
        total, along = np.sum(accum_grad, axis=0), np.sum(accum_grad * self.X_centered, axis=0)
        return (
            (1 / n) * gamma * self.stddev_inv * (n * accum_grad - total - self.X_centered * self.stddev_inv**2 * along)
        )


class Dropout(Layer):
    def __init__(self, p=0.2):
        self.p, self._mask = p, None

    def forward_pass(self, X, training=True):
        c = 1 - self.p
        if training:
            self._mask = np.random.uniform(size=X.shape) > self.p
            c = self._mask
        return X * c

    def backward_pass(self, accum_grad):
        return accum_grad * self._mask


class Conv2D(Layer):
    def __init__(self, n_filters, filter_shape, input_shape=None, padding="same", stride=1):
        self.n_filters, self.filter_shape, self.padding = n_filters, filter_shape, padding
        self.stride, self.input_shape = stride, input_shape

    def initialize(self, optimizer):
        limit = 1 / math.sqrt(np.prod(self.filter_shape))
        self.W = np.random.uniform(-limit, limit, size=(self.n_filters, self.input_shape[0], *self.filter_shape))
        self.w0 = np.zeros((self.n_filters, 1))
        self.W_opt, self.w0_opt = copy.copy(optimizer), copy.copy(optimizer)

    def pads(self):
        if self.padding == "valid":
            return (0, 0), (0, 0)
        return tuple(((k - 1) // 2, k // 2) for k in self.filter_shape)

    def forward_pass(self, X, training=True):
        self.layer_input, (kh, kw), s = X, self.filter_shape, self.stride
        x = np.pad(X, ((0, 0), (0, 0), *self.pads()))
        oh, ow = (x.shape[2] - kh) // s + 1, (x.shape[3] - kw) // s + 1
        self.X_col = np.stack([x[:, :, i : i + s * oh : s, j : j + s * ow : s] for i in range(kh) for j in range(kw)])
        W = self.W.reshape(self.n_filters, -1, kh * kw)
        return np.einsum("fck,kncij->nfij", W, self.X_col) + self.w0[:, :, None]

    def backward_pass(self, accum_grad):
        (kh, kw), s, W = self.filter_shape, self.stride, self.W
        grad_w = np.einsum("nfij,kncij->fck", accum_grad, self.X_col).reshape(W.shape)
        self.W = self.W_opt.update(self.W, grad_w)
        self.w0 = self.w0_opt.update(self.w0, np.sum(accum_grad, axis=(0, 2, 3)).reshape(-1, 1))
        (top, bottom), (left, right) = self.pads()
        n, c, h, w = self.layer_input.shape
        dx = np.zeros((n, c, h + top + bottom, w + left + right))
        _, _, oh, ow = accum_grad.shape
        for i in range(kh):
            for j in range(kw):
                part = np.einsum("nfij,fc->ncij", accum_grad, W[:, :, i, j])
                dx[:, :, i : i + s * oh : s, j : j + s * ow : s] += part
        return dx[:, :, top : top + h, left : left + w]
