"""The Huber loss of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, require_choice, require_same_shape, tensor


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """torch.nn.functional.huber_loss."""
    return _loss(prediction, target, delta, reduction)(tensor(prediction)).numpy()


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """torch.nn.functional.huber_loss through autograd."""
    return gradient(_loss(prediction, target, delta, reduction), prediction)


def _loss(prediction, target, delta, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
    if not delta > 0:
        raise ValueError("huber_loss does not support non-positive values for delta")
    return lambda p: functional.huber_loss(p, tensor(target), reduction=reduction, delta=delta)
