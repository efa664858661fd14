"""torch.optim.Adadelta for one step."""

import torch

from ._state import parameter, require_same_shape, state


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """PyTorch's own step, which has no fused form, resumed from the state given."""
    require_same_shape(param, grad=grad, mean_square=mean_square, mean_square_delta=mean_square_delta)
    if not 0 <= rho < 1:
        raise ValueError(f"rho must be at least 0 and less than 1, not {rho}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.Adadelta([tensor], lr=lr, rho=rho, eps=eps)
    # Adadelta counts its steps, but nothing depends on them.
    optimizer.state[tensor].update(
        step=torch.tensor(0.0), square_avg=state(mean_square), acc_delta=state(mean_square_delta)
    )
    optimizer.step()
    return (
        tensor.detach().numpy(),
        optimizer.state[tensor]["square_avg"].numpy(),
        optimizer.state[tensor]["acc_delta"].numpy(),
    )
