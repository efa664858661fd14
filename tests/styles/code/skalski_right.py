"""Layers in the shape of ILearnDeepLearning.py, written for these tests: all right."""

import numpy as np


class DenseLayer:
    def __init__(self, w, b):
        self._w, self._b = w, b
        self._dw = self._db = self._a_prev = None

    @property
    def gradients(self):
        return None if self._dw is None else (self._dw, self._db)

    def forward_pass(self, a_prev, training):
        self._a_prev = np.array(a_prev, copy=True)
        return np.dot(a_prev, self._w.T) + self._b

    def backward_pass(self, da_curr):
        n = self._a_prev.shape[0]
        self._dw = np.dot(da_curr.T, self._a_prev) / n
        self._db = np.sum(da_curr, axis=0, keepdims=True) / n
        return np.dot(da_curr, self._w)


class ConvLayer2D:
    def __init__(self, w, b, padding="valid", stride=1):
        self._w, self._b, self._padding, self._stride = w, b, padding, stride

    @property
    def gradients(self):
        return self._dw, self._db

    def pads(self):
        kh, kw = self._w.shape[:2]
        return ((0, 0), (0, 0)) if self._padding == "valid" else (((kh - 1) // 2, kh // 2), ((kw - 1) // 2, kw // 2))

    def windows(self, x):
        (kh, kw), s = self._w.shape[:2], self._stride
        for i in range((x.shape[1] - kh) // s + 1):
            for j in range((x.shape[2] - kw) // s + 1):
                yield i, j, (slice(None), slice(i * s, i * s + kh), slice(j * s, j * s + kw))

    def forward_pass(self, a_prev, training):
        self._a_prev = a_prev
        x = np.pad(a_prev, ((0, 0), *self.pads(), (0, 0)))
        (kh, kw), s = self._w.shape[:2], self._stride
        out = np.zeros((len(x), (x.shape[1] - kh) // s + 1, (x.shape[2] - kw) // s + 1, self._w.shape[3]))
        for i, j, window in self.windows(x):
            out[:, i, j] = np.tensordot(x[window], self._w, axes=3)
        return out + self._b

    def backward_pass(self, da_curr):
        pads = self.pads()
        x = np.pad(self._a_prev, ((0, 0), *pads, (0, 0)))
        dx, self._dw, n = np.zeros_like(x), np.zeros_like(self._w), len(x)
        for i, j, window in self.windows(x):
            dx[window] += np.tensordot(da_curr[:, i, j], self._w, axes=(1, 3))
            self._dw += np.tensordot(x[window], da_curr[:, i, j], axes=(0, 0)) / n
        self._db = da_curr.sum(axis=(0, 1, 2)) / n
        (top, _), (left, _) = pads
        return dx[:, top : top + self._a_prev.shape[1], left : left + self._a_prev.shape[2]]


class DropoutLayer:
    def __init__(self, keep_prob):
        self._keep_prob, self._mask = keep_prob, None

    def forward_pass(self, a_prev, training):
        if not training:
            return a_prev
        self._mask = np.random.rand(*a_prev.shape) < self._keep_prob
        return a_prev * self._mask / self._keep_prob

    def backward_pass(self, da_curr):
        return da_curr * self._mask / self._keep_prob
