"""Mistakes in the gradient of layer normalization."""

import numpy as np

from . import _moments as ln


def statistics_taken_as_constants(dy, x, gamma, *, eps=1e-5):
    """You scaled γ·dy by 1/√(σ² + ε) and stopped there, as if mean and variance were constants.

    Both depend on x; subtract what flows through them. Yours is right only where γ·dy and γ·dy·x̂ each sum to 0, as for
    dy = 0.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = flow / root
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def variance_taken_as_constant(dy, x, gamma, *, eps=1e-5):
    """You let the gradient through the mean, but not through the variance.

    The last term is missing. Yours is right only where γ·dy·x̂ sums to 0, as where all values of a row are equal.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis, projection=0)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def mean_taken_as_constant(dy, x, gamma, *, eps=1e-5):
    """You let the gradient through the variance, but not through the mean.

    The term with mean(γ·dy) is missing. Yours is right only where γ·dy sums to 0.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis, mean=0)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def half_the_gradient_of_the_variance(dy, x, gamma, *, eps=1e-5):
    """You lost the 2 of the derivative of (x − µ)².

    With it the last term is whole; yours has half of it, and is right only where γ·dy·x̂ sums to 0.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis, projection=0.5)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def gradient_of_the_variance_added(dy, x, gamma, *, eps=1e-5):
    """You added the term that flows through the variance.

    A larger variance makes the output smaller: subtract it. Yours is right only where γ·dy·x̂ sums to 0.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis, projection=-1)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def epsilon_forgotten(dy, x, gamma, *, eps=1e-5):
    """You left ε out.

    Add it to the variance, as the forward does. Yours is right only when ε is 0.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, 0)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def gamma_forgotten_in_dx(dy, x, gamma, *, eps=1e-5):
    """You let dy through as if there were no γ.

    The normalized values were multiplied by γ. Yours is right only where γ is 1.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy
    dx = ln.through(flow, normalized, root, axis)
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def gamma_outside_the_means(dy, x, gamma, *, eps=1e-5):
    """You multiplied by γ last, after the means, as batch normalization may.

    There γ is the same for all values of a mean. Here it differs within a row: multiply dy by it first. Yours is right
    only where it does not.

        dx = (δ − mean(δ) − x̂·mean(δ·x̂)) / √(σ² + ε), with δ = γ·dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy
    dx = ln.through(flow, normalized, root, axis) * gamma
    return dx, np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def dgamma_of_raw_x(dy, x, gamma, *, eps=1e-5):
    """You summed dy·x for dγ.

    γ multiplies the normalized values, so sum dy·x̂; dy·x is right only where dy is 0.

        dγ = Σ dy·x̂
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis)
    return dx, np.sum(dy * x, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def dgamma_scaled_by_gamma(dy, x, gamma, *, eps=1e-5):
    """You summed γ·dy·x̂ for dγ, with the γ that belongs into dx.

    y is γ·x̂ + β, so that dγ has no γ in it. Yours is right only where γ is 1.

        dγ = Σ dy·x̂
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis)
    return dx, np.sum(dy * gamma * normalized, axis=tuple(range(x.ndim - 1))), np.sum(dy, axis=tuple(range(x.ndim - 1)))


def parameters_averaged_over_the_batch(dy, x, gamma, *, eps=1e-5):
    """You divided dγ and dβ by the number of examples.

    The loss already is a sum, or a mean, over them: dy says which. Sum only. A single example comes out right.

        dγ = Σ dy·x̂        dβ = Σ dy
    """
    axis = (x.ndim - 1,)
    normalized, root = ln.standardize(x, axis, eps)
    flow = dy * gamma
    dx = ln.through(flow, normalized, root, axis)
    return (
        dx,
        np.sum(dy * normalized, axis=tuple(range(x.ndim - 1))) / max(x.shape[0], 1),
        np.sum(dy, axis=tuple(range(x.ndim - 1))) / max(x.shape[0], 1),
    )
