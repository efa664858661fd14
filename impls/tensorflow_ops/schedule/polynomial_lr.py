"""tf.compat.v1.train.polynomial_decay."""

from .._tensors import tf
from ._evaluate import double, rate, require_at_least


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """TensorFlow 1's own schedule, down to 0."""
    require_at_least(0, iteration=iteration, power=power)
    require_at_least(1, max_iterations=max_iterations)
    return rate(
        tf.compat.v1.train.polynomial_decay(double(base_lr), iteration, max_iterations, double(0.0), double(power))
    )
