"""The group normalization of ONNX Runtime."""

from onnx import helper

from .._sessions import run


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """GroupNormalization, with its statistics in the type of x."""
    stash_type = helper.np_dtype_to_tensor_dtype(x.dtype)
    return run("GroupNormalization", x, gamma, beta, num_groups=groups, epsilon=eps, stash_type=stash_type)


def declines(*, x, **_):
    """ONNX Runtime reshapes x with a size left open."""
    return None if len(x) else "The dimension with value zero exceeds the dimension size of the input tensor"
