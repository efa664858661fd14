"""Layers in the shape of hipsternet, written for these tests: all right."""

import numpy as np


def fc_forward(X, W, b):
    return X @ W + b, (W, X)


def fc_backward(dout, cache):
    W, h = cache
    return dout @ W.T, h.T @ dout, np.sum(dout, axis=0, keepdims=True)


def relu_forward(X):
    return np.maximum(X, 0), X


def relu_backward(dout, cache):
    dX = dout.copy()
    dX[cache <= 0] = 0
    return dX


def dropout_forward(X, p_dropout):
    u = np.random.binomial(1, p_dropout, size=X.shape) / p_dropout
    return X * u, u


def dropout_backward(dout, cache):
    return dout * cache


def bn_forward(X, gamma, beta, cache, momentum=0.9, train=True):
    running_mean, running_var = cache
    if not train:
        return (X - running_mean) / np.sqrt(running_var + 1e-8) * gamma + beta, None, running_mean, running_var
    mu, var = X.mean(axis=0), X.var(axis=0)
    X_norm = (X - mu) / np.sqrt(var + 1e-8)
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    return gamma * X_norm + beta, (X, X_norm, mu, var, gamma), running_mean, running_var


def bn_backward(dout, cache):
    X, X_norm, _, var, gamma = cache
    dn = dout * gamma
    dX = (dn - dn.mean(axis=0) - X_norm * (dn * X_norm).mean(axis=0)) / np.sqrt(var + 1e-8)
    return dX, np.sum(dout * X_norm, axis=0), np.sum(dout, axis=0)


def conv_forward(X, W, b, stride=1, padding=1):
    f, _, k, _ = W.shape
    n, _, h, w = X.shape
    if (h - k + 2 * padding) % stride or (w - W.shape[3] + 2 * padding) % stride:
        raise Exception("Invalid output dimension!")
    x = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, W.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.tensordot(windows, W, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)
    return out + b.reshape(1, -1, 1, 1), (X, W, stride, padding, windows)


def conv_backward(dout, cache):
    X, W, stride, padding, windows = cache
    db = np.sum(dout, axis=(0, 2, 3)).reshape(-1, 1)
    dW = np.tensordot(dout, windows, axes=((0, 2, 3), (0, 2, 3)))
    dx = np.zeros(np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))).shape)
    for i in range(W.shape[2]):
        for j in range(W.shape[3]):
            part = np.tensordot(dout, W[:, :, i, j], axes=(1, 0)).transpose(0, 3, 1, 2)
            dx[:, :, i : i + stride * dout.shape[2] : stride, j : j + stride * dout.shape[3] : stride] += part
    return dx[:, :, padding : padding + X.shape[2], padding : padding + X.shape[3]], dW, db


def maxpool_forward(X, size=2, stride=2):
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))[:, :, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], -1)
    return flat.max(axis=-1), (X, size, stride, flat.argmax(axis=-1))


def maxpool_backward(dout, cache):
    X, size, stride, places = cache
    dX = np.zeros_like(X)
    for n, c, i, j in np.ndindex(*dout.shape):
        a, b = divmod(places[n, c, i, j], size)
        dX[n, c, i * stride + a, j * stride + b] += dout[n, c, i, j]
    return dX
