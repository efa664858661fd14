"""torch.optim.lr_scheduler.CosineAnnealingWarmRestarts."""

from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, min_lr=min_lr)
    return rate_after(
        lambda optimizer: CosineAnnealingWarmRestarts(optimizer, period, multiplier, min_lr), iteration, base_lr
    )
