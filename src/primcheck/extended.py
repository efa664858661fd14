"""Extended-precision arrays that can carry rounding noise: Monte Carlo arithmetic for any function written in NumPy.

An `Extended` array holds `np.longdouble` values. Inside `noise(u, rng)` every floating result of every operation is
multiplied by 1 + u·ξ, ξ uniform in [−1, 1] and independent per element (Parker, Monte Carlo Arithmetic, 1997), as if
each step had been rounded at unit roundoff u. Operations that are exact in floating point (moving, picking, comparing,
negating) are left alone; a function that is not known to be exact counts as rounding. Nothing loses the noise in
silence: converting to a Python number is refused, indexing gives 0-d extended arrays, and `out=` writes through.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.faults import SuiteFault

EXACT_UFUNCS = frozenset(
    {
        np.negative, np.positive, np.absolute, np.fabs, np.sign, np.copysign, np.maximum, np.minimum, np.fmax, np.fmin,
        np.floor, np.ceil, np.rint, np.trunc, np.greater, np.less, np.greater_equal, np.less_equal, np.equal,
        np.not_equal, np.isnan, np.isfinite, np.isinf, np.signbit, np.logical_and, np.logical_or, np.logical_not,
        np.logical_xor, np.frexp, np.ldexp, np.nextafter, np.spacing,
    }
)  # fmt: skip
"""Results of these are representable whenever the inputs are."""

DECISIONS = frozenset(
    {
        np.greater, np.less, np.greater_equal, np.less_equal, np.equal, np.not_equal, np.sign, np.floor, np.ceil,
        np.rint, np.trunc, np.signbit,
    }
)  # fmt: skip
"""Exact operations that jump: a case in which noise changes one of them asks about a coin's edge."""

EXACT_FUNCTIONS = frozenset(
    {
        np.where, np.concatenate, np.stack, np.hstack, np.vstack, np.split, np.array_split, np.pad, np.take,
        np.take_along_axis, np.put_along_axis, np.transpose, np.moveaxis, np.swapaxes, np.reshape, np.ravel,
        np.squeeze, np.expand_dims, np.broadcast_to, np.broadcast_arrays, np.flip, np.flipud, np.fliplr, np.roll,
        np.rot90, np.repeat, np.tile, np.sort, np.argsort, np.argmax, np.argmin, np.nanargmax, np.nonzero,
        np.count_nonzero, np.max, np.min, np.amax, np.amin, np.clip, np.zeros_like, np.ones_like, np.empty_like,
        np.full_like, np.zeros, np.ones, np.empty, np.full, np.copy, np.copyto, np.asarray, np.array,
        np.ascontiguousarray, np.diag, np.diagonal, np.tril, np.triu, np.shape, np.ndim, np.size, np.atleast_1d,
        np.atleast_2d, np.any, np.all, np.sign, np.searchsorted, np.unique, np.isclose, np.array_equal, np.select,
        np.choose, np.compress, np.extract, np.delete, np.insert, np.append, np.result_type, np.iscomplexobj,
        np.isrealobj, np.may_share_memory, np.shares_memory, np.round, np.around, np.lexsort, np.partition,
        np.lib.stride_tricks.sliding_window_view,
    }
)  # fmt: skip
"""Array functions that only move or pick values; every other one is taken to round."""


@dataclass
class _Noise:
    """The noise in force: its unit roundoff and generator, and the decisions taken so far."""

    u: float
    rng: np.random.Generator
    decisions: list[bytes] = field(default_factory=list)


_current: _Noise | None = None


@contextlib.contextmanager
def noise(u: float, rng: np.random.Generator | None = None) -> Iterator[list[bytes]]:
    """Round every floating result with relative noise u; yields the list of decisions taken inside."""
    global _current
    before, _current = _current, _Noise(u, rng or np.random.default_rng(0))
    try:
        yield _current.decisions
    finally:
        _current = before


