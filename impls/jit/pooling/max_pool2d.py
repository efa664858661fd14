"""Max pooling, compiled."""

import numpy as np
from numba import njit

from ._windows import planes, require_choice, require_gradient, sizes


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """Rows are merged in a small line padded with −∞, so that no inner loop tests a border."""
    kernel, stride, padding, output = sizes(x, kernel, stride, padding)
    y = np.empty(x.shape[:2] + output, x.dtype)
    _pool(planes(x), planes(y), *kernel, *stride, *padding)
    return y


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """One line of winners at a time: all windows of a line are searched together, tap by tap, without branches."""
    kernel, stride, padding, output = sizes(x, kernel, stride, padding)
    require_gradient(dy, x, output)
    require_choice("ties", ties, ("first", "all", "split"))
    dx = np.zeros(x.shape, dy.dtype)
    if ties == "first":
        _route(planes(dy), planes(x), planes(dx), *kernel, *stride, *padding)
    else:
        _share(planes(dy), planes(x), planes(dx), *kernel, *stride, *padding, ties == "split")
    return dx


@njit(cache=True, error_model="numpy")
def _pool(x, y, kh, kw, sh, sw, ph, pw):
    height, width = x.shape[1:]
    line = np.full(width + 2 * pw, -np.inf, x.dtype)
    middle = line[pw : pw + width]
    for plane in range(x.shape[0]):
        for i in range(y.shape[1]):
            top = max(i * sh - ph, 0)
            for c in range(width):
                middle[c] = x[plane, top, c]
            for r in range(top + 1, min(i * sh - ph + kh, height)):
                _merge(x[plane, r], middle, 1)
            target = y[plane, i]
            for j in range(target.size):
                target[j] = line[j * sw]
            for b in range(1, kw):
                if sw == 1:
                    _merge(line[b:], target, 1)
                elif sw == 2:
                    _merge(line[b:], target, 2)
                else:
                    _merge(line[b:], target, sw)


@njit(cache=True, error_model="numpy")
def _merge(source, target, step):
    """Called with a literal step, the compiler can load vectors; a NaN on either side stays."""
    for j in range(target.size):
        value = source[j * step]
        target[j] = value if (value > target[j]) | (value != value) else target[j]


@njit(cache=True, error_model="numpy")
def _route(dy, x, dx, kh, kw, sh, sw, ph, pw):
    best, where = np.empty(dy.shape[2], x.dtype), np.empty(dy.shape[2], np.int32)
    for plane in range(x.shape[0]):
        target = dx[plane].reshape(-1)
        for i in range(dy.shape[1]):
            _search(x[plane], i * sh - ph, kh, kw, sw, pw, best, where)
            gradient = dy[plane, i]
            for j in range(gradient.size):
                target[where[j]] += gradient[j]


@njit(cache=True, error_model="numpy")
def _share(dy, x, dx, kh, kw, sh, sw, ph, pw, split):
    height, width = x.shape[1:]
    best, where = np.empty(dy.shape[2], x.dtype), np.empty(dy.shape[2], np.int32)
    for plane in range(x.shape[0]):
        target = dx[plane].reshape(-1)
        for i in range(dy.shape[1]):
            _search(x[plane], i * sh - ph, kh, kw, sw, pw, best, where)
            top, bottom = max(i * sh - ph, 0), min(i * sh - ph + kh, height)
            for j in range(best.size):
                left, right = max(j * sw - pw, 0), min(j * sw - pw + kw, width)
                gradient = dy[plane, i, j]
                if best[j] != best[j]:
                    target[where[j]] += gradient
                    continue
                if split:
                    winners = 0
                    for r in range(top, bottom):
                        for c in range(left, right):
                            winners += x[plane, r, c] == best[j]
                    gradient /= winners
                for r in range(top, bottom):
                    for c in range(left, right):
                        if x[plane, r, c] == best[j]:
                            dx[plane, r, c] += gradient


@njit(cache=True, error_model="numpy")
def _search(x, start, kh, kw, sw, pw, best, where):
    """Find, for a line of windows, each maximum and its first place in the plane; the first NaN counts as maximum."""
    height, width = x.shape
    top = max(start, 0)
    for j in range(best.size):
        best[j] = -np.inf
        where[j] = top * width + max(j * sw - pw, 0)
    for r in range(top, min(start + kh, height)):
        for b in range(kw):
            first = max((pw - b + sw - 1) // sw, 0)
            stop = min((width - 1 + pw - b) // sw + 1, best.size)
            if first >= stop:
                continue
            left = first * sw + b - pw
            row, place = x[r, left:], r * width + left
            if sw == 1:
                _challenge(row, best[first:stop], where[first:stop], place, 1)
            elif sw == 2:
                _challenge(row, best[first:stop], where[first:stop], place, 2)
            else:
                _challenge(row, best[first:stop], where[first:stop], place, sw)


@njit(cache=True, error_model="numpy")
def _challenge(row, best, where, place, step):
    for j in range(best.size):
        value, held = row[j * step], best[j]
        wins = (value > held) | ((value != value) & (held == held))
        best[j] = value if wins else held
        where[j] = place + j * step if wins else where[j]
