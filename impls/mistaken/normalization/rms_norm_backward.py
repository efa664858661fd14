"""Mistakes in the gradient of root mean square normalization."""

import numpy as np

from ._steps import average


def root_taken_as_constant(dy, x, gamma, *, eps=1e-5):
    """You divided γ·dy by the root and stopped there.

    The root depends on x too. Yours is right only where γ·dy·x̂ sums to 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, eps, projection=0)


def mean_subtracted_too(dy, x, gamma, *, eps=1e-5):
    """You subtracted the mean of γ·dy, as layer normalization does.

    The forward subtracts no mean. Yours is right only where γ·dy sums to 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, eps, mean=1)


def half_the_gradient_of_the_root(dy, x, gamma, *, eps=1e-5):
    """You lost the 2 of the derivative of x².

    With it the last term is whole; yours has half of it, and is right only where γ·dy·x̂ sums to 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, eps, projection=0.5)


def gradient_of_the_root_added(dy, x, gamma, *, eps=1e-5):
    """You added the term that flows through the root.

    A larger root makes the result smaller: subtract it. Yours is right only where γ·dy·x̂ sums to 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, eps, projection=-1)


def sum_not_averaged(dy, x, gamma, *, eps=1e-5):
    """You subtracted x̂ times the sum of γ·dy·x̂, not times its mean.

    The mean square has a 1/D, which is in its derivative too. Yours is right only for rows of one, or where γ·dy·x̂
    sums to 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, eps, projection=x.shape[-1])


def gamma_outside_the_mean(dy, x, gamma, *, eps=1e-5):
    """You multiplied by γ last, after the mean.

    γ differs along the row: multiply dy by it first. Yours is right only where it does not.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    dx, dgamma = _backward(dy, x, np.ones_like(gamma), eps)
    return dx * gamma, dgamma


def gamma_forgotten_in_dx(dy, x, gamma, *, eps=1e-5):
    """You let dy through as if there were no γ.

    Yours is right only where γ is 1.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, np.ones_like(gamma), eps)


def epsilon_forgotten(dy, x, gamma, *, eps=1e-5):
    """You left ε out.

    Add it to the mean square, as the forward does. Yours is right only when ε is 0.

        dx = (δ − x̂·mean(δ·x̂)) / √(Σ x²/D + ε), with δ = γ·dy
    """
    return _backward(dy, x, gamma, 0)


def dgamma_of_raw_x(dy, x, gamma, *, eps=1e-5):
    """You summed dy·x for dγ.

    γ multiplies the normalized values: sum dy·x̂. Yours is right only where dy is 0.

        dγ = Σ dy·x̂
    """
    dx, _ = _backward(dy, x, gamma, eps)
    return dx, _over_rows(dy * x)


def dgamma_averaged_over_the_batch(dy, x, gamma, *, eps=1e-5):
    """You divided dγ by the number of examples.

    The loss already is a sum, or a mean, over them: dy says which. A single example comes out right.

        dγ = Σ dy·x̂
    """
    dx, dgamma = _backward(dy, x, gamma, eps)
    return dx, dgamma / max(x.shape[0], 1)


def _backward(dy, x, gamma, eps, *, mean=0, projection=1):
    """Both gradients, each term with a factor of its own; the right ones are 0 and 1."""
    axis = (x.ndim - 1,)
    root = np.sqrt(average(x**2, axis) + eps)
    normalized = x / root
    flow = dy * gamma
    dx = flow - mean * average(flow, axis) - projection * normalized * average(flow * normalized, axis)
    return dx / root, _over_rows(dy * normalized)


def _over_rows(values):
    return np.sum(values, axis=tuple(range(values.ndim - 1)))
