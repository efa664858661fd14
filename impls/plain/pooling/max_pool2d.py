"""Max pooling in plain Python."""

import math

from ._windows import assemble, grid, planes, require_choice, require_gradient


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """One scan per window; padding is never visited because the windows are clipped to the image."""
    g = grid(x, kernel, stride, padding)
    pooled = [[[_largest(plane, rows, columns)[0] for columns in g.columns] for rows in g.rows] for plane in planes(x)]
    return assemble(pooled, (*x.shape[:2], len(g.rows), len(g.columns)), x)


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """One scan per window finds the winner; equal maxima cost a second scan."""
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    require_choice("ties", ties, ("first", "all", "split"))
    result = []
    for plane, gradients in zip(planes(x), planes(dy), strict=True):
        dx = [[0.0] * x.shape[3] for _ in range(x.shape[2])]
        for rows, line in zip(g.rows, gradients, strict=True):
            for columns, gradient in zip(g.columns, line, strict=True):
                winners = _winners(plane, rows, columns, ties)
                share = gradient / len(winners) if ties == "split" else gradient
                for r, c in winners:
                    dx[r][c] += share
        result.append(dx)
    return assemble(result, x.shape, dy)


def _winners(plane, rows, columns, ties):
    top, where = _largest(plane, rows, columns)
    if ties == "first" or math.isnan(top):
        return [where]
    return [(r, c) for r in rows for c in columns if plane[r][c] == top]


def _largest(plane, rows, columns):
    """The maximum of a window and where it stands first; the first NaN ends the search."""
    top, where = -math.inf, (rows[0], columns[0])
    for r in rows:
        line = plane[r]
        for c in columns:
            value = line[c]
            if value > top:
                top, where = value, (r, c)
            elif value != value:
                return value, (r, c)
    return top, where
