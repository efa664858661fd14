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
    """PyTorch pools no images without channels."""
    if 0 in arguments["x"].shape[1:]:
        return "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input"
    return None
