"""Code in the shapes of courses and libraries: what is right passes as it stands, what is wrong is rejected, and explained."""

from pathlib import Path
from typing import Any

import pytest

import primcheck
from primcheck.api import Report
from primcheck.report.text import told
from primcheck.verdict import BAD

CODE = Path(__file__).parent / "code"

RIGHT = {
    "cs231n": ("CS231n", 25, set()),
    "dlfs": ("Deep Learning from Scratch", 27, set()),
    "coursera": ("Coursera", 17, {"windows"}),
    "ml_from_scratch": ("ML-From-Scratch", 20, {"Layer"}),
    "hipsternet": ("hipsternet", 13, set()),
    "nnfs": ("Neural Networks from Scratch", 12, set()),
    "single_images": ("Numpy-CNN", 4, set()),
    "skalski": ("ILearnDeepLearning", 6, set()),
    "near": ("common names", 14, set()),
    "near_objects": ("common names", 8, set()),
}
"""By file: its style, how many primitives at least are understood, and what is left over rightly."""


def judged(path: Path, **options: Any) -> tuple[Report, dict[str, Any]]:
    """Return the report on a file, and the line about its style."""
    report = primcheck.run(str(path), **options)
    return report, next(iter(report.record.styles), {})


@pytest.mark.parametrize("name", RIGHT)
def test_right_code_passes_as_it_stands(name: str) -> None:
    """Nothing to edit, nothing left over that is understood, no verdict but pass and declined."""
    title, count, left = RIGHT[name]
    report, style = judged(CODE / f"{name}_right.py")
    bad = [(v["callable"], v["primitive"], v["case"], v["message"]) for v in report.verdicts if v["status"] in BAD]
    assert not bad, bad[:3]
    assert title in style["style"]
    assert set(style["left"]) == left
    passed = {v["primitive"] for v in report.verdicts if v["status"] == "pass"}
    assert len(passed) >= count
    assert style["fitting"] == style["seen"]
    assert report.exit_code == 0


