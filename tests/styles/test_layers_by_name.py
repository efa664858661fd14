"""Layers for images, normalization, and optimizers that are handed a network, under the names that people give them."""

from pathlib import Path

import pytest

import primcheck
from primcheck.verdict import BAD

CODE = """
import numpy as np


class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size):
        self.k = kernel_size
        self.W = np.random.randn(kernel_size, kernel_size, in_channels, out_channels)
        self.b = np.zeros((1, 1, 1, out_channels))

    def forward(self, x):
        self.x = x
        n, h, w, _ = x.shape
        out = np.zeros((n, h - self.k + 1, w - self.k + 1, self.W.shape[3]))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j] = np.tensordot(x[:, i : i + self.k, j : j + self.k], self.W, 3) + self.b[0, 0, 0]
        return out

    def backward(self, dout):
        self.dW, self.db = np.zeros_like(self.W), dout.sum(axis=(0, 1, 2), keepdims=True)
        dx = np.zeros_like(self.x)
        for i in range(dout.shape[1]):
            for j in range(dout.shape[2]):
                window = np.s_[:, i : i + self.k, j : j + self.k]
                self.dW += np.tensordot(self.x[window], dout[:, i, j], (0, 0))
                dx[window] += np.tensordot(dout[:, i, j], self.W, (1, 3))
        return dx


class MaxPool:
    def __init__(self, pool_size, stride):
        self.pool, self.stride = pool_size, stride

    def forward(self, inputs):
        self.inputs = inputs
        c, h, w = inputs.shape
        self.rows, self.columns = (h - self.pool) // self.stride + 1, (w - self.pool) // self.stride + 1
        out = np.zeros((c, self.rows, self.columns))
        for _, i, j, window in self.windows():
            out[:, i, j] = window.max(axis=(1, 2))
        return out

    def windows(self):
        for i in range(self.rows):
            for j in range(self.columns):
                top, left = i * self.stride, j * self.stride
                here = np.s_[:, top : top + self.pool, left : left + self.pool]
                yield here, i, j, self.inputs[here]

    def backward(self, dout):
        dx = np.zeros_like(self.inputs)
        for here, i, j, window in self.windows():
            for c in range(len(dx)):
                a, b = np.unravel_index(window[c].argmax(), window[c].shape)
                dx[here][c, a, b] += dout[c, i, j]
        return dx


class BatchNorm:
    def __init__(self, num_features, momentum=0.9, eps=1e-5):
        self.gamma, self.beta = np.ones((1, num_features)), np.zeros((1, num_features))
        self.running_mean, self.running_var = np.zeros((1, num_features)), np.ones((1, num_features))
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=True):
        mean, var = (x.mean(axis=0), x.var(axis=0)) if training else (self.running_mean, self.running_var)
        if training:
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        self.std = np.sqrt(var + self.eps)
        self.hat = (x - mean) / self.std
        return self.gamma * self.hat + self.beta

    def backward(self, dout):
        self.dgamma, self.dbeta = np.sum(dout * self.hat, axis=0), np.sum(dout, axis=0)
        d = dout * self.gamma
        return (d - d.mean(axis=0) - self.hat * np.mean(d * self.hat, axis=0)) / self.std


class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x):
        self.mask = np.random.rand(*x.shape) >= self.p
        return x * self.mask / (1 - self.p)

    def backward(self, dout):
        return dout * self.mask / (1 - self.p)


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def step(self, net):
        for param, grad in net.params_and_grads():
            param -= self.lr * grad


class Momentum:
    def __init__(self, lr, momentum=0.9):
        self.lr, self.momentum, self.velocity = lr, momentum, {}

    def step(self, model):
        for layer in model.layers:
            v = self.momentum * self.velocity.get(id(layer), 0) - self.lr * layer.dW
            self.velocity[id(layer)] = v
            layer.W += v


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = self.m = self.v = 0

    def step(self, grads, params):
        g = grads.values
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        there = self.m / (1 - self.beta1**self.t)
        grads.values = -self.lr * there / (np.sqrt(self.v / (1 - self.beta2**self.t)) + self.eps)
        params += grads
"""

READ = {
    "conv2d",
    "conv2d_backward",
    "max_pool2d",
    "max_pool2d_backward",
    "batch_norm",
    "batch_norm_inference",
    "batch_norm_backward",
    "dropout",
    "dropout_backward",
    "sgd",
    "momentum",
    "adam",
}


def test_right_code_passes_as_it_stands(tmp_path: Path) -> None:
    """Channels last, one image at a time, a network or structured parameters: all is understood, and conforms."""
    path = tmp_path / "right.py"
    path.write_text(CODE)
    report = primcheck.run(str(path))
    assert not [(v["callable"], v["case"], v["message"]) for v in report.verdicts if v["status"] in BAD]
    assert {v["primitive"] for v in report.verdicts if v["status"] == "pass"} == READ


WRONG = [
    ("return dout * self.mask / (1 - self.p)", "return dout * self.mask", "dropout_backward"),
    ("return x * self.mask / (1 - self.p)", "return x * self.mask", "dropout_backward"),
    ("(0, 0))\n                dx[window] +=", "(0, 0))\n                dx[window] =", "conv2d_backward"),
    ("dx[here][c, a, b] += dout", "dx[here][c, a, b] = dout", "max_pool2d_backward"),
    ("+ (1 - self.momentum) * var", "+ self.momentum * var", "batch_norm"),
    (
        "if training else (self.running_mean, self.running_var)",
        "if training else (mean0, var0)",
        "batch_norm_inference",
    ),
    ("- d.mean(axis=0) -", "-", "batch_norm_backward"),
    ("param -= self.lr * grad", "param += self.lr * grad", "sgd"),
    ("- self.lr * layer.dW", "- layer.dW", "momentum"),
    ("self.t += 1", "self.t = 1", "adam"),
]


@pytest.mark.parametrize(("old", "new", "primitive"), WRONG, ids=[f"{w[2]}-{i}" for i, w in enumerate(WRONG)])
def test_wrong_code_is_rejected(tmp_path: Path, old: str, new: str, primitive: str) -> None:
    """A slip is called wrong, and not declined as if the code were something else."""
    assert CODE.count(old) == 1
    path = tmp_path / "wrong.py"
    path.write_text(CODE.replace(old, new.replace("mean0, var0", "x.mean(axis=0), x.var(axis=0)")))
    report = primcheck.run(str(path), only=primitive)
    assert {v["primitive"] for v in report.verdicts if v["status"] in BAD} == {primitive}
    assert report.exit_code == 1
