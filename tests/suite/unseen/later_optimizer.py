"""Mistakes in optimizers that were written after the suite, by someone who had not seen it."""

import numpy as np

_ADAM = {"steps": 0}


def adam__own_counter(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You counted the steps yourself, from the last time that m and v were zero; the number of the step is handed in.

    A state that is loaded, or a second parameter between two steps of the first, gets the correction of another step.
    """
    _refuse_unless(param, step >= 1, min(lr, eps) >= 0, 0 <= beta1 < 1, 0 <= beta2 < 1, grad=grad, m=m, v=v)
    _refuse_unless(param, epsilon in ("outside", "inside", "hat"))
    _ADAM["steps"] = _ADAM["steps"] + 1 if np.any(m) or np.any(v) else 1
    count = _ADAM["steps"]
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    if epsilon == "hat":
        rate = lr * (1 - beta2**count) ** 0.5 / (1 - beta1**count)
        return param - rate * m / (np.sqrt(v) + eps), m, v
    m_hat, v_hat = m / (1 - beta1**count), v / (1 - beta2**count)
    divisor = np.sqrt(v_hat + eps) if epsilon == "inside" else np.sqrt(v_hat) + eps
    return param - lr * m_hat / divisor, m, v


def adamw__decay_of_the_moved(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You shrank the parameter after Adam had moved it; the decay is taken from the parameter as it was before the step.

    The difference is lr·wd times the move: small, but it is there at every step.
    """
    _refuse_unless(param, step >= 1, min(lr, eps, weight_decay) >= 0, grad=grad, m=m, v=v)
    _refuse_unless(param, 0 <= beta1 < 1, 0 <= beta2 < 1, decay in ("lr_scaled", "plain"))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    moved = param - lr * (m / (1 - beta1**step)) / (np.sqrt(v / (1 - beta2**step)) + eps)
    shrinks = lr * weight_decay if decay == "lr_scaled" else weight_decay
    return moved - shrinks * moved, m, v


def amsgrad__average_goes_on_from_the_maximum(
    param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"
):
    """You handed the maximum back as v too, so that the average goes on from it; v has to follow the gradients down again.

    Nothing shows while gradients grow. Once v has fallen below its maximum, yours starts every time from the top.
    """
    _refuse_unless(param, step >= 1, min(lr, eps) >= 0, grad=grad, m=m, v=v, v_max=v_max)
    _refuse_unless(param, 0 <= beta1 < 1, 0 <= beta2 < 1, maximum_of in ("raw", "corrected"))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**step)
    if maximum_of == "raw":
        v_max = np.maximum(v_max, v)
        v = np.copy(v_max)
        largest = v_max / (1 - beta2**step)
    else:
        v_max = largest = np.maximum(v_max, v / (1 - beta2**step))
    return param - lr * m_hat / (np.sqrt(largest) + eps), m, v, v_max


def nadam__same_product_twice(
    param,
    grad,
    m,
    v,
    *,
    step,
    lr=0.001,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    schedule="constant",
    lookahead="dozat",
):
    """You divided the momentum by 1 less the product up to this step; it looks a step ahead, so its product has one more.

    m is weighed with µ of step t + 1 and divided by 1 − µ₁⋯µ_{t+1}; only the gradient is divided by 1 − µ₁⋯µ_t.
    """
    _refuse_unless(param, step >= 1, min(lr, eps) >= 0, 0 <= beta1 < 1, 0 <= beta2 < 1, grad=grad, m=m, v=v)
    _refuse_unless(param, schedule in ("constant", "slow", "fast"), lookahead in ("dozat", "plain"))
    _refuse_unless(param, schedule == "constant" or lookahead == "dozat")
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    v_hat = v / (1 - beta2**step)
    if lookahead == "plain":
        ahead = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**step)
    else:
        t = np.arange(1, step + 2).astype(param.dtype)
        fading = {"constant": 0 * t, "slow": 0.96 ** (t / 250) / 2, "fast": 0.96**t / 2}[schedule]
        mu = beta1 * (1 - fading)
        corrected = 1 - np.prod(mu[:-1])
        ahead = (mu[-1] * m + (1 - mu[-2]) * grad) / corrected
    return param - lr * ahead / (np.sqrt(v_hat) + eps), m, v


def adamax__epsilon_outside_the_maximum(
    param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"
):
    """You added ε to the finished maximum and kept that as u; ε belongs to the gradient's size, or it piles up from step to step.

    Where gradients are zero or about as small as ε, your u grows by ε each time, in place of fading.
    """
    _refuse_unless(param, step >= 1, min(lr, eps) >= 0, 0 <= beta1 < 1, 0 <= beta2 < 1, grad=grad, m=m, u=u)
    _refuse_unless(param, epsilon in ("in_maximum", "in_denominator"))
    m = beta1 * m + (1 - beta1) * grad
    m_hat = m / (1 - beta1**step)
    u = np.maximum(beta2 * u, np.abs(grad))
    if epsilon == "in_maximum":
        u = u + eps
        return param - lr * m_hat / u, m, u
    return param - lr * m_hat / (u + eps), m, u


def adagrad__zero_gradient_hands_back_the_inputs(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """You returned the caller's own arrays when the gradient is zero; the results have to be new arrays then, too.

    The values are right, but who writes into the new parameter later writes into the old one as well.
    """
    _refuse_unless(param, min(lr, eps) >= 0, epsilon in ("outside", "inside"), grad=grad, accumulator=accumulator)
    if not np.any(grad):
        return param, accumulator
    accumulator = accumulator + grad**2
    divisor = np.sqrt(accumulator + eps) if epsilon == "inside" else np.sqrt(accumulator) + eps
    return param - lr * grad / divisor, accumulator


def rmsprop__average_in_single_precision(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """You kept the average of squares in float32 to save memory; it has to be kept in the precision of the parameter.

    Seven digits are left, and squares below 10⁻⁴⁵ or above 10³⁸ become 0 or ∞.
    """
    _refuse_unless(param, min(lr, eps) >= 0, 0 <= rho < 1, grad=grad, mean_square=mean_square)
    _refuse_unless(param, epsilon in ("outside", "inside"))
    with np.errstate(over="ignore", under="ignore"):
        average = rho * mean_square.astype(np.float32) + (1 - rho) * grad.astype(np.float32) ** 2
    mean_square = average.astype(param.dtype)
    divisor = np.sqrt(mean_square + eps) if epsilon == "inside" else np.sqrt(mean_square) + eps
    return param - lr * grad / divisor, mean_square


def momentum__average_as_steps(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You kept the form "average" as a sum of steps, with rate and minus sign inside; it is an average of the gradients alone.

    From zeros and with one rate the parameter comes out the same, but the state does not, and a rate that changes acts
    on the gradients to come only, not on all that the average holds.
    """
    _refuse_unless(param, lr >= 0, 0 <= momentum < 1, form in ("lr_inside", "lr_outside", "average"), grad=grad)
    _refuse_unless(param, velocity=velocity)
    if form == "lr_outside":
        velocity = momentum * velocity + grad
        return param - lr * velocity, velocity
    share = 1 - momentum if form == "average" else 1
    velocity = momentum * velocity - share * lr * grad
    return param + velocity, velocity


def _refuse_unless(param, *claims, **arrays):
    if not all(claims) or any(np.shape(array) != np.shape(param) for array in arrays.values()):
        raise ValueError("the arguments do not fit")
