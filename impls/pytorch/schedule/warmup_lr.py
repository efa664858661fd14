"""torch.optim.lr_scheduler.LinearLR."""

from torch.optim.lr_scheduler import LinearLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, **arguments):
    """Say why PyTorch does not offer this call."""
    return too_far(iteration)


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """PyTorch's own scheduler, stepped to the iteration; it counts the steps between the first rate and the whole."""
    require_at_least(0, iteration=iteration)
    require_at_least(1, warmup_steps=warmup_steps)
    return rate_after(
        lambda optimizer: LinearLR(optimizer, start_factor=1 / warmup_steps, total_iters=warmup_steps - 1),
        iteration,
        base_lr,
    )
