"""What commands show: progress on a terminal, and reports in the format that was asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any

import click

from primcheck.record import Record


class Progress:
    """A bar on the terminal while work goes on; where errors do not go to a terminal, nothing."""

    def __init__(self, what: str, total: int) -> None:
        self._bar: Any = None
        self._seen: set[tuple[str, str, str]] = set()
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            # Refreshed by hand: a thread of the bar's own would be copied into every examiner.
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
            self._task = self._bar.add_task(what, total=total)

    def saw(self, line: dict[str, Any]) -> None:
        """Move on when a primitive of an implementation is first heard of."""
        key = (str(line.get("implementation")), str(line.get("primitive")), str(line.get("size", "")))
        if self._bar is None or "implementation" not in line or key in self._seen:
            return
        self._seen.add(key)
        self._bar.update(self._task, advance=1, description=f"{key[0]}: {key[1]} {key[2]}".strip())
        self._bar.refresh()

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def emit(style: str, records: Iterable[Record]) -> None:
    """Print records in one of the formats; colour only on a terminal that wants it."""
    from primcheck.report.dialects import dialects
    from primcheck.report.junit import junit
    from primcheck.report.markdown import markdown
    from primcheck.report.text import text
    from primcheck.report.witness import witnesses

    formats: dict[str, Callable[[Iterable[Record]], str]] = {
        "text": text,
        "markdown": markdown,
        "junit": junit,
        "witness": witnesses,
        "dialects": dialects,
    }
    show(formats[style](records), coloured=style == "text")


def show(text: str, *, coloured: bool = True) -> None:
    """Print a text; a terminal without NO_COLOR gets the verdicts' words in colour."""
    import os

    if coloured and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        text = _RED.sub(lambda m: click.style(m.group(), fg="red", bold=True), text)
        text = _GREEN.sub(lambda m: click.style(m.group(), fg="green"), text)
        text = _YELLOW.sub(lambda m: click.style(m.group(), fg="yellow"), text)
    click.echo(text, nl=not text.endswith("\n"))


_RED = re.compile(r"\b(WRONG|RAISED|CRASHED|TIMEOUT|BLOCKED|slower|invalid)\b")
_GREEN = re.compile(r"\b(conforms|faster)\b")
_YELLOW = re.compile(r"\b(OTHER CONVENTION|NOT RUN|NOT JUDGED|INCOMPLETE|inconclusive|too_slow)\b")
