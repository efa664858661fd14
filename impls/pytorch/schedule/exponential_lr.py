"""torch.optim.lr_scheduler.ExponentialLR."""

from torch.optim.lr_scheduler import ExponentialLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def exponential_lr(iteration, *, base_lr, gamma):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    return rate_after(lambda optimizer: ExponentialLR(optimizer, gamma), iteration, base_lr)
