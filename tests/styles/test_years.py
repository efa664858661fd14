"""What differs from year to year and from place to place in public code, and is right; and what beside it is wrong."""

from pathlib import Path

import pytest

import primcheck
from primcheck.api import Report
from primcheck.verdict import BAD

LOSS = """
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


def relu_forward(x):
    return np.maximum(x, 0), x


def softmax_loss(x, y):
    n = np.arange(len(y))
    p = np.exp(x - x.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[n, y]).mean()
    p[n, y] -= 1
    return loss, p / len(y)
"""

NORM = """
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    mean, var = x.mean(axis=0), x.var(axis=0)
    hat = (x - mean) / np.sqrt(var + bn_param["eps"])
    return gamma * hat + beta, {"x": x, "gamma": gamma, "eps": bn_param["eps"]}


def batchnorm_backward(dout, cache):
    out, short = batchnorm_forward_alt(cache["x"], cache["gamma"], 0, cache)
    return batchnorm_backward_alt(dout, short)


def batchnorm_forward_alt(x, gamma, beta, bn_param):
    std = np.sqrt(x.var(axis=0) + bn_param["eps"])
    hat = (x - x.mean(axis=0)) / std
    return gamma * hat + beta, (hat, gamma, std)


def batchnorm_backward_alt(dout, cache):
    hat, gamma, std = cache
    d = dout * gamma
    dx = (d - d.mean(axis=0) - hat * (d * hat).mean(axis=0)) / std
    return dx, (dout * hat).sum(axis=0), dout.sum(axis=0)
"""

ADAM = """
import numpy as np


def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8):
    for k in parameters:
        g = grads["d" + k]
        v["d" + k] = beta1 * v["d" + k] + (1 - beta1) * g
        s["d" + k] = beta2 * s["d" + k] + (1 - beta2) * g**2
        step = v["d" + k] / (1 - beta1**t) / (np.sqrt(s["d" + k] / (1 - beta2**t)) + epsilon)
        parameters[k] = parameters[k] - learning_rate * step
    return parameters, v, s
"""

MOMENTUM = """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for k in parameters:
        v["d" + k] = beta * v["d" + k] + (1 - beta) * grads["d" + k]
        parameters[k] = parameters[k] - learning_rate * v["d" + k]
    return parameters, v
"""

SIZES = """
def bb_intersection_over_union(boxA, boxB):
    (a, b, w, h), (c, d, u, v) = boxA, boxB
    inner = max(0, min(a + w, c + u) - max(a, c)) * max(0, min(b + h, d + v) - max(b, d))
    return inner / float(w * h + u * v - inner)
"""

WHOLE = """
import numpy as np


def non_max_suppression(boxes, scores, threshold):
    order, keep = list(np.argsort(-scores)), []
    while order:
        best = order.pop(0)
        keep.append(best)
        low, high = np.maximum(boxes[best, :2], boxes[order, :2]), np.minimum(boxes[best, 2:], boxes[order, 2:])
        inner = np.maximum(high - low, 0).prod(axis=1)
        sizes = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
        over = inner / (sizes[best] + sizes[order] - inner)
        order = [i for i, o in zip(order, over) if o <= threshold]
    return boxes[keep].astype(int)
"""

RIGHT = {
    "a logarithm without a guard": (LOSS, "softmax_cross_entropy_loss", 1),
    "a second forward function for the second backward one": (NORM, "batch_norm_backward", 2),
    "Adam without the function that makes its state": (ADAM, "adam", 1),
    "momentum without the function that makes its state": (MOMENTUM, "momentum", 1),
    "boxes as a corner and a size": (SIZES, "iou", 1),
    "boxes that are cut down to whole numbers": (WHOLE, "nms", 1),
}


@pytest.mark.parametrize("what", RIGHT)
def test_what_public_code_does_rightly_passes(tmp_path: Path, what: str) -> None:
    """Each is understood, passes cases, and fails none."""
    text, primitive, functions = RIGHT[what]
    report = run(tmp_path, text, primitive)
    assert not [(v["callable"], v["case"], v["message"]) for v in report.verdicts if v["status"] in BAD]
    passed = {v["callable"] for v in report.verdicts if v["status"] == "pass"}
    assert len(passed) == functions


WRONG = {
    "the largest score of all": (LOSS, "x.max(axis=1, keepdims=True)", "x.max()", "softmax_cross_entropy_loss"),
    "scores that overflow": (LOSS, " - x.max(axis=1, keepdims=True)", "", "softmax_cross_entropy_loss"),
    "a sum for a mean": (LOSS, "[n, y]).mean()", "[n, y]).sum()", "softmax_cross_entropy_loss"),
    "a term left out": (NORM, " - d.mean(axis=0)", "", "batch_norm_backward"),
    "a correction left out": (ADAM, " / (1 - beta1**t)", "", "adam"),
    "sizes for corners": (SIZES, "min(a + w, c + u)", "min(w, u)", "iou"),
    "the order reversed": (WHOLE, "np.argsort(-scores)", "np.argsort(scores)", "nms"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_beside_it_fails(tmp_path: Path, what: str) -> None:
    """None of these ways of reading lets a slip through."""
    text, old, new, primitive = WRONG[what]
    assert old in text
    report = run(tmp_path, text.replace(old, new), primitive)
    assert [v for v in report.verdicts if v["status"] in BAD]


def run(folder: Path, text: str, primitive: str) -> Report:
    """Return the report on a file of a text."""
    path = folder / "layers.py"
    path.write_text(text, "utf-8")
    return primcheck.run(str(path), only=primitive)
