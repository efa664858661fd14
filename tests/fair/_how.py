"""How a formula is carried out: by which sums, which statistics and which exponentials.

A formula's first argument is a How. `carried_out` fills it in, so that what is left has a primitive's own arguments.
"""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import _correlations
import numpy as np


def by_sums(how, a, b):
    """Multiply matrices, each number of the product being one sum."""
    return how.total(a[:, :, np.newaxis] * b[np.newaxis], axis=1)


def two_pass(how, x, axis):
    """Return mean and variance: the mean first, then the mean of the squared distances from it."""
    mean = how.mean(x, axis)
    return mean, how.mean((x - mean) ** 2, axis)


def projected(how, flow, centred, root, axis):
    """Carry a gradient back through a normalization: take out its mean and what points along the output."""
    normalized = centred / root
    along = how.mean(flow * normalized, axis)
    return (flow - how.mean(flow, axis) - normalized * along) / root


@dataclass(frozen=True)
class How:
    """A way of computing; what is not said is done as NumPy does it."""

    total: Callable[..., Any] = np.sum
    statistics: Callable[..., Any] = two_pass
    through: Callable[..., Any] = projected
    matmul: Callable[..., Any] = by_sums
    correlate: Callable[..., Any] = _correlations.correlate
    spread: Callable[..., Any] = _correlations.spread
    kernel: Callable[..., Any] = _correlations.kernel
    exp: Callable[..., Any] = np.exp
    log: Callable[..., Any] = np.log

    def mean(self, x, axis):
        """Return the mean over some axes, which are kept with a length of 1."""
        count = math.prod(x.shape[a] for a in np.atleast_1d(axis))
        return self.total(x, axis, keepdims=True) / count

    def product(self, a, b):
        """Return the product of two matrices."""
        return self.matmul(self, a, b)


def carried_out(how, *modules, ending=""):
    """Return the formulas of some modules whose names end so, as functions that are done in one way."""
    return {
        name: _bound(formula, how)
        for module in modules
        for name, formula in vars(module).items()
        if inspect.isfunction(formula)
        and formula.__module__ == module.__name__
        and not name.startswith("_")
        and name.endswith(ending)
    }


def _bound(formula, how):
    @wraps(formula)
    def function(*arguments, **options):
        return formula(how, *arguments, **options)

    signature = inspect.signature(formula)
    function.__signature__ = signature.replace(parameters=[*signature.parameters.values()][1:])
    return function
