"""What a subject may change under our feet: the functions of NumPy and the standard library that the judge uses too.

Names that were replaced or deleted are put back after each call, and it is noted; names that were added (`np.int = int`,
as old code needs) stay. This keeps a careless subject from spoiling its own verdicts; it does not stop a malicious one.
"""

from __future__ import annotations

import builtins
import math
import random
import time
from types import ModuleType
from typing import Any

import numpy as np

_MODULES: tuple[ModuleType, ...] = (np, np.random, np.linalg, math, builtins, random, time)
_BEFORE: tuple[dict[str, Any], ...] = tuple(dict(vars(module)) for module in _MODULES)
# Python sets these itself: the interactive prompt's last value, a module's lazily imported parts.
_OWN = frozenset({"_", "__warningregistry__"})


def put_back() -> list[str]:
    """Restore what was replaced or deleted; return the names, as `numpy.abs`."""
    changed: list[str] = []
    for module, before in zip(_MODULES, _BEFORE, strict=True):
        now = vars(module)
        for name, value in before.items():
            if now.get(name, _OWN) is not value and name not in _OWN:
                changed.append(f"{module.__name__}.{name}")
                now[name] = value
    return changed
