"""The average pooling of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """torch.nn.functional.avg_pool2d, which offers both divisors."""
    return _pooling(kernel, stride, padding, divisor)(tensor(x)).numpy()


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """torch.nn.functional.avg_pool2d through autograd."""
    return gradient(_pooling(kernel, stride, padding, divisor), x, dy)


def _pooling(kernel, stride, padding, divisor):
    if divisor not in ("window", "valid"):
        raise ValueError(f"divisor must be one of window, valid, got {divisor!r}")
    counts_padding = divisor == "window"
    return lambda images: functional.avg_pool2d(images, kernel, stride, padding, count_include_pad=counts_padding)


def declines(*, primitive, x, **_):
    """Images have channels."""
    return None if x.shape[1] else "PyTorch pools no images without channels"
