"""The exponential linear unit of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def elu(x, *, alpha=1.0):
    """torch.nn.functional.elu."""
    return functional.elu(tensor(x), alpha).numpy()


def elu_backward(dy, x, *, alpha=1.0):
    """torch.nn.functional.elu through autograd."""
    return gradient(lambda scores: functional.elu(scores, alpha), x, dy)
