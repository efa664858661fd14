"""The record of a run: JSON lines, written as things happen. Every report is a function of it."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from primcheck.faults import CannotJudge, UsageError

FORMAT = 1
"""The version of the record's format; a reader refuses a newer one."""


_FIELDS: dict[str, set[str]] = {
    "verdict": {"implementation", "callable", "primitive", "case", "hunts", "kind", "dtype", "convention", "status", "ratio",
                "bits_lost", "message", "notes", "seconds"},
    "diagnosis": {"implementation", "primitive", "kind", "name", "says"},
    "measurement": {"implementation", "primitive", "size", "dtype", "threads", "samples", "first_call", "baseline", "ratio",
                    "verdict", "bytes"},
    "end": {"totals", "seconds", "exit_code"},
}  # fmt: skip
"""What the lines of a record must hold for a report to be made of them."""


class RecordWriter:
    """Writes lines to a file as they come, each with one system call, so that a crash loses nothing that was judged."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file() and path.stat().st_size:
                with path.open("rb") as old:
                    if not old.read(20).startswith(b'{"type": "run"'):
                        raise UsageError(
                            f"{path} is no record of primcheck and is not overwritten; choose another name."
                        )
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except OSError as error:
            raise UsageError(f"Cannot write the record to {path}: {error.strerror}.") from error

    def write(self, line: dict[str, Any]) -> None:
        """Append one line."""
        data = (json.dumps(_plain(line), ensure_ascii=False, allow_nan=False) + "\n").encode()
        try:
            while data:
                data = data[os.write(self._file, data) :]
        except OSError as error:
            raise CannotJudge(f"The record could not be written any further: {error.strerror}.") from error
        if line["type"] == "end" and not os.path.samestat(os.fstat(self._file), os.stat(os.devnull)):
            os.fsync(self._file)

    def __enter__(self) -> RecordWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)


@dataclass
class Record:
    """A record as read back: the run, its lines by type, and the end, which an interrupted run does not have."""

    name: str
    run: dict[str, Any] = field(default_factory=dict)
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    diagnoses: list[dict[str, Any]] = field(default_factory=list)
    measurements: list[dict[str, Any]] = field(default_factory=list)
    styles: list[dict[str, Any]] = field(default_factory=list)
    end: dict[str, Any] | None = None
    trouble: str = ""

    @property
    def complete(self) -> bool:
        """True where the record was closed by its end line."""
        return self.end is not None and not self.trouble

    def add(self, line: dict[str, Any]) -> None:
        """File a line under its type; unknown types are kept out, for newer writers may add some."""
        kinds = {"verdict": self.verdicts, "diagnosis": self.diagnoses, "measurement": self.measurements}
        kinds["style"] = self.styles
        if line["type"] in kinds:
            kinds[line["type"]].append(line)
        elif line["type"] == "run":
            self.run = line
        elif line["type"] == "end":
            self.end = line


def collect(lines: Iterable[dict[str, Any]], name: str = "") -> Record:
    """Make a record of lines that are still at hand."""
    record = Record(name)
    for line in lines:
        record.add(json.loads(json.dumps(_plain(line))))
    return record


def read(path: Path) -> Record:
    """Read a record; what was cut off is told in `trouble`, what came before it is kept.

    Raises:
        UsageError: there is no such file.
        CannotJudge: it is no record of this tool.
    """
    record = Record(path.name)
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CannotJudge(f"{path} is not a record of primcheck: it is not text.") from error
    for number, line in enumerate(_lines(text), 1):
        entry = _entry(line)
        if number == 1 and entry is None:
            raise CannotJudge(f"{path} is not a record of primcheck: its first line is no JSON object.")
        if number == 1 and entry and (entry["type"] != "run" or entry.get("format") != FORMAT):
            raise CannotJudge(f"{path} is not a record of this version of primcheck (format {FORMAT}).")
        if entry is None or not _FIELDS.get(entry["type"], set()) <= set(entry):
            record.trouble = f"line {number} is cut off or malformed"
            break
        record.add(entry)
    if not record.run:
        raise CannotJudge(f"{path} is empty.")
    if record.end is None and not record.trouble:
        record.trouble = "it has no end: the run was interrupted"
    return record


def _entry(line: str) -> dict[str, Any] | None:
    """Return a line's object; None where it is none, or has no type."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("type"), str) else None


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it: non-finite numbers become texts."""
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value


def to_number(value: Any) -> float | None:
    """Return a recorded number as a float, also where it was not finite."""
    return None if value is None else float(value)
