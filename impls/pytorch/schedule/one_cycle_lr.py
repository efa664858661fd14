"""torch.optim.lr_scheduler.OneCycleLR."""

from torch.optim.lr_scheduler import OneCycleLR

from ._drive import rate_after, require_at_least, require_share, too_far


def declines(*, primitive, iteration, start_fraction=0.1, end_fraction=1e-4, **arguments):
    """Say why PyTorch does not offer this call."""
    if start_fraction == 0 or end_fraction == 0:
        return "OneCycleLR divides the highest rate to get the first and the last one, which therefore cannot be 0."
    return too_far(iteration)


def one_cycle_lr(
    iteration,
    *,
    max_lr,
    total_steps,
    start_fraction=0.1,
    end_fraction=1e-4,
    warmup_fraction=0.5,
    anneal="linear",
    phases="two",
):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, max_lr=max_lr)
    require_share(start_fraction=start_fraction, end_fraction=end_fraction)
    if phases != "two":
        raise ValueError(f"phases must be two, which is what PyTorch offers, not {phases!r}: its three are others.")
    if iteration >= total_steps or not 0 < warmup_fraction * total_steps - 1 < total_steps - 1:
        raise ValueError("iteration and the maximum must lie inside the cycle, which PyTorch does not check.")
    return rate_after(
        lambda optimizer: OneCycleLR(
            optimizer,
            max_lr,
            total_steps,
            pct_start=warmup_fraction,
            anneal_strategy={"linear": "linear", "cosine": "cos"}[anneal],
            cycle_momentum=False,
            div_factor=1 / start_fraction,
            final_div_factor=start_fraction / end_fraction,
        ),
        iteration,
        max_lr,
    )
