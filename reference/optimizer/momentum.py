"""One step of gradient descent with momentum."""

from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape


def momentum(
    param: NDArray,
    grad: NDArray,
    velocity: NDArray,
    *,
    lr: float = 0.01,
    momentum: float = 0.9,
    form: str = "lr_inside",
) -> tuple[NDArray, NDArray]:
    """Move the parameter by a velocity that remembers earlier gradients.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        velocity: the velocity before this step, shaped like `param`; zeros before the first.
        lr: the learning rate, at least 0.
        momentum: the weight of the old velocity, in [0, 1).
        form: where the learning rate stands. "lr_inside": v = µv − lr·g, p + v (Keras, Caffe). "lr_outside":
            v = µv + g, p − lr·v (PyTorch, Optax). "average": v = µv + (1 − µ)·g, p − lr·v.

    Returns:
        The new parameter and the new velocity.

    Raises:
        ValueError: if the shapes differ, `lr` is negative, `momentum` is outside [0, 1) or `form` is unknown.

    Source: Polyak, Some Methods of Speeding up the Convergence of Iteration Methods, 1964; "lr_inside" is eq. (1)–(2)
    of Sutskever et al., On the Importance of Initialization and Momentum in Deep Learning, 2013.
    """
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least_zero(lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside", "average"), form=form)
    if form == "lr_inside":
        velocity = momentum * velocity - lr * grad
        return param + velocity, velocity
    new = grad if form == "lr_outside" else (1 - momentum) * grad
    velocity = momentum * velocity + new
    return param - lr * velocity, velocity
