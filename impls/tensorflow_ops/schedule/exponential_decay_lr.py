"""tf.compat.v1.train.exponential_decay."""

from .._tensors import offer, tf
from ._evaluate import double, rate, require_at_least


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """TensorFlow 1's own schedule, which offers both forms."""
    require_at_least(0, iteration=iteration, decay_rate=decay_rate)
    require_at_least(1, decay_steps=decay_steps)
    offer("staircase", staircase, "no", "yes")
    return rate(
        tf.compat.v1.train.exponential_decay(
            double(base_lr), iteration, decay_steps, double(decay_rate), staircase == "yes"
        )
    )
