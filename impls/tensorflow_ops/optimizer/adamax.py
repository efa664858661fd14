"""TensorFlow's kernel for one step of AdaMax."""

from .._tensors import offer, tf
from ._step import step as make_step


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_denominator"):
    """tf.raw_ops.ResourceApplyAdaMax, which takes the power of the first beta instead of the step."""
    offer("epsilon", epsilon, "in_denominator")
    options = dict(beta1_power=beta1**step, lr=lr, beta1=beta1, beta2=beta2, epsilon=eps, grad=grad)
    return make_step(tf.raw_ops.ResourceApplyAdaMax, dict(var=param, m=m, v=u), grad, options=options)
