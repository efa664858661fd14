"""Mending: what to write in place of what Python 3 and today's NumPy no longer understand."""

from __future__ import annotations

import re

from primcheck.texts import clean, describe

_NAMES = {
    "xrange": "range", "unicode": "str", "basestring": "str", "long": "int", "raw_input": "input", "unichr": "chr",
    "reduce": "functools.reduce", "cPickle": "pickle", "izip": "zip",
}  # fmt: skip
_METHODS = {"iteritems": "items", "itervalues": "values", "iterkeys": "keys", "has_key": "`in`"}
_NUMPY = {
    "int": "int", "float": "float", "bool": "bool", "object": "object", "complex": "complex", "str": "str", "long": "int",
    "float_": "np.float64", "int0": "np.intp", "product": "np.prod", "cumproduct": "np.cumprod", "Inf": "np.inf",
    "Infinity": "np.inf", "NaN": "np.nan", "infty": "np.inf", "alltrue": "np.all", "sometrue": "np.any",
    "row_stack": "np.vstack", "in1d": "np.isin", "trapz": "np.trapezoid", "asscalar": "array.item()", "msort": "np.sort",
}  # fmt: skip

OLD = ("that is Python 2", "NumPy no longer has", "since Python 3", "Python 3.10 took")
"""What every message about the age of code holds one of."""

_ABC = ("Hashable", "Iterable", "Mapping", "MutableMapping", "Sequence", "Callable", "Iterator")


def told(error: BaseException) -> str:
    """Return an exception as one short line, with what to write instead where its cause is the age of the code."""
    hint = mend(error)
    if not hint:
        return describe(error)
    start = describe(error).split(". ")[0].split("\n")[0].rstrip(".")
    return f"{start}; {hint}"


def mend(error: BaseException) -> str:
    """Return how to mend what is too old, or nothing."""
    text = clean(error, 1000)
    if isinstance(error, SyntaxError):
        return _syntax(text)
    missing = re.search(r"has no attribute '(\w+)'", text)
    name = getattr(error, "name", None) or (missing.group(1) if missing else "")
    if isinstance(error, NameError) and name in _NAMES:
        return f"that is Python 2: write {_NAMES[name]}"
    if isinstance(error, AttributeError) and name in _METHODS:
        return f"that is Python 2: write {_METHODS[name]}"
    if isinstance(error, AttributeError) and "numpy" in text and name in _NUMPY:
        return f"NumPy no longer has np.{name}: write {_NUMPY[name]}"
    if isinstance(error, (ImportError, AttributeError)) and "collections" in text:
        gone = next((one for one in _ABC if f"'{one}'" in text), None)
        return f"Python 3.10 took it away there: take {gone} from collections.abc" if gone else ""
    if isinstance(error, TypeError):
        if "'float' object cannot be interpreted as an integer" in text or "slice indices must be integers" in text:
            return "/ gives a float since Python 3: write // where a whole number is meant"
        if re.search("only (length-1|0-dimensional|integer scalar) arrays can be converted", text):
            return "an array stands where today's NumPy takes a number alone: take its element, with .item()"
    if isinstance(error, IndexError) and "only integers, slices" in text:
        return "/ gives a float since Python 3: write // where a whole number is meant"
    return ""


def removed(error: BaseException) -> str:
    """Return the name that NumPy has given up and that an error is about, or nothing."""
    match = re.search(r"module 'numpy' has no attribute '(\w+)'", clean(error, 1000))
    return match.group(1) if match and match.group(1) in _NUMPY else ""


def _syntax(text: str) -> str:
    if "print" in text:
        return "that is Python 2: print is a function, print(…); `2to3 -w` on the file mends it"
    if "multiple exception types must be parenthesized" in text:
        return "that is Python 2: write `except Error as e`; `2to3 -w` on the file mends it"
    if "inconsistent use of tabs" in text:
        return "tabs and spaces are mixed: indent with spaces alone"
    return ""
