"""torch.optim.NAdam for one step."""

import math

import torch

from ._state import parameter, require_same_shape, state

# How fast the momentum approaches β₁, by PyTorch's keyword `momentum_decay`.
DECAY = {"slow": 4e-3, "fast": 1.0}


def nadam(
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
    schedule="slow",
    lookahead="dozat",
):
    """PyTorch's own step, which has no fused form, resumed from the state given."""
    require_same_shape(param, grad=grad, m=m, v=v)
    if schedule not in DECAY:
        raise ValueError(f"schedule must be slow or fast, which is what PyTorch offers, not {schedule!r}.")
    if lookahead != "dozat":
        raise ValueError(f"lookahead must be dozat, which is what PyTorch offers, not {lookahead!r}.")
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
    tensor = parameter(param, grad)
    decay = DECAY[schedule]
    optimizer = torch.optim.NAdam([tensor], lr=lr, betas=(beta1, beta2), eps=eps, momentum_decay=decay)
    # PyTorch keeps the product of the momenta so far, which a saved m and v do not tell; rebuild it.
    product = math.prod(beta1 * (1 - 0.5 * 0.96 ** (t * decay)) for t in range(1, step))
    optimizer.state[tensor].update(
        step=torch.tensor(step - 1, dtype=torch.float32),
        mu_product=torch.tensor(product, dtype=torch.float64),
        exp_avg=state(m),
        exp_avg_sq=state(v),
    )
    optimizer.step()
    return (
        tensor.detach().numpy(),
        optimizer.state[tensor]["exp_avg"].numpy(),
        optimizer.state[tensor]["exp_avg_sq"].numpy(),
    )
