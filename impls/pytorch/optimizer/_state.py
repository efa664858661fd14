"""Parameters on the way into torch.optim and back, and the checks it leaves out."""

import torch


def parameter(param, grad):
    """Return a copy of the parameter that carries a copy of its gradient."""
    tensor = torch.from_numpy(param.copy()).requires_grad_()
    tensor.grad = state(grad)
    return tensor


def state(array):
    """Return a copy that the optimizer may change."""
    return torch.from_numpy(array.copy())


def require_same_shape(param, **others):
    """Refuse a gradient or a state that is not shaped like the parameter it belongs to."""
    for name, array in others.items():
        if array.shape != param.shape:
            raise ValueError(f"{name} must have the shape of param, {param.shape}, not {array.shape}.")
