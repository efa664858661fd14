"""torch.optim.lr_scheduler.ConstantLR with a factor of 1."""

from torch.optim.lr_scheduler import ConstantLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def fixed_lr(iteration, *, base_lr):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration)
    return rate_after(lambda optimizer: ConstantLR(optimizer, factor=1.0), iteration, base_lr)
