"""torch.optim.AdamW for one step."""

import torch

from ._state import parameter, require_same_shape, state


def adamw(
    param,
    grad,
    m,
    v,
    *,
    step,
    lr=0.001,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    weight_decay=0.01,
    decay="lr_scaled",
):
    """PyTorch's own fused step, resumed from the state given."""
    require_same_shape(param, grad=grad, m=m, v=v)
    if decay != "lr_scaled":
        raise ValueError(f"decay must be lr_scaled, which is what PyTorch offers, not {decay!r}.")
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.AdamW([tensor], lr=lr, betas=(beta1, beta2), eps=eps, weight_decay=weight_decay, fused=True)
    # PyTorch counts the steps done, and adds this one itself.
    done = torch.tensor(step - 1, dtype=torch.float32)
    optimizer.state[tensor].update(step=done, exp_avg=state(m), exp_avg_sq=state(v))
    optimizer.step()
    return (
        tensor.detach().numpy(),
        optimizer.state[tensor]["exp_avg"].numpy(),
        optimizer.state[tensor]["exp_avg_sq"].numpy(),
    )
