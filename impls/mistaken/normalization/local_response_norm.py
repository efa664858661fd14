"""Mistakes in local response normalization."""

import numpy as np

from . import _windows as lrn


def window_without_its_last_channel(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You summed from c − n//2 up to, but without, c + n//2.

    An odd window has n//2 channels on either side: add 1 to the end of the range. Even sizes come out right.

        Σ over c − ⌊n/2⌋ ≤ j ≤ c + ⌊(n − 1)/2⌋
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x**2, size // 2, max(size // 2 - 1, 0))) ** beta


def one_channel_too_many(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You took n//2 channels on either side, also for an even n: n + 1 channels.

    An even window has n/2 channels before and n/2 − 1 after. Odd sizes come out right.

        Σ over c − ⌊n/2⌋ ≤ j ≤ c + ⌊(n − 1)/2⌋
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x**2, size // 2, size // 2)) ** beta


def even_window_the_other_way(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You put the odd channel of an even window after, not before.

    An even window has n/2 channels before and n/2 − 1 after. Odd sizes come out right.

        Σ over c − ⌊n/2⌋ ≤ j ≤ c + ⌊(n − 1)/2⌋
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x**2, (size - 1) // 2, size // 2)) ** beta


def window_behind_the_channel(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You summed over the channel and the n − 1 before it.

    The window lies around its channel. Yours is right only for one or two channels.

        Σ over c − ⌊n/2⌋ ≤ j ≤ c + ⌊(n − 1)/2⌋
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x**2, size - 1, 0)) ** beta


def window_wraps_around(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You let the window run on from the last channel to the first, as np.roll does.

    Beyond the first and the last channel there is nothing, which counts as 0. Yours is right only where the window
    is its own channel, or α is 0.

        Σ over max(0, c − ⌊n/2⌋) ≤ j ≤ min(C − 1, c + ⌊(n − 1)/2⌋)
    """
    total = np.zeros_like(x)
    for step in range(-(size // 2), (size - 1) // 2 + 1):
        total = total + np.roll(x**2, -step, axis=1)
    return x / (k + lrn.weight(alpha, size, alpha_over) * total) ** beta


def alpha_over_what_the_border_leaves(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """You divided α by the number of channels that each window really has.

    α is divided by n everywhere, whatever the border cuts off. Yours is right only where nothing is cut off.

        s = k + α/n · Σ x²
    """
    ones = np.ones_like(x)
    count = lrn.sums(ones, size // 2, (size - 1) // 2)
    return x / (k + alpha / count * lrn.sums(x**2, size // 2, (size - 1) // 2)) ** beta


def window_along_the_width(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You summed over neighbours in the image, along the last axis.

    The window runs over the channels of one position. Yours is right only where the window is its own channel.

        Σ over channels j, with n, h, w fixed
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x**2, size // 2, (size - 1) // 2, axis=3)) ** beta


def sum_squared(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You squared the sum of the window's values.

    Square first, add then. Yours is right only where the window is its own channel.

        s = k + α/n · Σ x²
    """
    return x / (k + lrn.weight(alpha, size, alpha_over) * lrn.sums(x, size // 2, (size - 1) // 2) ** 2) ** beta


def exponent_on_the_squares_only(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You raised the sum of squares to β before you added k.

    Add first. Yours is right only where β is 1 or k is 0.

        y = x / (k + α/n · Σ x²)^β
    """
    return x / (k + (lrn.scale(x, size, alpha, k, alpha_over) - k) ** beta)


def exponent_forgotten(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You divided without raising to β.

    Yours is right only where β is 1.

        y = x / (k + α/n · Σ x²)^β
    """
    return x / lrn.scale(x, size, alpha, k, alpha_over)


def k_of_one_built_in(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You added 1 whatever k.

    AlexNet has k = 2. Yours is right only where k is 1.

        y = x / (k + α/n · Σ x²)^β
    """
    return x / lrn.scale(x, size, alpha, 1, alpha_over) ** beta


def neighbours_already_normalized(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """You normalized channel by channel in one array, so that the channels before were divided already.

    All windows are of x as it came. Yours is right only where the window has no channel before its own.

        s_c = k + α/n · Σ x_j², of x, not of y
    """
    y = np.copy(x)
    for c in range(x.shape[1]):
        y[:, c] = x[:, c] / lrn.scale(y, size, alpha, k, alpha_over)[:, c] ** beta
    return y
