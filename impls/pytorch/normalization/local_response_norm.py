"""The local response normalization of PyTorch."""

from torch.nn.functional import local_response_norm as torch_local_response_norm

from ._tensors import gradients, offer, tensor


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """torch.nn.functional.local_response_norm."""
    offer("alpha_over", alpha_over, "size")
    return torch_local_response_norm(tensor(x), size, alpha, beta, k).numpy()


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """torch.nn.functional.local_response_norm through autograd."""
    offer("alpha_over", alpha_over, "size")
    return gradients(lambda x: torch_local_response_norm(x, size, alpha, beta, k), (x,), dy)[0]
