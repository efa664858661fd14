"""torch.optim.lr_scheduler.StepLR."""

from torch.optim.lr_scheduler import StepLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def step_lr(iteration, *, base_lr, gamma, step_size):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return rate_after(lambda optimizer: StepLR(optimizer, step_size, gamma), iteration, base_lr)