WRONG = [
    (
        "skalski",
        "np.sum(da_curr, axis=0, keepdims=True) / n",
        "np.sum(da_curr, axis=0, keepdims=True)",
        "dense_backward",
        "",
    ),
    ("skalski", "return a_prev * self._mask / self._keep_prob", "return a_prev * self._mask", "dropout", ""),
    (
        "near_objects",
        "self.bias -= learning_rate * np.sum(output",
        "self.bias -= learning_rate * np.mean(output",
        "dense_backward",
        "",
    ),
    ("near_objects", "return 2 * (predicted - actual)", "return predicted - actual.mean()", "mse_loss_backward", ""),
    # file, what is written, what a student wrote instead, the primitive, and a word of what is said
    ("cs231n", "std = np.sqrt(var + eps)", "std = np.sqrt(var) + eps", "batch_norm", ""),
    (
        "cs231n",
        "return np.where(cache > 0, dout, 0)",
        "dout[cache <= 0] = 0\n    return dout",
        "relu_backward",
        "in place",
    ),
    ("cs231n", "t=0).items()", "t=1).items()", "adam", ""),
    (
        "cs231n",
        "return -logs[np.arange(n), y].mean(), dx / n",
        "return -logs[np.arange(n), y].mean(), dx",
        "softmax_cross_entropy_loss_backward",
        "",
    ),
    ("cs231n", "mask = (np.random.rand(*x.shape) < p) / p", "mask = np.random.rand(*x.shape) < p", "dropout", ""),
    (
        "cs231n",
        "dx[n, c, i * stride + a, j * stride + b] += dout",
        "dx[n, c, i * stride + a, j * stride + b] = dout",
        "max_pool2d_backward",
        "",
    ),
    (
        "dlfs",
        "dx[np.arange(n), self.t] -= 1\n        return dx / n",
        "dx[np.arange(n), self.t] -= 1\n        return dx",
        "softmax_cross_entropy_loss_backward",
        "",
    ),
    ("dlfs", "self.iter += 1", "self.iter = 1", "adam", ""),
    (
        "dlfs",
        "self.db = np.sum(dout, axis=0)\n        return np.dot(dout, self.W.T)",
        "self.db = np.mean(dout, axis=0)\n        return np.dot(dout, self.W.T)",
        "dense_backward",
        "",
    ),
    (
        "coursera",
        "return W.T @ dZ, dZ @ A.T / m, dZ.sum(axis=1, keepdims=True) / m",
        "return W.T @ dZ, dZ @ A.T / m, dZ.sum(axis=1, keepdims=True)",
        "dense_backward",
        "",
    ),
    ("coursera", "np.sqrt(s[d] / (1 - beta2**t))", "np.sqrt(s[d])", "adam", ""),
    ("coursera", "np.sqrt(2 / layers_dims[l - 1])", "np.sqrt(1 / layers_dims[l - 1])", "he_normal_init", ""),
    (
        "ml_from_scratch",
        "self.m / (1 - self.b1**self.t), self.v / (1 - self.b2**self.t)",
        "self.m / (1 - self.b1), self.v / (1 - self.b2)",
        "adam",
        "",
    ),
    ("ml_from_scratch", "return -(y - y_pred)", "return y - y_pred", "mse_loss_backward", "sign"),
    ("hipsternet", "return dout * cache", "return dout", "dropout_backward", ""),
    (
        "hipsternet",
        "running_var = momentum * running_var + (1 - momentum) * var",
        "running_var = momentum * running_var",
        "batch_norm",
        "",
    ),
    ("nnfs", "self.dinputs[self.inputs <= 0] = 0", "self.dinputs[self.inputs < 0] = 0.5", "relu_backward", ""),
    ("nnfs", "(self.iterations + 1))\n        layer", "max(self.iterations, 1))\n        layer", "adam", ""),
    (
        "single_images",
        "out[k, i, j] = np.sum(filt[k] * ",
        "out[k, i, j] = np.sum(filt[k, :, ::-1, ::-1] * ",
        "conv2d",
        "",
    ),
    ("single_images", "dout[window] += dconv_prev", "dout[window] = dconv_prev", "conv2d_backward", ""),
    (
        "near",
        "return 2 * (y_pred - y_true) / np.size(y_true)",
        "return 2 * (y_true - y_pred) / np.size(y_true)",
        "mse_loss_backward",
        "sign",
    ),
    ("near", "return a * (1 - a)", "return a * (1 + a)", "sigmoid_backward", ""),
    ("near", "order, keep = scores.argsort()[::-1], []", "order, keep = scores.argsort(), []", "nms", ""),
    ("near", "shifted.sum(axis=-1, keepdims=True)", "shifted.sum()", "softmax", ""),
    ("near", "max(0, min(boxA[2], boxB[2])", "abs(min(boxA[2], boxB[2])", "iou", ""),
]


UNEXPLAINED = {("near_objects", "mse_loss_backward"), ("coursera", "he_normal_init"), ("near", "iou")}
"""What is rejected without a word on what the mistake may be: it matches nothing known, and nothing stands out."""


@pytest.mark.parametrize(
    ("name", "old", "new", "primitive", "says"), WRONG, ids=[f"{w[0]}-{w[3]}-{i}" for i, w in enumerate(WRONG)]
)
def test_wrong_code_is_rejected_and_explained(
    tmp_path: Path, name: str, old: str, new: str, primitive: str, says: str
) -> None:
    """A student's slip is called wrong in its own primitive, with an explanation, and named by the student's function."""
    text = (CODE / f"{name}_right.py").read_text("utf-8")
    assert text.count(old) >= 1
    path = tmp_path / f"{name}_wrong.py"
    path.write_text(text.replace(old, new, 1))
    report, style = judged(path, only=primitive)
    bad = [v for v in report.verdicts if v["status"] in {"fail", "raised", "convention"}]
    assert bad, [(v["callable"], v["status"]) for v in report.verdicts]
    assert {v["primitive"] for v in bad} == {primitive}
    labels = {one["callable"] for one in style["read"] if one["primitive"] == primitive}
    assert any(bad[0]["callable"].endswith(label) for label in labels)
    # The formula and the failing numbers are shown of everything that fails; they explain nothing by themselves.
    explained = told([d for d in report.diagnoses if d["primitive"] == primitive])
    assert bool(explained) == ((name, primitive) not in UNEXPLAINED)
    assert report.exit_code == 1
    assert says in " ".join([*(d["says"] + d["name"] for d in report.diagnoses), *(v["message"] for v in bad)])
