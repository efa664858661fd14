"""The leaky rectified linear unit of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def leaky_relu(x, *, slope=0.01):
    """torch.nn.functional.leaky_relu."""
    return functional.leaky_relu(tensor(x), slope).numpy()


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """torch.nn.functional.leaky_relu through autograd."""
    if at_zero != "slope":
        raise ValueError(f"at_zero must be slope: PyTorch's leaky_relu counts 0 as negative, got {at_zero!r}")
    return gradient(lambda scores: functional.leaky_relu(scores, slope), x, dy)
