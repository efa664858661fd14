"""Average pooling in plain Python."""

from ._windows import assemble, grid, planes, require_choice, require_gradient


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """One sum per window, in double precision; padding is never visited."""
    g = grid(x, kernel, stride, padding)
    divide_by = _divisors(g, divisor)
    pooled = [
        [
            [_total(plane, rows, columns) / count for columns, count in zip(g.columns, counts, strict=True)]
            for rows, counts in zip(g.rows, divide_by, strict=True)
        ]
        for plane in planes(x)
    ]
    return assemble(pooled, (*x.shape[:2], len(g.rows), len(g.columns)), x)


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """One division per window, then only additions."""
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    divide_by = _divisors(g, divisor)
    result = []
    for gradients in planes(dy):
        dx = [[0.0] * x.shape[3] for _ in range(x.shape[2])]
        for rows, line, counts in zip(g.rows, gradients, divide_by, strict=True):
            for columns, gradient, count in zip(g.columns, line, counts, strict=True):
                share = gradient / count
                for r in rows:
                    target = dx[r]
                    for c in columns:
                        target[c] += share
        result.append(dx)
    return assemble(result, x.shape, dy)


def _total(plane, rows, columns):
    return sum(sum(plane[r][columns.start : columns.stop]) for r in rows)


def _divisors(g, divisor):
    require_choice("divisor", divisor, ("window", "valid"))
    return [[g.area if divisor == "window" else len(rows) * len(columns) for columns in g.columns] for rows in g.rows]
