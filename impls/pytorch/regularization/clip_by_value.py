"""PyTorch's own clipping of gradients by value."""

import torch


def clip_by_value(grad, *, limit):
    """torch.nn.utils.clip_grad_value_ on a parameter that carries the gradient."""
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
    parameter = torch.from_numpy(grad.copy()).requires_grad_()
    parameter.grad = torch.from_numpy(grad.copy())
    torch.nn.utils.clip_grad_value_([parameter], limit)
    return parameter.grad.numpy()
