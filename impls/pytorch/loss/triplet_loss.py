"""The triplet loss of PyTorch."""

import torch
from torch.nn import functional

from ._tensors import require_choice, require_same_shape, tensor


def triplet_loss(anchor, positive, negative, *, margin=0.2, distance="euclidean"):
    """torch.nn.functional.triplet_margin_loss, without the 1e-6 that it adds to every difference by default."""
    _require(anchor, positive, negative, distance)
    rows = tensor(anchor), tensor(positive), tensor(negative)
    return functional.triplet_margin_loss(*rows, margin=margin, eps=0).numpy()


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2, distance="euclidean"):
    """torch.nn.functional.triplet_margin_loss through autograd."""
    _require(anchor, positive, negative, distance)
    rows = tuple(tensor(array, learns=True) for array in (anchor, positive, negative))
    loss = functional.triplet_margin_loss(*rows, margin=margin, eps=0)
    return tuple(gradient.numpy() for gradient in torch.autograd.grad(loss, rows))


def declines(*, primitive, margin, **rows):
    """PyTorch asks for a positive margin, and a row that just keeps it has its gradient."""
    if margin == 0:
        return f"margin must be greater than 0, got {margin}"
    if primitive == "triplet_loss_backward":
        near, far = (
            functional.pairwise_distance(tensor(rows["anchor"]), tensor(rows[other]), eps=0)
            for other in ("positive", "negative")
        )
        if (near - far + margin == 0).any():
            return "PyTorch's clamp has slope 1 where a row just keeps the margin"
    return None


def _require(anchor, positive, negative, distance):
    require_choice("distance", distance, ("euclidean",))
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
    if anchor.ndim != 2:
        raise ValueError(f"anchor must be (N, D), got shape {anchor.shape}")
