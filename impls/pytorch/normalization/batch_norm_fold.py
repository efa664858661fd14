"""Batch normalization folded into the layer before it, with PyTorch."""

from torch.nn.utils.fusion import fuse_conv_bn_weights, fuse_linear_bn_weights

from ._tensors import tensor


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """What torch.nn.utils.fusion makes of Conv2d and Linear, whose weights are (out, in)."""
    b, gamma, beta, mean, variance = (tensor(array) for array in (b, gamma, beta, running_mean, running_var))
    if w.ndim == 2:
        weight, bias = fuse_linear_bn_weights(tensor(w.T), b, mean, variance, eps, gamma, beta)
        return weight.T.detach().numpy(), bias.detach().numpy()
    weight, bias = fuse_conv_bn_weights(tensor(w), b, mean, variance, eps, gamma, beta)
    return weight.detach().numpy(), bias.detach().numpy()
