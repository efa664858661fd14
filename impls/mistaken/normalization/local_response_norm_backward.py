"""Mistakes in the gradient of local response normalization."""

from . import _windows as lrn


def scale_taken_as_constant(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You divided dy as the forward divides x, and stopped there.

    The divisor depends on x too. Yours is right only where α or β is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    return dy / lrn.scale(x, size, alpha, k, alpha_over) ** beta


def own_window_only(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You differentiated each channel's own divisor and forgot that it stands in its neighbours' too.

    Sum over all windows that the channel is in. Yours is right only where a window is its own channel.

        dx_c = dy_c·s_c^(−β) − 2·α/n·β·x_c·Σ_j dy_j·x_j·s_j^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, dy * x * s ** (-beta - 1), alpha_over)


def window_not_mirrored(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You summed over the channels in the forward's window.

    Sum over the channels that have this one in their windows: for an even size n/2 − 1 before and n/2 after. Odd sizes
    come out right.

        Σ over c − ⌊(n − 1)/2⌋ ≤ j ≤ c + ⌊n/2⌋
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    flow = lrn.sums(dy * x * s ** (-beta - 1), size // 2, (size - 1) // 2)
    return _backward(dy, x, s, size, alpha, beta, flow, alpha_over)


def factor_two_forgotten(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You lost the 2 of the derivative of x².

    Yours is right only where α or β is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, lrn.through(dy * x * s ** (-beta - 1), size) / 2, alpha_over)


def beta_forgotten(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You lost the β of the derivative of s^(−β).

    Yours is right only where β is 1, or α is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return dy / s**beta - 2 * lrn.weight(alpha, size, alpha_over) * x * lrn.through(dy * x * s ** (-beta - 1), size)


def alpha_not_divided(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """You divided α by n in the divisor, but not in its derivative.

    The derivative has the same α/n. Yours is right only for a size of 1, or where α is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k)
    return _backward(dy, x, s, 1, alpha, beta, lrn.through(dy * x * s ** (-beta - 1), size))


def exponent_not_lowered(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You used y = x·s^(−β) in the sum without another division by s.

    The derivative of s^(−β) is −β·s^(−β−1). Yours is right only where s is 1, or α is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, lrn.through(dy * x * s**-beta, size), alpha_over)


def neighbours_values_forgotten(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You summed dy·s^(−β−1), without the neighbours' x.

    Each neighbour's y is its x times s^(−β). Yours is right only where α or β is 0.

        dx_c = dy_c·s_c^(−β) − 2·α/n·β·x_c·Σ_j dy_j·x_j·s_j^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, lrn.through(dy * s ** (-beta - 1), size), alpha_over)


def neighbours_scales_forgotten(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You took the channel's own s out of the sum, where each neighbour has its own.

    s belongs inside the sum. Yours is right only where all windows hold the same channels, or one each.

        dx_c = dy_c·s_c^(−β) − 2·α/n·β·x_c·Σ_j dy_j·x_j·s_j^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, lrn.through(dy * x, size) * s ** (-beta - 1), alpha_over)


def derivative_of_the_scale_added(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You added what flows through the divisor.

    A larger neighbour makes the result smaller: subtract it. Yours is right only where α or β is 0.

        dx = dy·s^(−β) − 2·α/n·β·x·Σ dy·x·s^(−β−1)
    """
    s = lrn.scale(x, size, alpha, k, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, -lrn.through(dy * x * s ** (-beta - 1), size), alpha_over)


def k_of_one_built_in(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You added 1 whatever k.

    AlexNet has k = 2. Yours is right only where k is 1.

        s = k + α/n · Σ x²
    """
    s = lrn.scale(x, size, alpha, 1, alpha_over)
    return _backward(dy, x, s, size, alpha, beta, lrn.through(dy * x * s ** (-beta - 1), size), alpha_over)


def _backward(dy, x, s, size, alpha, beta, flow, alpha_over="size"):
    """The gradient for a given divisor and sum, as it should be."""
    return dy / s**beta - 2 * lrn.weight(alpha, size, alpha_over) * beta * x * flow
