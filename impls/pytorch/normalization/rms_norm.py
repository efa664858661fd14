"""The root mean square normalization of PyTorch."""

from torch.nn.functional import rms_norm as torch_rms_norm

from ._tensors import gradients, tensor


def rms_norm(x, gamma, *, eps=1e-5):
    """torch.nn.functional.rms_norm."""
    return torch_rms_norm(tensor(x), gamma.shape, tensor(gamma), eps).numpy()


def rms_norm_backward(dy, x, gamma, *, eps=1e-5):
    """torch.nn.functional.rms_norm through autograd."""
    return gradients(lambda x, gamma: torch_rms_norm(x, gamma.shape, gamma, eps), (x, gamma), dy)
