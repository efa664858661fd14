"""NumPy arrays in and out of PyTorch."""

import numpy as np
import torch


def tensor(array, *, learns=False):
    """Share the array's memory where PyTorch can, which is not the case for read-only or reversed arrays."""
    shareable = array.flags.writeable and all(step >= 0 for step in array.strides)
    return torch.from_numpy(array if shareable else np.array(array)).requires_grad_(learns)


def gradient(loss, x):
    """The gradient of a scalar loss with respect to x, by PyTorch's own autograd."""
    x = tensor(x, learns=True)
    return torch.autograd.grad(loss(x), x)[0].numpy()


def require_choice(name, value, allowed):
    """Refuse what PyTorch does not offer."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}: PyTorch offers nothing else, got {value!r}")


def require_same_shape(**arrays):
    """Refuse what PyTorch would broadcast, with no more than a warning."""
    (first, *_), shape = arrays, next(iter(arrays.values())).shape
    for name, array in arrays.items():
        if array.shape != shape:
            raise ValueError(f"{name} must have the shape of {first}, {shape}, got {array.shape}")
