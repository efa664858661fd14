"""The global max pooling of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def global_max_pool2d(x):
    """torch.nn.functional.adaptive_max_pool2d to one cell."""
    return _pooled(tensor(x)).numpy()


def global_max_pool2d_backward(dy, x, *, ties="first"):
    """torch.nn.functional.adaptive_max_pool2d through autograd, which follows the first maximum."""
    if ties != "first":
        raise ValueError(f"ties must be first: PyTorch's adaptive_max_pool2d follows the first maximum, got {ties!r}")
    return gradient(_pooled, x, dy)


def declines(*, primitive, x, **_):
    """PyTorch's gradient follows the last NaN of an image, without a choice; images have channels."""
    if x.ndim == 4 and not x.shape[1]:
        return "PyTorch pools no images without channels"
    if primitive == "global_max_pool2d_backward" and x.ndim == 4 and (tensor(x).isnan().sum((2, 3)) > 1).any():
        return "PyTorch gives the gradient of an image with several NaNs to the last of them"
    return None


def _pooled(images):
    return functional.adaptive_max_pool2d(images, 1).flatten(1)
