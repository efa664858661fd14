"""torch.optim.lr_scheduler.PolynomialLR."""

from torch.optim.lr_scheduler import PolynomialLR

from ._drive import rate_after, require_at_least, too_far


def declines(*, primitive, iteration, max_iterations, power, **arguments):
    """Say why PyTorch does not offer this call."""
    if power == 0 and iteration > max_iterations:
        return "PolynomialLR keeps the base rate beyond its end when power is 0."
    return too_far(iteration)


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """PyTorch's own scheduler, stepped to the iteration."""
    require_at_least(0, iteration=iteration, power=power)
    require_at_least(1, max_iterations=max_iterations)
    return rate_after(lambda optimizer: PolynomialLR(optimizer, max_iterations, power), iteration, base_lr)
