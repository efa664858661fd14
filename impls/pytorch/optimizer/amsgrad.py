"""torch.optim.Adam with amsgrad=True for one step."""

import torch

from ._state import parameter, require_same_shape, state


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """PyTorch's own step, resumed from the state given; not the fused one, which loses a NaN in the maximum."""
    require_same_shape(param, grad=grad, m=m, v=v, v_max=v_max)
    if maximum_of != "raw":
        raise ValueError(f"maximum_of must be raw, which is what PyTorch offers, not {maximum_of!r}.")
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
    tensor = parameter(param, grad)
    optimizer = torch.optim.Adam([tensor], lr=lr, betas=(beta1, beta2), eps=eps, amsgrad=True)
    # PyTorch counts the steps done, and adds this one itself.
    done = torch.tensor(step - 1, dtype=torch.float32)
    optimizer.state[tensor].update(step=done, exp_avg=state(m), exp_avg_sq=state(v), max_exp_avg_sq=state(v_max))
    optimizer.step()
    kept = (optimizer.state[tensor][name].numpy() for name in ("exp_avg", "exp_avg_sq", "max_exp_avg_sq"))
    return (tensor.detach().numpy(), *kept)
