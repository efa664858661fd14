"""Mistakes in the folding of batch normalization into the layer before it."""

import numpy as np


def bias_not_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You added the layer's bias as it was, and scaled only the running mean.

    The bias is normalized with everything else that comes out of the layer. Yours is right only where b is 0 or the
    factor 1.

        b' = (b − running_mean) · γ/√(running_var + ε) + β
    """
    scale = gamma / np.sqrt(running_var + eps)
    return _weights(w, scale), b - running_mean * scale + beta


def bias_forgotten(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You took the layer for one without a bias.

    Many layers before a batch normalization have none, but this one brought its own. Yours is right only where b is 0.

        b' = (b − running_mean) · γ/√(running_var + ε) + β
    """
    scale = gamma / np.sqrt(running_var + eps)
    return _weights(w, scale), beta - running_mean * scale


def mean_forgotten(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You did not subtract the running mean.

    The normalization subtracts it before it scales. Yours is right only where it is 0.

        b' = (b − running_mean) · γ/√(running_var + ε) + β
    """
    scale = gamma / np.sqrt(running_var + eps)
    return _weights(w, scale), b * scale + beta


def mean_not_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You subtracted the running mean after scaling the bias.

    Subtract first, scale then. Yours is right only where the running mean is 0 or the factor 1.

        b' = (b − running_mean) · γ/√(running_var + ε) + β
    """
    scale = gamma / np.sqrt(running_var + eps)
    return _weights(w, scale), b * scale - running_mean + beta


def shift_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You multiplied β by the factor too.

    β is added last. Yours is right only where it is 0 or the factor 1.

        b' = (b − running_mean) · γ/√(running_var + ε) + β
    """
    scale = gamma / np.sqrt(running_var + eps)
    return _weights(w, scale), (b - running_mean + beta) * scale


def epsilon_forgotten(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You left ε out.

    The folded layer must divide by what the normalization divides by. Yours is right only where ε is 0.

        w' = w · γ/√(running_var + ε)
    """
    return _fold(w, b, beta, running_mean, gamma / np.sqrt(running_var))


def epsilon_outside_root(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        w' = w · γ/√(running_var + ε)
    """
    return _fold(w, b, beta, running_mean, gamma / (np.sqrt(running_var) + eps))


def root_forgotten(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where running_var + ε is 1.

        w' = w · γ/√(running_var + ε)
    """
    return _fold(w, b, beta, running_mean, gamma / (running_var + eps))


def scale_forgotten(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You left γ out.

    The normalization multiplies by γ. Yours is right only where it is 1.

        w' = w · γ/√(running_var + ε)
    """
    return _fold(w, b, beta, running_mean, 1 / np.sqrt(running_var + eps))


def filters_scaled_along_the_width(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You multiplied convolution weights by the factors as they are, which NumPy lays along the kernel's columns.

    A factor belongs to a filter, the first axis of (out, in, kh, kw): reshape the factors to (out, 1, 1, 1). Dense
    weights (in, out) come out right; as many filters as the kernel has columns come out wrong without an error.

        w'_oikl = w_oikl · γ_o/√(running_var_o + ε)
    """
    scale = gamma / np.sqrt(running_var + eps)
    return w * scale, (b - running_mean) * scale + beta


def input_channels_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You scaled the second axis of the weights, also where the weights are a convolution's.

    Dense weights (in, out) have their units along the second axis, convolution weights (out, in, kh, kw) along the
    first. As many inputs as outputs come out wrong without an error.

        w'_oikl = w_oikl · γ_o/√(running_var_o + ε)
    """
    scale = gamma / np.sqrt(running_var + eps)
    spread = scale if w.ndim == 2 else np.reshape(scale, (1, -1, 1, 1))
    return w * spread, (b - running_mean) * scale + beta


def rows_of_dense_weights_scaled(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You scaled the first axis of the weights, also where the weights are dense.

    Convolution weights (out, in, kh, kw) have their units along the first axis, dense weights (in, out) along the
    second. As many inputs as units come out wrong without an error.

        w'_io = w_io · γ_o/√(running_var_o + ε)
    """
    scale = gamma / np.sqrt(running_var + eps)
    return w * np.reshape(scale, (-1, 1, 1, 1)[: w.ndim]), (b - running_mean) * scale + beta


def weights_folded_in_place(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You wrote the folded weights into the array that you were given.

    The numbers are right, but the caller's layer is gone, and a second call would fold it twice. Return new arrays.

        w' = w · γ/√(running_var + ε)
    """
    scale = gamma / np.sqrt(running_var + eps)
    w *= scale if w.ndim == 2 else np.reshape(scale, (-1, 1, 1, 1))
    return w, (b - running_mean) * scale + beta


def _weights(w, scale):
    """Each unit's weights times its factor, as it should be."""
    return w * (scale if w.ndim == 2 else np.reshape(scale, (-1, 1, 1, 1)))


def _fold(w, b, beta, mean, scale):
    """The folding for a given factor, as it should be."""
    return _weights(w, scale), (b - mean) * scale + beta
