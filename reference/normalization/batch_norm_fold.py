"""Folding: a batch normalization at inference absorbed by the layer before it."""

import numpy as np

from ._checks import check_eps, check_parameters


def batch_norm_fold(
    w: np.ndarray,
    b: np.ndarray,
    gamma: np.ndarray,
    beta: np.ndarray,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    *,
    eps: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias of the one layer that does what the layer and its batch normalization did.

    Args:
        w: dense weights (in, out), or convolution weights (out, in, kh, kw).
        b: the layer's bias, (out,).
        gamma, beta, running_mean, running_var: of the batch normalization, (out,).
        eps: added to the variance inside the root, at least 0.

    Returns:
        w shaped as w, b shaped as b.

    Raises:
        ValueError: for shapes that do not fit, or a negative eps.

    Source: Jacob et al., arXiv:1712.05877, section 3.2, equation 14; the bias as in
        torch.nn.utils.fusion.fuse_conv_bn_weights of PyTorch 2.13.
    """
    if np.ndim(w) not in (2, 4):
        raise ValueError(f"w must have shape (in, out) or (out, in, kh, kw), got {np.shape(w)}.")
    units = np.shape(w)[1] if np.ndim(w) == 2 else np.shape(w)[0]
    check_parameters(units, b=b, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    check_eps(eps)
    scale = gamma / np.sqrt(running_var + eps)
    spread = scale if np.ndim(w) == 2 else np.reshape(scale, (units, 1, 1, 1))
    return w * spread, (b - running_mean) * scale + beta
