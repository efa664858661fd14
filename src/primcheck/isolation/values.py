"""Arguments and results as JSON, with the arrays apart: what a message says of a call.

{"tensor": "x"}                an array, under this name in the message
{"scalar": "x"}                a number of NumPy's, in an array without axes
1, 2.5, true, "same", null     as they are; {"number": "nan"} where JSON has no word for a number
{"list": […]}, {"tuple": […]}  several of these
{"seed": 7}                    a generator of random numbers, made anew from this seed
{"is": "dict", "shape": [3]}   of results only: what came in the place of an array
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.manner import UNSEEN, Described, Unseen
from primcheck.tensors import MalformedTensors
from primcheck.texts import clean

_MOST_RESULTS = 100


class Packer:
    """Turns values into what JSON can hold, and keeps the arrays by the names they are given."""

    def __init__(self, prefix: str, most: int | None = None) -> None:
        self.tensors: dict[str, NDArray[Any]] = {}
        self._prefix = prefix
        self._left = most

    def argument(self, value: Any) -> Any:
        """Return one argument.

        Raises:
            TypeError: it is nothing that can be sent.
        """
        if isinstance(value, np.ndarray):
            return self._array(value)
        if isinstance(value, np.random.Generator):
            return {"seed": int(value.integers(2**32))}
        if isinstance(value, np.generic):
            # It has a type, which a plain number would lose.
            return {"scalar": self._array(np.asarray(value))["tensor"]}
        if isinstance(value, (list, tuple)):
            return {type(value).__name__: [self.argument(one) for one in value]}
        if value is None or isinstance(value, (bool, int, float, str)):
            return _number(value)
        raise TypeError(f"a {type(value).__name__} cannot be sent to another process")

    def result(self, value: Any, depth: int = 2) -> Any:
        """Return one result; what is no array or number of the kinds that are judged only as what it is."""
        name = type(value).__name__
        if isinstance(value, Unseen):
            return {"unseen": True}
        if type(value) in (bool, int, float):
            return _number(value) if not isinstance(value, int) or abs(value) < 2**63 else {"is": "huge int"}
        if depth and isinstance(value, (list, tuple)):
            return {_kind(value): [self.result(one, depth - 1) for one in value[:_MOST_RESULTS]]}
        masked = any(kind.__name__ == "MaskedArray" for kind in type(value).__mro__)
        if not isinstance(value, (np.ndarray, np.generic)) or masked:
            return {"is": name}
        # Read by NumPy itself, as a base array: a subclass has no say in what its shape and values are.
        plain = np.ndarray.view(value, np.ndarray) if isinstance(value, np.ndarray) else np.asarray(value)
        if plain.dtype.kind not in "fbiu" or plain.dtype.itemsize > 8:
            return {"is": f"{name} of {plain.dtype}", "shape": list(plain.shape)}
        if self._left is not None:
            if plain.nbytes > self._left:
                return {"is": name, "shape": list(plain.shape)}
            self._left -= plain.nbytes
        return self._array(plain)

    def _array(self, value: NDArray[Any]) -> dict[str, str]:
        name = f"{self._prefix}{len(self.tensors)}"
        self.tensors[name] = value
        return {"tensor": name}


def argument(said: Any, tensors: Mapping[str, NDArray[Any]]) -> Any:
    """Return the argument that a message speaks of; a generator is made of its seed."""
    if not isinstance(said, dict):
        return said
    ((kind, value),) = said.items()
    if kind == "tensor":
        return tensors[value]
    if kind == "scalar":
        return tensors[value][()]
    if kind == "seed":
        return np.random.default_rng(value)
    if kind == "number":
        return float(value)
    several = [argument(one, tensors) for one in value]
    return several if kind == "list" else tuple(several)


def results(text: str | None, tensors: Mapping[str, NDArray[Any]]) -> Any:
    """Return what a function gave, as an untrusted message tells it; without a text every array is a result.

    Raises:
        MalformedTensors: the message makes no sense.
    """
    if text is None:
        found = list(tensors.values())
        return found[0] if len(found) == 1 else tuple(found)
    try:
        return _result(read(text), tensors, 3)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise MalformedTensors(f"its results make no sense: {type(error).__name__}") from None


def write(value: Any) -> str:
    """Return a value as JSON."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def read(text: str) -> Any:
    """Read JSON that someone else has sent.

    Raises:
        ValueError: it is none.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("too deep") from None


def _number(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return {"number": repr(value)}
    return value


def _kind(value: list[Any] | tuple[Any, ...]) -> str:
    return "list" if isinstance(value, list) else "tuple"


def _result(said: Any, tensors: Mapping[str, NDArray[Any]], depth: int) -> Any:
    if type(said) in (bool, int, float):
        return said if not isinstance(said, int) or abs(said) < 2**63 else Described("huge int")
    if not isinstance(said, dict) or not depth:
        raise ValueError("no result")
    if "is" in said:
        return Described(clean(said["is"], 60), _shape(said.get("shape")))
    if "unseen" in said:
        return UNSEEN
    ((kind, value),) = said.items()
    if kind == "tensor":
        return tensors[value]
    if kind == "number":
        return float(value)
    if kind not in ("list", "tuple") or not isinstance(value, list):
        raise ValueError("no result")
    several = [_result(one, tensors, depth - 1) for one in value[:_MOST_RESULTS]]
    return several if kind == "list" else tuple(several)


def _shape(said: Iterable[Any] | None) -> tuple[int, ...] | None:
    if said is None:
        return None
    shape = tuple(said)[:64]
    if not all(type(length) is int and 0 <= length < 2**48 for length in shape):
        raise ValueError("no shape")
    return shape
