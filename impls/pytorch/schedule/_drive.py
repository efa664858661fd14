"""A PyTorch scheduler, stepped from the first iteration to the one asked for."""

import torch

FARTHEST = 10_000


def rate_after(make_scheduler, iteration, base_lr):
    """Return the rate of an optimizer whose scheduler has made that many steps."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=float(base_lr))
    scheduler = make_scheduler(optimizer)
    for _ in range(iteration):
        optimizer.step()
        scheduler.step()
    return float(scheduler.get_last_lr()[0])


def too_far(iteration):
    """Say so when the stepping would take unreasonably long."""
    if iteration > FARTHEST:
        return (
            f"PyTorch steps through all iterations before the one asked for; beyond {FARTHEST:,} that takes too long."
        )
    return None


def require_at_least(least, **options):
    """Refuse options below their least value, which PyTorch's schedulers accept in silence."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")


def require_share(**fractions):
    """Refuse fractions outside [0, 1]."""
    for name, value in fractions.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} must be between 0 and 1, not {value}.")
