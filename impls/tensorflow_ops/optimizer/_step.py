"""One step of TensorFlow's training kernels, which change resource variables."""

from .._tensors import require_same_shape, tf


def step(kernel, state, grad, *, options, **switches):
    """Run a kernel on variables that hold the state, and return what they hold then, in order.

    A kernel takes everything in the precision of the variables, and ends the process when it gets anything else.
    """
    require_same_shape(**state, grad=grad)
    variables = {name: tf.Variable(array) for name, array in state.items()}
    handles = {name: variable.handle for name, variable in variables.items()}
    numbers = {name: tf.constant(value, grad.dtype) for name, value in options.items()}
    kernel(**handles, **numbers, **switches)
    return tuple(variable.numpy() for variable in variables.values())
