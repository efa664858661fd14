"""A learning rate that rises to its maximum and falls far below its start, in one cycle."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero, require_choice, require_share


def one_cycle_lr(
    iteration: int,
    *,
    max_lr: float,
    total_steps: int,
    start_fraction: float = 0.1,
    end_fraction: float = 1e-4,
    warmup_fraction: float = 0.5,
    anneal: str = "linear",
    phases: str = "two",
) -> float:
    """Raise the rate from a fraction of the maximum to the maximum, then lower it to a much smaller fraction.

    Args:
        iteration: the number of iterations done, counted from 0; at most `total_steps` − 1.
        max_lr: the highest rate, at least 0.
        total_steps: the number of iterations of the whole cycle, at least 1.
        start_fraction: the first rate, as a share of `max_lr`, in [0, 1].
        end_fraction: the last rate, as a share of `max_lr`, in [0, 1]; not used with three phases.
        warmup_fraction: the share of the iterations that rise, in [0, 1]: the maximum is reached at
            u = warmup_fraction·total_steps − 1, which must lie after 0 and before the last iteration; not used with
            three phases.
        anneal: "linear" or "cosine": along a straight line, or along half a cosine.
        phases: "two": up, then down to the end (PyTorch, Optax). "three": up in half = (total − last)//2 iterations,
            down to the start in as many, then linearly to a thousandth of the start in the rest, of about
            last = total//10 + 1 (Géron); linear only.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration` or `max_lr` is negative, `iteration` is not below `total_steps`, a fraction is outside
            [0, 1], the maximum would lie at the first or the last iteration, a phase would have no iteration, or a
            convention is unknown or the two do not go together.

    Source: Smith, A Disciplined Approach to Neural Network Hyper-Parameters, arXiv:1803.09820;
    torch.optim.lr_scheduler.OneCycleLR; Géron, Hands-On Machine Learning, 2nd edition, chapter 11.
    """
    require_at_least_zero(iteration=iteration, max_lr=max_lr)
    require_at_least_one(total_steps=total_steps)
    require_share(start_fraction=start_fraction, end_fraction=end_fraction, warmup_fraction=warmup_fraction)
    require_choice(("two", "three"), phases=phases)
    require_choice(("linear", "cosine") if phases == "two" else ("linear",), anneal=anneal)
    # Half an iteration on, where no whole iteration lies: rounding noise cannot change the decisions on it.
    if not iteration < total_steps - 0.5:
        raise ValueError(f"iteration must be less than total_steps, {total_steps}, not {iteration}.")
    start = start_fraction * max_lr
    if phases == "three":
        return _three_phases(iteration, max_lr, start, total_steps)
    last = total_steps - 1
    peak = warmup_fraction * total_steps - 1
    if not 0 < peak < last:
        raise ValueError(
            f"warmup_fraction must put the maximum between the first and the last iteration, not at {peak}."
        )
    end = end_fraction * max_lr
    # Each phase stays at the maximum where the other one rules, so the lower of the two is the rate.
    rising = start + (max_lr - start) * _annealed(np.minimum(iteration / peak, 1), anneal)
    falling = end + (max_lr - end) * _annealed(np.minimum((last - iteration) / (last - peak), 1), anneal)
    return np.minimum(rising, falling)


def _annealed(share: float, anneal: str) -> float:
    # From 0 to 1 as the share goes from 0 to 1.
    return share if anneal == "linear" else (1 - np.cos(np.pi * share)) / 2


def _three_phases(iteration: int, max_lr: float, start: float, total_steps: int) -> float:
    half = (total_steps - (total_steps // 10 + 1)) // 2
    if half < 1:
        raise ValueError(f"total_steps must leave at least one iteration for each phase, not {total_steps}.")
    if iteration < half + 0.5:
        return start + (max_lr - start) * iteration / half
    if iteration < 2 * half + 0.5:
        return start + (max_lr - start) * (2 * half - iteration) / half
    end = start / 1000
    return end + (start - end) * (total_steps - iteration) / (total_steps - 2 * half)
