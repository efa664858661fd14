"""Mistakes in the backward of batch normalization."""

import numpy as np

from . import _steps as bn


def statistics_taken_as_constants(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You scaled dy by γ/√(σ² + ε) and stopped there, as if mean and variance were constants.

    Both depend on x; subtract what flows through them. Yours is right only where dy and dy·x̂ each sum to 0, as
    for dy = 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x, axes)
    dgamma, dbeta = bn.gradients(dy, bn.normalize(x, mean, var, eps), axes)
    return bn.flat(bn.spread(gamma, x, axes) / np.sqrt(var + eps) * dy, dgamma, dbeta, axes)


def variance_taken_as_constant(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You let the gradient through the mean, but not through the variance.

    The last term is missing. Yours is right only where dy·x̂ sums to 0, as for a constant channel.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x, axes)
    dgamma, dbeta = bn.gradients(dy, bn.normalize(x, mean, var, eps), axes)
    return bn.flat(
        bn.spread(gamma, x, axes) / np.sqrt(var + eps) * (dy - dbeta / bn.count(x, axes)), dgamma, dbeta, axes
    )


def mean_taken_as_constant(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You let the gradient through the variance, but not through the mean.

    The term with mean(dy) is missing. Yours is right only where dy sums to 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x, axes)
    normalized = bn.normalize(x, mean, var, eps)
    dgamma, dbeta = bn.gradients(dy, normalized, axes)
    dx = bn.spread(gamma, x, axes) / np.sqrt(var + eps) * (dy - normalized * dgamma / bn.count(x, axes))
    return bn.flat(dx, dgamma, dbeta, axes)


def half_the_gradient_of_the_variance(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You lost the 2 of the derivative of (x − µ)².

    With it the last term is whole; yours has half of it, and is right only where dy·x̂ sums to 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, gamma, eps, axes, projection=0.5)


def gradient_of_the_variance_added(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You added the term that flows through the variance.

    A larger variance makes the output smaller: subtract it. Yours is right only where dy·x̂ sums to 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, gamma, eps, axes, projection=-1)


def variance_term_not_normalized(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You used x − µ where x̂ belongs in the term that flows through the variance.

    The derivative of (σ² + ε)^(−½) brings another 1/(σ² + ε). Yours is right only where σ² + ε is 1.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x, axes)
    dgamma, dbeta = bn.gradients(dy, bn.normalize(x, mean, var, eps), axes)
    through = (x - mean) * np.mean(dy * (x - mean), axis=bn.over(x, axes), keepdims=True)
    dx = bn.spread(gamma, x, axes) / np.sqrt(var + eps) * (dy - dbeta / bn.count(x, axes) - through)
    return bn.flat(dx, dgamma, dbeta, axes)


def sums_not_averaged(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You subtracted the sums of dy and dy·x̂ instead of their means.

    Divide both by the number of values per channel. Yours is right only where both sums are 0, or with one value
    per channel.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, gamma, eps, axes, count=1)


def sums_divided_by_batch_only(dy, x, gamma, *, eps=1e-5):
    """You divided the sums of dy and dy·x̂ by the batch size N, also for images.

    Divide by N·H·W, the number of values in the sums. Dense inputs (N, C) come out right.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, gamma, eps, count=x.shape[0])


def means_over_the_batch_only(dy, x, gamma, *, eps=1e-5):
    """You averaged dy and dy·x̂ over the batch for dx, so that every position of an image got means of its own.

    Average over the positions too, as the forward's mean and variance do. Dense inputs (N, C) come out right.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x)
    normalized = bn.normalize(x, mean, var, eps)
    through = bn.average(dy, (0,)) + normalized * bn.average(dy * normalized, (0,))
    dgamma, dbeta = bn.gradients(dy, normalized)
    return bn.flat(bn.spread(gamma, x) / np.sqrt(var + eps) * (dy - through), dgamma, dbeta)


