"""Functions in the shapes of the deep learning courses of Coursera, written for these tests: all right."""

import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z)), Z


def relu(Z):
    return np.maximum(0, Z), Z


def relu_backward(dA, cache):
    return dA * (cache > 0)


def sigmoid_backward(dA, cache):
    s = 1 / (1 + np.exp(-cache))
    return dA * s * (1 - s)


def linear_forward(A, W, b):
    return W @ A + b, (A, W, b)


def linear_backward(dZ, cache):
    A, W, _ = cache
    m = A.shape[1]
    return W.T @ dZ, dZ @ A.T / m, dZ.sum(axis=1, keepdims=True) / m


def windows(A, f, stride):
    for h in range((A.shape[1] - f) // stride + 1):
        for w in range((A.shape[2] - f) // stride + 1):
            yield h, w, (slice(None), slice(h * stride, h * stride + f), slice(w * stride, w * stride + f))


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    f, n_C = W.shape[0], W.shape[3]
    Z = np.zeros((len(A), (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1, n_C))
    for h, w, window in windows(A, f, stride):
        Z[:, h, w] = np.tensordot(A[window], W, axes=3) + b.reshape(-1)
    return Z, (A_prev, W, b, hparameters)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for h, w, window in windows(A, W.shape[0], stride):
        dA[window] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
        dW += np.tensordot(A[window], dZ[:, h, w], axes=(0, 0))
    return dA[:, pad:-pad, pad:-pad, :].reshape(A_prev.shape), dW, dZ.sum(axis=(0, 1, 2)).reshape(b.shape)


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    A = np.zeros(
        (len(A_prev), (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1, A_prev.shape[3])
    )
    for h, w, window in windows(A_prev, f, stride):
        A[:, h, w] = A_prev[window].max(axis=(1, 2)) if mode == "max" else A_prev[window].mean(axis=(1, 2))
    return A, (A_prev, hparameters)


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    dA_prev = np.zeros(A_prev.shape)
    for h, w, window in windows(A_prev, f, hparameters["stride"]):
        d = dA[:, h, w][:, None, None]
        part = A_prev[window]
        dA_prev[window] += (part == part.max(axis=(1, 2), keepdims=True)) * d if mode == "max" else d / f**2
    return dA_prev


def update_parameters_with_gd(parameters, grads, learning_rate):
    return {key: value - learning_rate * grads["d" + key] for key, value in parameters.items()}


def initialize_velocity(parameters):
    return {"d" + key: np.zeros(value.shape) for key, value in parameters.items()}


def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for key in parameters:
        v["d" + key] = beta * v["d" + key] + (1 - beta) * grads["d" + key]
        parameters[key] = parameters[key] - learning_rate * v["d" + key]
    return parameters, v


def initialize_adam(parameters):
    return initialize_velocity(parameters), initialize_velocity(parameters)


def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8):
    for key in parameters:
        d = "d" + key
        v[d] = beta1 * v[d] + (1 - beta1) * grads[d]
        s[d] = beta2 * s[d] + (1 - beta2) * grads[d] ** 2
        step = v[d] / (1 - beta1**t) / (np.sqrt(s[d] / (1 - beta2**t)) + epsilon)
        parameters[key] = parameters[key] - learning_rate * step
    return parameters, v, s


def initialize_parameters_he(layers_dims):
    np.random.seed(3)
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * np.sqrt(2 / layers_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


def iou(box1, box2):
    w = max(0, min(box1[2], box2[2]) - max(box1[0], box2[0]))
    h = max(0, min(box1[3], box2[3]) - max(box1[1], box2[1]))
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (box1, box2)]
    return w * h / (sum(areas) - w * h)
