"""The binary cross-entropy of PyTorch, from logits."""

from torch.nn import functional

from ._tensors import gradient, require_choice, require_same_shape, tensor


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """torch.nn.functional.binary_cross_entropy_with_logits."""
    return _loss(target, logits, reduction)(tensor(logits)).numpy()


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """torch.nn.functional.binary_cross_entropy_with_logits through autograd."""
    return gradient(_loss(target, logits, reduction), logits)


def _loss(target, logits, reduction):
    require_same_shape(logits=logits, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
    return lambda z: functional.binary_cross_entropy_with_logits(z, tensor(target), reduction=reduction)
