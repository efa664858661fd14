"""Layer normalization with NumPy."""

from ._groups import along_last_axis
from ._layout import check, check_gradient
from ._moments import backward, forward


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """Means and variances as products of matrices; one array is centred, and becomes the result."""
    layout = along_last_axis(x)
    check(layout[1] * layout[2], eps, gamma=gamma, beta=beta)
    return forward(x, gamma, beta, eps, layout)


def layer_norm_backward(dy, x, gamma, *, eps=1e-5):
    """Sums as products of matrices, in two arrays, one of which becomes the gradient."""
    layout = along_last_axis(x)
    check_gradient(dy, x)
    check(layout[1] * layout[2], eps, gamma=gamma)
    return backward(dy, x, gamma, eps, layout)
