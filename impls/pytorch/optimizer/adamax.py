"""torch.optim.Adamax for one step."""

import torch

from ._state import parameter, require_same_shape, state


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """PyTorch's own step, which has no fused form, resumed from the state given."""
    require_same_shape(param, grad=grad, m=m, u=u)
    if epsilon != "in_maximum":
        raise ValueError(f"epsilon must be in_maximum, which is what PyTorch offers, not {epsilon!r}.")
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.Adamax([tensor], lr=lr, betas=(beta1, beta2), eps=eps)
    # PyTorch counts the steps done, and adds this one itself.
    done = torch.tensor(step - 1, dtype=torch.float32)
    optimizer.state[tensor].update(step=done, exp_avg=state(m), exp_inf=state(u))
    optimizer.step()
    return (
        tensor.detach().numpy(),
        optimizer.state[tensor]["exp_avg"].numpy(),
        optimizer.state[tensor]["exp_inf"].numpy(),
    )
