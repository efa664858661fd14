"""Texts that come from subjects: made short and harmless before they reach a terminal, a file or a CI log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def clean(text: object, most: int = 300) -> str:
    """Return a text as one line of printable characters, at most so many; whatever its own `str` does."""
    try:
        raw = str(text)[: 8 * most]
    except Exception:
        raw = "(a text that cannot be read)"
    line = " ".join("".join(c if c.isprintable() else " " for c in raw).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def describe(error: object) -> str:
    """Return an exception as one short line, without control characters."""
    line = clean(error)
    return f"{type(error).__name__}: {line}" if line else type(error).__name__


def callable_name(function: Callable[..., Any]) -> str:
    """Return where a function is defined, as module and name."""
    module = (getattr(function, "__module__", None) or "").removeprefix("primcheck_subject_")
    return f"{module}.{getattr(function, '__qualname__', type(function).__name__)}".lstrip(".")
