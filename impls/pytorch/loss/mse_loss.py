"""The mean squared error of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, require_choice, require_same_shape, tensor


def mse_loss(prediction, target, *, reduction="mean"):
    """torch.nn.functional.mse_loss."""
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
    return functional.mse_loss(tensor(prediction), tensor(target), reduction=reduction).numpy()


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """torch.nn.functional.mse_loss through autograd."""
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
    return gradient(lambda p: functional.mse_loss(p, tensor(target), reduction=reduction), prediction)
