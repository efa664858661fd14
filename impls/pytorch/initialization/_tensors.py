"""PyTorch's generators, tensors in the order of axes that it expects, and what its initializers decline."""

import torch


def generator(rng):
    """A generator of PyTorch's, seeded from NumPy's."""
    return torch.Generator().manual_seed(int(rng.integers(2**63)))


def empty(shape):
    """A tensor to fill; PyTorch has its own type of error for negative sizes."""
    if any(size < 0 for size in shape):
        raise ValueError(f"shape must not hold negative sizes, got {shape}.")
    return torch.empty(shape, dtype=torch.float64)


def weights(shape):
    """A tensor to fill, and the same memory seen with PyTorch's (out, in) order for dense weights."""
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    tensor = empty(shape)
    return tensor, tensor.T if tensor.ndim == 2 else tensor


def offer(name, value, offered):
    """Refuse the conventions that PyTorch's initializers do not have."""
    if value not in offered:
        choices = " or ".join(map(repr, offered))
        raise ValueError(f"{name} must be {choices}: PyTorch offers nothing else, got {value!r}.")


def decline_empty(shape):
    """The reason to leave arrays without elements alone, or None."""
    return "Initializing zero-element tensors is a no-op" if 0 in tuple(shape) else None
