"""The batch normalization of ONNX Runtime."""

from .._sessions import offer, run


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """BatchNormalization in training mode."""
    offer("running", running, "biased")
    offer("axes", axes, "channel")
    offer("momentum_of", momentum_of, "old")
    arrays = x, gamma, beta, running_mean, running_var
    return run("BatchNormalization", *arrays, outputs=3, momentum=momentum, epsilon=eps, training_mode=1)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """BatchNormalization."""
    offer("axes", axes, "channel")
    return run("BatchNormalization", x, gamma, beta, running_mean, running_var, epsilon=eps)


def declines(*, x, axes="channel", **_):
    """ONNX normalizes channels."""
    return (
        "ONNX normalizes the channels of images, not every feature apart" if axes == "feature" and x.ndim == 4 else None
    )
