"""The book of grades: JSON lines, a header and one record a submission, written at once; what is done is not done again."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from primcheck import __version__
from primcheck.faults import CannotJudge, UsageError
from primcheck.grading.rubric import Rubric

FORMAT = 1


@dataclass
class Book:
    """Grades in a file, the last record of each submission counting. Use it as a context to add to it."""

    path: Path
    header: dict[str, Any]
    grades: dict[str, dict[str, Any]] = field(default_factory=dict)
    _file: int = -1

    @property
    def seed(self) -> int:
        """The seed of the inputs, drawn when the book was begun and the same for everyone in it."""
        return int(self.header["seed"])

    def done(self, submission: str, digest: str) -> bool:
        """Tell whether a submission has been graded as it is now; one that could not be judged is tried again."""
        found = self.grades.get(submission)
        return found is not None and found["digest"] == digest and found["status"] != "not_judged"

    def add(self, grade: dict[str, Any]) -> None:
        """Write a record, with one system call, so that an interruption loses nothing that was graded."""
        _write(self._file, grade)
        self.grades[str(grade["submission"])] = grade

    def __enter__(self) -> Book:
        self._file = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.fsync(self._file)
        os.close(self._file)


def open_book(path: Path, suite_digest: str, rubric: Rubric, seed: int | None, isolation: str) -> Book:
    """Open a book of grades, or begin one.

    Raises:
        UsageError: the file is no such book, or one of another suite, rubric or seed; it is left as it is.
    """
    if path.exists() and path.stat().st_size:
        book = read_book(path)
        wanted = {"suite_digest": suite_digest, "rubric": rubric.digest, "seed": book.seed if seed is None else seed}
        for name, value in wanted.items():
            if book.header[name] != value:
                what = {"suite_digest": "version of primcheck"}.get(name, name)
                raise UsageError(f"{path} holds grades made with another {what}; choose another file with --out.")
        return book
    header = {
        "type": "grading",
        "format": FORMAT,
        "suite_version": __version__,
        "suite_digest": suite_digest,
        "rubric": rubric.digest,
        "points": dict(rubric.points),
        "seed": secrets.randbelow(2**31) if seed is None else seed,
        "isolation": isolation,
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        _write(file, header)
        os.close(file)
    except OSError as error:
        raise UsageError(f"Cannot write the grades to {path}: {error.strerror}.") from error
    return Book(path, header)


def read_book(path: Path) -> Book:
    """Read a book of grades; a last line that was cut off is taken out of the file, for it will be written again.

    Raises:
        UsageError: the file is no book of grades.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}.") from error
    whole = data[: data.rfind(b"\n") + 1]
    entries = [_entry(line) for line in whole.splitlines()]
    header = entries[0] if entries else {}
    if header.get("type") != "grading" or header.get("format") != FORMAT:
        raise UsageError(
            f"{path} holds no grades of this version of primcheck and is not touched; choose another file."
        )
    if len(whole) < len(data):
        os.truncate(path, len(whole))
    return Book(path, header, {str(e["submission"]): e for e in entries if e.get("type") == "grade"})


def _entry(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def _write(file: int, line: dict[str, Any]) -> None:
    data = (json.dumps(line, ensure_ascii=False) + "\n").encode()
    try:
        while data:
            data = data[os.write(file, data) :]
    except OSError as error:
        raise CannotJudge(f"The grades could not be written any further: {error.strerror}.") from error
