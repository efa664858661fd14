"""torch.optim.Adagrad for one step."""

import torch

from ._state import parameter, require_same_shape, state


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """PyTorch's own fused step, resumed from the sum given."""
    require_same_shape(param, grad=grad, accumulator=accumulator)
    if epsilon != "outside":
        raise ValueError(f"epsilon must be outside, which is what PyTorch offers, not {epsilon!r}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.Adagrad([tensor], lr=lr, eps=eps, fused=True)
    optimizer.state[tensor]["sum"] = state(accumulator)
    optimizer.step()
    return tensor.detach().numpy(), optimizer.state[tensor]["sum"].numpy()
