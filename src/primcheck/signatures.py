"""Signatures of code that may be anything."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any


def signature_of(function: Callable[..., Any]) -> inspect.Signature | None:
    """Return a function's signature; None where it does not tell it."""
    try:
        return _signature(function)
    except TypeError:
        # A callable object that cannot be hashed is looked at anew each time.
        return _signature.__wrapped__(function)


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    try:
        return inspect.signature(function)
    except (TypeError, ValueError):
        return None
