"""torch.optim.SGD with Nesterov's momentum for one step."""

import torch

from ._state import parameter, require_same_shape, state


def declines(*, primitive, **arguments):
    """Say why PyTorch does not offer this call."""
    if arguments.get("momentum") == 0:
        return "Nesterov momentum requires a momentum and zero dampening"
    return None


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_outside"):
    """PyTorch's own fused step, resumed from the velocity given."""
    require_same_shape(param, grad=grad, velocity=velocity)
    if form != "lr_outside":
        raise ValueError(f"form must be lr_outside, which is what PyTorch offers, not {form!r}.")
    if not 0 <= momentum < 1:
        raise ValueError(f"momentum must be at least 0 and less than 1, not {momentum}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.SGD([tensor], lr=lr, momentum=momentum, nesterov=True, fused=True)
    optimizer.state[tensor]["momentum_buffer"] = state(velocity)
    optimizer.step()
    return tensor.detach().numpy(), optimizer.state[tensor]["momentum_buffer"].numpy()
