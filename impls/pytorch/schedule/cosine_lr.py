"""torch.optim.lr_scheduler.CosineAnnealingLR."""

from torch.optim.lr_scheduler import CosineAnnealingLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="rise"):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, min_lr=min_lr)
    require_at_least(1, total_steps=total_steps)
    if after_end != "rise":
        raise ValueError(f"after_end must be rise, which is what PyTorch offers, not {after_end!r}.")
    return rate_after(lambda optimizer: CosineAnnealingLR(optimizer, total_steps, min_lr), iteration, base_lr)
