"""Power decay, with NumPy's power."""

from ._rates import power as raised
from ._rates import require_at_least


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """One power per call, with no state to carry along."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, decay_steps=decay_steps)
    return float(base_lr * raised(1.0 + iteration / decay_steps, -power))
