"""torch.optim.RMSprop for one step."""

import torch

from ._state import parameter, require_same_shape, state


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """PyTorch's own step, which has no fused form, resumed from the average given."""
    require_same_shape(param, grad=grad, mean_square=mean_square)
    if epsilon != "outside":
        raise ValueError(f"epsilon must be outside, which is what PyTorch offers, not {epsilon!r}.")
    if not 0 <= rho < 1:
        raise ValueError(f"rho must be at least 0 and less than 1, not {rho}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.RMSprop([tensor], lr=lr, alpha=rho, eps=eps)
    # RMSprop counts its steps, but nothing depends on them.
    optimizer.state[tensor].update(step=torch.tensor(0.0), square_avg=state(mean_square))
    optimizer.step()
    return tensor.detach().numpy(), optimizer.state[tensor]["square_avg"].numpy()
