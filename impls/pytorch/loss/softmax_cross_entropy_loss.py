"""The cross-entropy of PyTorch, which takes logits."""

from torch.nn import functional

from ._tensors import gradient, require_choice, tensor


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """torch.nn.functional.cross_entropy."""
    require_choice("reduction", reduction, ("mean", "sum"))
    return functional.cross_entropy(tensor(logits), tensor(labels), reduction=reduction).numpy()


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """torch.nn.functional.cross_entropy through autograd."""
    require_choice("reduction", reduction, ("mean", "sum"))
    return gradient(lambda z: functional.cross_entropy(z, tensor(labels), reduction=reduction), logits)
