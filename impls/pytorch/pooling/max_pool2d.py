"""The max pooling of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """torch.nn.functional.max_pool2d."""
    return functional.max_pool2d(tensor(x), kernel, stride, padding).numpy()


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """torch.nn.functional.max_pool2d through autograd, which follows the first maximum."""
    if ties != "first":
        raise ValueError(f"ties must be first: PyTorch's max_pool2d follows the first maximum, got {ties!r}")
    return gradient(lambda images: functional.max_pool2d(images, kernel, stride, padding), x, dy)


def declines(*, primitive, **arguments):
    """PyTorch's gradient follows the last NaN of a window, without a choice; images have channels."""
    x = tensor(arguments["x"])
    if not x.shape[1]:
        return "PyTorch pools no images without channels"
    if primitive != "max_pool2d_backward" or not x.isnan().any():
        return None
    windows = (arguments["kernel"], arguments["stride"], arguments["padding"])
    most = functional.avg_pool2d(x.isnan().double(), *windows, divisor_override=1).max()
    return "PyTorch gives the gradient of a window with several NaNs to the last of them" if most > 1 else None
