"""torch.optim.Adam for one step."""

import torch

from ._state import parameter, require_same_shape, state


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """PyTorch's own fused step, resumed from the state given."""
    require_same_shape(param, grad=grad, m=m, v=v)
    if epsilon != "outside":
        raise ValueError(f"epsilon must be outside, which is what PyTorch offers, not {epsilon!r}.")
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.Adam([tensor], lr=lr, betas=(beta1, beta2), eps=eps, fused=True)
    # PyTorch counts the steps done, and adds this one itself.
    done = torch.tensor(step - 1, dtype=torch.float32)
    optimizer.state[tensor].update(step=done, exp_avg=state(m), exp_avg_sq=state(v))
    optimizer.step()
    return (
        tensor.detach().numpy(),
        optimizer.state[tensor]["exp_avg"].numpy(),
        optimizer.state[tensor]["exp_avg_sq"].numpy(),
    )
