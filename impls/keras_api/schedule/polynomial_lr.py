"""keras.optimizers.schedules.PolynomialDecay."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """Keras' own schedule, down to 0."""
    require_at_least(0, iteration=iteration, power=power)
    require_at_least(1, max_iterations=max_iterations)
    return rate(
        keras.optimizers.schedules.PolynomialDecay(double(base_lr), max_iterations, 0.0, double(power)), iteration
    )