def gamma_along_the_width(dy, x, gamma, *, eps=1e-5):
    """You multiplied by γ as it is, which NumPy lays along the last axis, the width of an image.

    Reshape it to (1, C, 1, 1) first. Dense inputs (N, C) come out right; an image as wide as it has channels comes
    out wrong without an error.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    dx, dgamma, dbeta = _backward(dy, x, np.ones_like(gamma), eps)
    return gamma * dx, dgamma, dbeta


def gamma_forgotten(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You left γ out of dx.

    The output is γ·x̂ + β, so that dx̂ = γ·dy. Yours is right only where γ is 1, as at the start of training.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, np.ones_like(gamma), eps, axes)


def epsilon_forgotten(dy, x, gamma, *, eps=1e-5):
    """You left ε out of the backward.

    Use the deviation of the forward, √(σ² + ε). Yours is right only when ε is 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    return _backward(dy, x, gamma, 0)


def epsilon_outside_root(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))
    """
    mean, var = bn.statistics(x, axes)
    deviation = np.sqrt(var) + eps
    normalized = (x - mean) / deviation
    dgamma, dbeta = bn.gradients(dy, normalized, axes)
    through = dbeta / bn.count(x, axes) + normalized * dgamma / bn.count(x, axes)
    return bn.flat(bn.spread(gamma, x, axes) / deviation * (dy - through), dgamma, dbeta, axes)


def unbiased_variance(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You divided the variance by n − 1.

    The forward normalizes with the biased variance, divided by n, and so must the backward. Yours is right only
    for channels whose values are all equal.

        σ² = Σ(x − µ)² / n
    """
    mean, _ = bn.statistics(x, axes)
    var = np.sum((x - mean) ** 2, axis=bn.over(x, axes), keepdims=True) / max(bn.count(x, axes) - 1, 1)
    normalized = bn.normalize(x, mean, var, eps)
    dgamma, dbeta = bn.gradients(dy, normalized, axes)
    through = dbeta / bn.count(x, axes) + normalized * dgamma / bn.count(x, axes)
    return bn.flat(bn.spread(gamma, x, axes) / np.sqrt(var + eps) * (dy - through), dgamma, dbeta, axes)


def dgamma_of_raw_x(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You summed dy·x for dgamma.

    γ multiplies the normalized value, so that its gradient does too. Yours is right only where dy is 0.

        dγ = Σ dy·x̂
    """
    dx, _, dbeta = _backward(dy, x, gamma, eps, axes)
    return dx, np.sum(dy * x, axis=bn.over(x, axes)), dbeta


def dgamma_of_centred_x(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You summed dy·(x − µ) for dgamma, without dividing by the deviation.

    γ multiplies the normalized value, so that its gradient does too. Yours is right only where σ² + ε is 1.

        dγ = Σ dy·x̂
    """
    dx, _, dbeta = _backward(dy, x, gamma, eps, axes)
    return dx, np.sum(dy * (x - bn.statistics(x, axes)[0]), axis=bn.over(x, axes)), dbeta


def dbeta_averaged(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You averaged dy for dbeta.

    The loss is already a mean where it is meant to be; sum. Yours is right only with one value per channel, or
    where the sum is 0.

        dβ = Σ dy
    """
    dx, dgamma, _ = _backward(dy, x, gamma, eps, axes)
    return dx, dgamma, np.mean(dy, axis=bn.over(x, axes))


def parameter_gradients_averaged(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """You divided dgamma and dbeta by the number of values per channel.

    Sum them; the loss is already a mean where it is meant to be. Yours is right only with one value per channel.

        dγ = Σ dy·x̂ and dβ = Σ dy
    """
    dx, dgamma, dbeta = _backward(dy, x, gamma, eps, axes)
    return dx, dgamma / bn.count(x, axes), dbeta / bn.count(x, axes)


def _backward(dy, x, gamma, eps, axes="channel", *, projection=1, count=None):
    mean, var = bn.statistics(x, axes)
    normalized = bn.normalize(x, mean, var, eps)
    dgamma, dbeta = bn.gradients(dy, normalized, axes)
    n = count or bn.count(x, axes)
    through = dbeta / n + projection * normalized * dgamma / n
    return bn.flat(bn.spread(gamma, x, axes) / np.sqrt(var + eps) * (dy - through), dgamma, dbeta, axes)
