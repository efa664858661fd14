"""torch.optim.lr_scheduler.MultiStepLR."""

from torch.optim.lr_scheduler import MultiStepLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def multistep_lr(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    if list(milestones) != sorted(milestones):
        raise ValueError(f"milestones must be in rising order, not {list(milestones)}.")
    if at_milestone != "new":
        raise ValueError(f"at_milestone must be new, which is what PyTorch offers, not {at_milestone!r}.")
    return rate_after(lambda optimizer: MultiStepLR(optimizer, milestones, gamma), iteration, base_lr)
