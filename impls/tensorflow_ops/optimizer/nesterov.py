"""TensorFlow's kernels for one step of gradient descent with Nesterov's momentum."""

from .._tensors import offer, tf
from ._step import step


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_outside"):
    """tf.raw_ops.ResourceApplyMomentum, and ResourceApplyKerasMomentum, which takes the rate into the velocity."""
    offer("form", form, "lr_inside", "lr_outside")
    kernel = tf.raw_ops.ResourceApplyKerasMomentum if form == "lr_inside" else tf.raw_ops.ResourceApplyMomentum
    state = dict(var=param, accum=velocity)
    return step(kernel, state, grad, options=dict(lr=lr, grad=grad, momentum=momentum), use_nesterov=True)
