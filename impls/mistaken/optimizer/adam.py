"""Adam, gone wrong."""

import numpy as np


def _divisor(v, seen, eps, epsilon="outside"):
    if epsilon == "hat":
        return (np.sqrt(v) + eps) / np.sqrt(seen)
    return np.sqrt(v / seen + eps) if epsilon == "inside" else np.sqrt(v / seen) + eps


def _moved(param, m_hat, v, seen, lr, eps, epsilon="outside"):
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - lr * m_hat / _divisor(v, seen, eps, epsilon)


def _right(param, grad, m, v, step, lr, beta1, beta2, eps, epsilon="outside"):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def no_bias_correction(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You used the averages without correcting their bias, so the first steps are several times too long.

    The averages start at zero and are too small at first; divide them by what they have seen so far:
    m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m, v, 1, lr, eps, epsilon), m, v


def only_first_moment_corrected(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"
):
    """You corrected the bias of m but not that of v.

    Both averages start at zero: m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1**step), v, 1, lr, eps, epsilon), m, v


def only_second_moment_corrected(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"
):
    """You corrected the bias of v but not that of m.

    Both averages start at zero: m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m, v, 1 - beta2**step, lr, eps, epsilon), m, v


def correction_frozen(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You divided by 1 − β at every step, which is the correction of the first step only.

    The correction fades as the averages fill up: raise β to the number of the step:
    m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1), v, 1 - beta2, lr, eps, epsilon), m, v


def step_counted_from_zero(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You corrected with t − 1, which divides by zero at the first step and is too strong later.

    `step` is 1 at the first step already: m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    # Exactly zero at the first step, whatever rounding noise a power of 0 would carry.
    seen1, seen2 = (1 - beta1 ** (step - 1), 1 - beta2 ** (step - 1)) if step > 1 else (0.0, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        m_hat = m / seen1
    return _moved(param, m_hat, v, seen2, lr, eps, epsilon), m, v


def step_counted_from_two(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You added 1 to the step before correcting with it, so every correction is that of the next step.

    `step` is 1 at the first step already: m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1 ** (step + 1)), v, 1 - beta2 ** (step + 1), lr, eps, epsilon), m, v


def correction_outside_the_root(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You divided √v by 1 − β₂ᵗ, where the correction belongs under the root.

    Correct v first, then take the root: v̂ = v / (1 − β₂ᵗ), p − lr·m̂ / (√v̂ + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    divisor = np.sqrt(v) / (1 - beta2**step) + eps
    return param - lr * m / (1 - beta1**step) / divisor, m, v


def betas_exchanged(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You averaged the gradient with β₂ and its square with β₁.

    β₁ belongs to the first moment and β₂ to the second: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    return _right(param, grad, m, v, step, lr, beta2, beta1, eps, epsilon)


def weights_exchanged(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You gave the new gradient the weight β and the old average the weight 1 − β.

    An average with β = 0.9 keeps nine tenths of the old: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m = (1 - beta1) * m + beta1 * grad
    v = (1 - beta2) * v + beta2 * grad**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def complements_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You added the gradient and its square in full, so the averages became sums.

    The weights of old and new add up to 1: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m = beta1 * m + grad
    v = beta2 * v + grad**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def root_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You divided by v̂ itself instead of its square root.

    The root has the unit of the gradient, so that the step does not depend on its scale: p − lr·m̂ / (√v̂ + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    divisor = v / (1 - beta2**step) + eps
    return param - lr * m / (1 - beta1**step) / divisor, m, v


def squares_the_average(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You averaged the square of m where the square of the gradient belongs.

    Opposite gradients cancel in m but must not in v: v = β₂·v + (1 − β₂)·g².
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def one_second_moment_for_all(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"
):
    """You put the squared norm of the whole gradient into v, so all elements share one step length.

    The square is taken element by element: v = β₂·v + (1 − β₂)·g².
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.sum(grad**2)
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def moves_by_old_moments(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You computed the step from the moments before this gradient had entered them.

    Update m and v first, then correct them and move: p − lr·m̂ / (√v̂ + ε).
    """
    moved = _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return moved, m, v


def moves_by_the_gradient(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You moved by the gradient itself instead of its average, which leaves no momentum.

    The first moment takes the gradient's place in the step: p − lr·m̂ / (√v̂ + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, grad, v, 1 - beta2**step, lr, eps, epsilon), m, v


def moments_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You started every step from moments of zero.

    Carry both averages from step to step: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m = (1 - beta1) * grad
    v = (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def moments_not_returned(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You moved by the new moments but handed back the old ones, so they never build up.

    Return the averages you moved by: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    moved, _, _ = _right(param, grad, m, v, step, lr, beta1, beta2, eps, epsilon)
    return moved, m.copy(), v.copy()


def corrected_moments_kept(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You handed back the corrected moments, so the next step corrects them again.

    The corrected m̂ and v̂ serve this step only; keep m and v: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, seen = m / (1 - beta1**step), 1 - beta2**step
    return _moved(param, m_hat, v, seen, lr, eps, epsilon), m_hat, v / seen


def epsilon_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You left out ε, so an element that has never had a gradient becomes 0/0, which is NaN.

    ε keeps the divisor away from zero: p − lr·m̂ / (√v̂ + ε).
    """
    return _right(param, grad, m, v, step, lr, beta1, beta2, 0)


def epsilon_kept_in_the_average(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You added ε to v itself and handed that back, so it piles up from step to step.

    ε is added for this step only, after the root: p − lr·m̂ / (√v̂ + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2 + eps
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, 0), m, v


def skips_zero_gradients(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You left alone every element whose gradient is zero, but its averages have to fade and to carry it on.

    The formula has no exception for a gradient of zero: m = β₁·m + (1 − β₁)·g, p − lr·m̂ / (√v̂ + ε).
    """
    right = _right(param, grad, m, v, step, lr, beta1, beta2, eps, epsilon)
    return tuple(np.where(grad != 0, new, old) for new, old in zip(right, (param, m, v), strict=True))


def caller_moments_changed(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You updated the caller's averages in place, so a step that is repeated or undone starts from another state.

    Make new arrays, with `m = beta1 * m + …` in place of `m *= beta1`: m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g².
    """
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v


def caller_parameter_changed(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You moved the caller's parameter in place, so that nobody can compare with it or go back to it.

    Make a new array, with `param - …` in place of `param -= …`: p − lr·m̂ / (√v̂ + ε).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    param -= lr * (m / (1 - beta1**step)) / _divisor(v, 1 - beta2**step, eps, epsilon)
    return param, m, v


def betas_exchanged_in_the_correction(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"
):
    """You averaged with the right betas, but corrected m by 1 − β₂ᵗ and v by 1 − β₁ᵗ.

    Each average is corrected by the weight it was made with: m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m / (1 - beta2**step), v, 1 - beta1**step, lr, eps, epsilon), m, v


def correction_multiplies(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """You multiplied the averages by 1 − βᵗ, which makes them smaller still where they are too small already.

    Divide by what the averages have seen so far: m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return _moved(param, m * (1 - beta1**step), v * (1 - beta2**step), 1, lr, eps), m, v


def square_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """You averaged the gradient itself in v, so a falling gradient puts a negative number, and NaN, under the root.

    The second moment is the average of squares: v = β₂·v + (1 − β₂)·g².
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad
    return _moved(param, m / (1 - beta1**step), v, 1 - beta2**step, lr, eps, epsilon), m, v
