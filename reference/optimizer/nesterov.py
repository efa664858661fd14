"""One step of gradient descent with Nesterov's momentum."""

from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape


def nesterov(
    param: NDArray,
    grad: NDArray,
    velocity: NDArray,
    *,
    lr: float = 0.01,
    momentum: float = 0.9,
    form: str = "lr_inside",
) -> tuple[NDArray, NDArray]:
    """Move the parameter by where its velocity will take it next: to the place the next gradient is taken at.

    Args:
        param: the parameter, of any shape: already the point ahead, where the gradient was taken.
        grad: the gradient of the loss at `param`, shaped like it.
        velocity: the velocity before this step, shaped like `param`; zeros before the first.
        lr: the learning rate, at least 0.
        momentum: the weight of the old velocity, in [0, 1).
        form: where the learning rate stands. "lr_inside": v = µv − lr·g, p + µv − lr·g (Keras, Caffe). "lr_outside":
            v = µv + g, p − lr·(g + µv) (PyTorch, Optax). In both the v of the move is the new one.

    Returns:
        The new parameter and the new velocity.

    Raises:
        ValueError: if the shapes differ, `lr` is negative, `momentum` is outside [0, 1) or `form` is unknown.

    Source: Nesterov, A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²), 1983; with the
    gradient at the point that is kept, Bengio et al., Advances in Optimizing Recurrent Networks, arXiv:1212.0901,
    eq. (7).
    """
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least_zero(lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside"), form=form)
    if form == "lr_inside":
        velocity = momentum * velocity - lr * grad
        return param + momentum * velocity - lr * grad, velocity
    velocity = momentum * velocity + grad
    return param - lr * (grad + momentum * velocity), velocity
