"""What a call lets be noticed besides its results: what it prints, and warnings of numbers that went wrong."""

from __future__ import annotations

import io
import warnings

from primcheck.texts import clean, describe


class Printed(io.TextIOBase):
    """Keeps the first thousand characters of what is printed."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str, /) -> int:
        """Take a text, and claim to have written it."""
        if len(self.text) < 1000:
            self.text += text[:1000]
        return len(text)


def noticed(warned: list[warnings.WarningMessage], printed: Printed) -> list[str]:
    """Return notes on warnings and prints, each once."""
    told: dict[str, None] = {}
    for warning in warned:
        if issubclass(warning.category, RuntimeWarning):
            told[f"warns: {describe(warning.message)}"] = None
    if printed.text.strip():
        told[f"prints: {clean(printed.text, 60)}"] = None
    return list(told)
