"""A learning rate that is lowered when the loss stops falling."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_choice


def performance_lr(
    losses: NDArray,
    *,
    base_lr: float,
    factor: float = 0.5,
    patience: int = 5,
    min_delta: float = 0.0,
    threshold: str = "absolute",
    patience_is: str = "reached",
) -> NDArray:
    """Multiply the rate by a factor whenever the loss has not improved for a while: reduce on plateau.

    Args:
        losses: the losses so far, in order, as one axis.
        base_lr: the rate at the start, at least 0.
        factor: what the rate is multiplied by, in [0, 1).
        patience: how many losses without improvement are borne, at least 0.
        min_delta: by how much a loss must be better than the best to count as an improvement, at least 0.
        threshold: how that is measured. "absolute": loss < best − min_delta (Keras). "relative":
            loss < best·(1 − min_delta) (PyTorch).
        patience_is: the count of losses without improvement at which the rate is lowered. "reached": `patience` (Keras).
            "exceeded": one more (PyTorch).

    Returns:
        The rate in force after each loss, shaped like `losses`.

    Raises:
        ValueError: if `losses` has not one axis, `base_lr`, `patience` or `min_delta` is negative, `factor` is outside
            [0, 1) or a convention is unknown.

    Source: keras.callbacks.ReduceLROnPlateau; torch.optim.lr_scheduler.ReduceLROnPlateau; Géron, Hands-On Machine
    Learning, 3rd edition, chapter 11, "Performance scheduling".
    """
    if losses.ndim != 1:
        raise ValueError(f"losses must have one axis, not {losses.ndim}.")
    require_at_least_zero(base_lr=base_lr, patience=patience, min_delta=min_delta)
    if not 0 <= factor < 1:
        raise ValueError(f"factor must be at least 0 and less than 1, not {factor}.")
    require_choice(("absolute", "relative"), threshold=threshold)
    require_choice(("reached", "exceeded"), patience_is=patience_is)
    rates = np.zeros_like(losses)
    rate, best, waited = base_lr, np.inf, 0
    allowed = max(patience - 1, 0) if patience_is == "reached" else patience
    for i in range(losses.size):
        better = best - min_delta if threshold == "absolute" else best * (1 - min_delta)
        # A NaN is not less than anything: it never improves.
        if losses[i] < better:
            best, waited = losses[i], 0
        else:
            waited += 1
            if waited > allowed:
                rate, waited = rate * factor, 0
        rates[i] = rate
    return rates
