"""torch.optim.lr_scheduler.ReduceLROnPlateau."""

import numpy as np
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

from ._drive import require_at_least


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="relative", patience_is="exceeded"
):
    """PyTorch's own scheduler, handed one loss after the other."""
    if losses.ndim != 1:
        raise ValueError(f"losses must have one axis, not {losses.ndim}.")
    require_at_least(0, base_lr=base_lr, factor=factor, patience=patience, min_delta=min_delta)
    if patience_is != "exceeded":
        raise ValueError(f"patience_is must be exceeded, which is what PyTorch offers, not {patience_is!r}.")
    mode = {"absolute": "abs", "relative": "rel"}[threshold]
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=float(base_lr))
    scheduler = ReduceLROnPlateau(
        optimizer, factor=factor, patience=patience, threshold=min_delta, threshold_mode=mode, eps=0
    )
    rates = []
    for loss in losses.tolist():
        scheduler.step(loss)
        rates.append(optimizer.param_groups[0]["lr"])
    return np.array(rates, losses.dtype)