class Extended(np.ndarray[Any, Any]):
    """A longdouble array whose floating results are rounded with the noise in force."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = None, **kwargs: Any) -> Any:
        """Compute in extended precision, then round with noise where the operation rounds."""
        if method == "at":
            return _at(ufunc, *inputs)
        result = getattr(ufunc, method)(*(plain(i) for i in inputs), **{k: plain(v) for k, v in kwargs.items()})
        if ufunc in DECISIONS and _current is not None:
            _decided(result)
        result = extend(result, rounds=ufunc not in EXACT_UFUNCS)
        if out is None:
            return result
        results = result if isinstance(result, tuple) else (result,)
        for target, value in zip(out, results, strict=True):
            if target is not None:
                _write(target, value)
        return out[0] if len(out) == 1 else out

    def __array_function__(self, function: Callable[..., Any], types: Any, args: Any, kwargs: Any) -> Any:
        """Run a NumPy function on plain values, then round with noise unless it only moves or picks."""
        del types
        out = kwargs.pop("out", None)
        result = function(*plain(args), **plain(kwargs))
        if function in (np.argmax, np.argmin, np.argsort) and _current is not None:
            _decided(result)
        result = extend(result, rounds=function not in EXACT_FUNCTIONS)
        if out is None:
            return result
        _write(out, result)
        return out

    def __getitem__(self, key: Any) -> Any:
        """Index; a single element stays a 0-d extended array."""
        return extend(self.view(np.ndarray)[_index(key)], rounds=False)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Assign; the values are already rounded."""
        self.view(np.ndarray)[_index(key)] = plain(value)

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the first axis, keeping the type."""
        return (self[i] for i in range(len(self)))

    def __float__(self) -> float:
        """Refuse: a Python float would drop the noise."""
        raise SuiteFault("a reference turned an extended value into a Python number; use NumPy functions throughout")

    __int__ = __float__  # type: ignore[assignment]  # refuses in the same words
    __complex__ = __float__

    def __repr__(self) -> str:
        """Show the values."""
        return repr(self.view(np.ndarray))

    __str__ = __repr__

    def item(self, *args: Any) -> Any:
        """Refuse, as `float` does."""
        del args
        return self.__float__()

    tolist = item

    def astype(self, dtype: Any, *args: Any, **kwargs: Any) -> Any:
        """Convert to integers or booleans; a float type of any width stays extended, for it would drop the noise."""
        del args, kwargs
        if np.dtype(dtype).kind == "f":
            return self.copy()
        converted = self.view(np.ndarray).astype(dtype)
        if _current is not None:
            _decided(converted)
        return converted

    def argmax(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.argmax, so that the decision is noted."""
        return np.argmax(self, *args, **kwargs)

    def argmin(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.argmin, so that the decision is noted."""
        return np.argmin(self, *args, **kwargs)

    def argsort(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.argsort, so that the decision is noted."""
        return np.argsort(self, *args, **kwargs)

    def clip(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.clip, which is exact."""
        return np.clip(self, *args, **kwargs)

    def dot(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.dot, which rounds."""
        return np.dot(self, *args, **kwargs)

    def cumsum(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.cumsum, which rounds."""
        return np.cumsum(self, *args, **kwargs)

    def cumprod(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.cumprod, which rounds."""
        return np.cumprod(self, *args, **kwargs)

    def trace(self, *args: Any, **kwargs: Any) -> Any:
        """Return np.trace, which rounds."""
        return np.trace(self, *args, **kwargs)


def plain(value: Any) -> Any:
    """Return the value with every extended array in it, however nested, as an ordinary longdouble array."""
    if isinstance(value, Extended):
        return value.view(np.ndarray)
    if isinstance(value, (list, tuple)):
        return type(value)(plain(v) for v in value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def extend(value: Any, *, rounds: bool) -> Any:
    """Return floating values as extended arrays, with one rounding of the noise in force where `rounds`."""
    if isinstance(value, (list, tuple)):
        # A namedtuple such as np.unique's takes its fields one by one.
        fields = [extend(v, rounds=rounds) for v in value]
        return type(value)(*fields) if hasattr(value, "_fields") else type(value)(fields)
    if not isinstance(value, (np.ndarray, np.floating)) or value.dtype.kind != "f":
        return value
    array = np.asarray(value, np.longdouble)
    if rounds and _current is not None and _current.u:
        xi = _current.rng.uniform(-1.0, 1.0, array.shape)
        with np.errstate(invalid="ignore"):
            array = array * (1 + np.longdouble(_current.u) * xi)
    return np.asarray(array).view(Extended)


def _decided(result: Any) -> None:
    """Write down a decision; a longdouble's bytes hold some that mean nothing, so whole numbers become float64."""
    array = np.asarray(result)
    if _current is not None:
        _current.decisions.append((array.astype(np.float64) if array.dtype.kind == "f" else array).tobytes())


def _index(key: Any) -> Any:
    return tuple(plain(k) for k in key) if isinstance(key, tuple) else plain(key)


def _write(target: Any, value: NDArray[Any]) -> None:
    if not isinstance(target, Extended) and np.asarray(value).dtype.kind == "f":
        raise SuiteFault(
            "a reference writes floating results into a buffer of fixed precision; make it `like=` an input"
        )
    plain(target)[...] = plain(value)


def _at(ufunc: np.ufunc, target: Any, index: Any, *operands: Any) -> None:
    """Apply `ufunc.at` in place; each element that took part is rounded once per operand that reached it."""
    array = plain(target)
    ufunc.at(array, _index(index), *(plain(o) for o in operands))
    if ufunc not in EXACT_UFUNCS and _current is not None and _current.u:
        touched = np.zeros(array.shape, bool)
        touched[_index(index)] = True
        array[touched] = plain(extend(array[touched], rounds=True))
