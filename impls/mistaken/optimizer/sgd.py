"""Gradient descent, gone wrong."""

import numpy as np


def climbs(param, grad, *, lr=0.01, weight_decay=0.0):
    """You added the gradient, which climbs the loss instead of descending it.

    The gradient points uphill; step against it: p − lr·(g + λ·p).
    """
    return param + lr * (grad + weight_decay * param)


def decay_forgotten(param, grad, *, lr=0.01, weight_decay=0.0):
    """You accepted weight_decay but never used it.

    Add the decay to the gradient before the step: p − lr·(g + λ·p).
    """
    return param - lr * grad


def decay_subtracted(param, grad, *, lr=0.01, weight_decay=0.0):
    """You subtracted the decay from the gradient, so large weights grow.

    The gradient of ½·λ·p² is +λ·p: p − lr·(g + λ·p).
    """
    return param - lr * (grad - weight_decay * param)


def decay_doubled(param, grad, *, lr=0.01, weight_decay=0.0):
    """You took the decay to be the gradient of λ·p², which is 2·λ·p.

    The penalty is ½·λ·p², so that its gradient is λ·p: p − lr·(g + λ·p).
    """
    return param - lr * (grad + 2 * weight_decay * param)


def decay_not_scaled_by_rate(param, grad, *, lr=0.01, weight_decay=0.0):
    """You subtracted the decay without multiplying it by the learning rate.

    The decay is part of the gradient, and the rate scales all of it: p − lr·(g + λ·p).
    """
    return param - lr * grad - weight_decay * param


def decay_after_the_step(param, grad, *, lr=0.01, weight_decay=0.0):
    """You let the parameter that had already moved decay, instead of the one the step started from.

    Both parts of the gradient are taken at the old parameter: p − lr·(g + λ·p).
    """
    moved = param - lr * grad
    return moved - lr * weight_decay * moved


def decay_of_the_sign(param, grad, *, lr=0.01, weight_decay=0.0):
    """You added λ·sign(p), the gradient of an L1 penalty.

    Weight decay is the gradient of the L2 penalty ½·λ·p²: p − lr·(g + λ·p).
    """
    return param - lr * (grad + weight_decay * np.sign(param))


def decay_scales_gradient(param, grad, *, lr=0.01, weight_decay=0.0):
    """You let the decay shrink the gradient instead of the parameter.

    The decay is a term of its own, proportional to the parameter: p − lr·(g + λ·p).
    """
    return param - lr * (1 - weight_decay) * grad


def caller_gradient_changed(param, grad, *, lr=0.01, weight_decay=0.0):
    """You added the decay to the caller's gradient in place, so that it is there twice if the gradient is used again.

    Make a new array, with `grad + weight_decay * param` in place of `grad += …`: p − lr·(g + λ·p).
    """
    grad += weight_decay * param
    return param - lr * grad


def caller_parameter_changed(param, grad, *, lr=0.01, weight_decay=0.0):
    """You moved the caller's parameter in place, so that nobody can compare with it or go back to it.

    Make a new array, with `param - lr * …` in place of `param -= lr * …`: p − lr·(g + λ·p).
    """
    param -= lr * (grad + weight_decay * param)
    return param


def decay_scaled_twice(param, grad, *, lr=0.01, weight_decay=0.0):
    """You multiplied the decay by the learning rate before adding it to the gradient, which the rate scales again.

    The rate stands outside the bracket, once for both: p − lr·(g + λ·p).
    """
    return param - lr * (grad + lr * weight_decay * param)


def decays_only_with_gradient(param, grad, *, lr=0.01, weight_decay=0.0):
    """You left alone every element whose gradient is zero, but the decay has to shrink it all the same.

    The formula has no exception for a gradient of zero: p − lr·(g + λ·p).
    """
    return np.where(grad != 0, param - lr * (grad + weight_decay * param), param)
