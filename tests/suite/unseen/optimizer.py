"""Mistakes in optimizers that impls/mistaken does not list."""

import numpy as np


def adam__correction_dropped_after_ten_steps(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"
):
    """You corrected the bias in the first ten steps only, but with β₂ = 0.999 it takes thousands to fade."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    first, second = (1 - beta1**step, 1 - beta2**step) if step <= 10 else (1.0, 1.0)
    if epsilon == "hat":
        return param - lr * second**0.5 / first * m / (np.sqrt(v) + eps), m, v
    divisor = np.sqrt(v / second + eps) if epsilon == "inside" else np.sqrt(v / second) + eps
    return param - lr * (m / first) / divisor, m, v


def adamw__vectors_do_not_decay(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You let only matrices decay, as training scripts spare biases: which parameters decay is the caller's choice."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    if param.ndim < 2:
        weight_decay = 0.0
    shrinks = lr * weight_decay if decay == "lr_scaled" else weight_decay
    move = m / (1 - beta1**step) / (np.sqrt(v / (1 - beta2**step)) + eps)
    return param - shrinks * param - lr * move, m, v


def rmsprop__average_started_with_the_first_square(
    param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"
):
    """You took the first squared gradient in full where the average still was 0; it gets the weight 1 − ρ there too."""
    mean_square = np.where(mean_square == 0, grad**2, rho * mean_square + (1 - rho) * grad**2)
    divisor = np.sqrt(mean_square + eps) if epsilon == "inside" else np.sqrt(mean_square) + eps
    return param - lr * grad / divisor, mean_square


def momentum__velocity_dropped_where_the_gradient_turns(
    param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"
):
    """You forgot the velocity of elements that the gradient now pushes the other way; it has to be braked, not lost."""
    downhill = -velocity if form == "lr_inside" else velocity
    velocity = np.where(downhill * grad < 0, np.zeros_like(velocity), velocity)
    if form == "lr_inside":
        velocity = momentum * velocity - lr * grad
        return param + velocity, velocity
    velocity = momentum * velocity + (grad if form == "lr_outside" else (1 - momentum) * grad)
    return param - lr * velocity, velocity


def amsgrad__maximum_corrected_twice(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You took the maximum of the corrected v̂, as Optax does, and corrected that maximum once more, as PyTorch does."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    v_max = np.maximum(v_max, v / (1 - beta2**step))
    largest = v_max / (1 - beta2**step)
    return param - lr * (m / (1 - beta1**step)) / (np.sqrt(largest) + eps), m, v, v_max


def lion__decays_the_moved_parameter(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You let the parameter shrink after it had moved, so the decay takes a share of the move as well."""
    moved = param - lr * np.sign(beta1 * m + (1 - beta1) * grad)
    return moved - lr * weight_decay * moved, beta2 * m + (1 - beta2) * grad


def sgd__nan_gradient_counts_as_zero(param, grad, *, lr=0.01, weight_decay=0.0):
    """You replaced NaN in the gradient by 0, so a broken model goes on as if it were healthy."""
    grad = np.where(np.isnan(grad), np.zeros_like(grad), grad)
    return param - lr * (grad + weight_decay * param)
