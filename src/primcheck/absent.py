"""Absent modules: code that imports what is not installed is loaded all the same, and what does not need it is judged."""

from __future__ import annotations

import collections
import collections.abc
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any, ClassVar, NoReturn

import numpy as np

from primcheck.mending import mend, removed
from primcheck.texts import clean

_OLD = {"xrange": range, "unicode": str, "basestring": str, "long": int, "raw_input": input, "unichr": chr}
"""What modules that bridge Python 2 and 3 give."""

_BRIDGES = {"past", "future", "six", "__builtin__"}


class _State:
    loading = False
    lent: ClassVar[list[str]] = []


_LENT = {
    "int": int,
    "float": float,
    "bool": bool,
    "object": object,
    "complex": complex,
    "str": str,
    "float_": np.float64,
}
"""Names that NumPy has given up and that code may use while it is loaded, as in the default of a parameter."""


class Absent:
    """Whatever is taken from a module that is not there: it can stand anywhere, and do nothing once loading is over."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Absent(f"{self._name}.{name}")

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[Any, ...]:
        return ()

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Decorate, or stand for what a call would have made."""
        if len(given) == 1 and not named and isinstance(given[0], (FunctionType, type)):
            # A decorator: what it would have made faster or more beautiful works without it.
            return given[0]
        if _State.loading:
            return self
        return self._missed()

    def _missed(self, *_: Any) -> NoReturn:
        raise ImportError(f"needs {self._name.split('.')[0]}, which is not installed")

    __iter__ = __len__ = __getitem__ = __add__ = __mul__ = __sub__ = __float__ = __array__ = _missed


class _Module(ModuleType):
    __path__: list[str] = []  # noqa: RUF012  # a module's own attribute, which makes it a package
    __all__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in _OLD and self.__name__.split(".")[0] in _BRIDGES:
            return _OLD[name]
        return Absent(f"{self.__name__}.{name}")


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self) -> None:
        self.roots: set[str] = set()

    def find_spec(self, name: str, *_: Any) -> Any:
        """Find what is missing, and nothing else."""
        known = name.split(".")[0] in self.roots
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if known else None

    def create_module(self, spec: Any) -> ModuleType:
        """Make it up."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is in it."""


_FINDER = _Finder()


def pretend(error: BaseException) -> str:
    """Make up for what an import has missed, so that loading can be tried again; say what that was, or nothing."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        root = error.name.split(".")[0]
        if root in _FINDER.roots or root in sys.builtin_module_names or _installed(root):
            return ""
        if _FINDER not in sys.meta_path:
            sys.meta_path.append(_FINDER)
        _FINDER.roots.add(root)
        return f"imports {root}, which is not installed; what does not need it is judged"
    text = clean(error, 1000)
    for name in ("Hashable", "Iterable", "Mapping", "MutableMapping", "Sequence", "Callable", "Iterator"):
        if f"'{name}'" in text and "'collections'" in text and not hasattr(collections, name):
            setattr(collections, name, getattr(collections.abc, name))
            return f"takes {name} from collections, where Python 3.10 has no such name: take it from collections.abc"
    gone = removed(error)
    if gone in _LENT and gone not in _State.lent:
        setattr(np, gone, _LENT[gone])
        _State.lent.append(gone)
        return mend(error)
    return ""


@contextmanager
def lenient() -> Iterator[None]:
    """Let absent things be called, as decorators and base classes are while code is loaded."""
    _State.loading = True
    try:
        yield
    finally:
        _State.loading = False


def give_back() -> None:
    """Take back from NumPy what it was lent while code was loaded."""
    for name in _State.lent:
        delattr(np, name)
    _State.lent.clear()


def _installed(root: str) -> bool:
    try:
        return importlib.util.find_spec(root) is not None
    except (ImportError, ValueError):
        return False
