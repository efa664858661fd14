"""torch.optim.SGD for one step."""

import torch

from ._state import parameter, require_same_shape


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """PyTorch's own fused step, with its coupled weight decay."""
    require_same_shape(param, grad=grad)
    tensor = parameter(param, grad)
    torch.optim.SGD([tensor], lr=lr, weight_decay=weight_decay, fused=True).step()
    return tensor.detach().numpy()
