"""Group normalization with NumPy."""

from ._groups import of_channels
from ._layout import check, check_gradient
from ._moments import backward, forward


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """Means and variances as products of matrices; one array is centred, and becomes the result."""
    layout = of_channels(x, groups)
    check(layout[1] * layout[2], eps, gamma=gamma, beta=beta)
    return forward(x, gamma, beta, eps, layout)


def group_norm_backward(dy, x, gamma, *, groups, eps=1e-5):
    """Sums as products of matrices, in two arrays, one of which becomes the gradient."""
    layout = of_channels(x, groups)
    check_gradient(dy, x)
    check(layout[1] * layout[2], eps, gamma=gamma)
    return backward(dy, x, gamma, eps, layout)
