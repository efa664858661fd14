"""Batch normalization folded into the convolution before it, by the graph optimizer of ONNX Runtime."""

import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from .._sessions import missing, session_of


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """ConvBNFusion, read from the optimized model; a dense layer is a convolution with kernels of one."""
    filters = w if w.ndim == 4 else w.T[:, :, np.newaxis, np.newaxis]
    conv = helper.make_node("Conv", ["x", "w", "b"], ["z"])
    norm = helper.make_node("BatchNormalization", ["z", "gamma", "beta", "mean", "var"], ["y"], epsilon=eps)
    arrays = dict(w=filters, b=b, gamma=gamma, beta=beta, mean=running_mean, var=running_var)
    constants = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "optimized.onnx")
        session_of([conv, norm], {"x": helper.np_dtype_to_tensor_dtype(w.dtype)}, ["y"], constants, optimized=file)
        graph = onnx.load(file).graph
    found = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    (layer,) = graph.node
    folded, bias = (found[name] for name in layer.input[1:])
    return folded if w.ndim == 4 else folded[:, :, 0, 0].T, bias


def declines(*, w, b, **_):
    """What ONNX Runtime has no kernel for, and layers without inputs."""
    return missing("Conv", w, w, b) or (None if w.size else "X num_channels does not match W num_channels")
