"""The sum of windows of PyTorch, which lie in columns, an image at a time."""

from torch.nn import functional

from ._tensors import tensor


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """torch.nn.functional.fold of the windows turned around: it takes (N, C·kh·kw, H'·W')."""
    windows = tensor(cols).reshape(x_shape[0], len(cols) // max(x_shape[0], 1), cols.shape[1]).transpose(1, 2)
    return functional.fold(windows, tuple(x_shape[2:]), kernel, 1, padding, stride).numpy()
