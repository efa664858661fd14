"""The delta rule in NumPy."""

from ._checks import require_matrix, require_rate, require_shape


def delta_rule_update(w, b, x, target, *, lr):
    """Two products by BLAS; the outputs become the errors in place."""
    require_matrix(w=w, x=x)
    require_shape("x", x, (x.shape[0], w.shape[0]))
    require_shape("b", b, (w.shape[1],))
    require_shape("target", target, (x.shape[0], w.shape[1]))
    require_rate("lr", lr)
    error = x @ w
    error += b
    error = target - error
    step = x.T @ error
    step *= lr
    step += w
    return step, b + lr * error.sum(axis=0)
