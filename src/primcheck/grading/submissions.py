"""Submissions: what stands in a folder, a file or a folder for each student."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from primcheck.faults import UsageError

CODE = {".py", ".ipynb"}
"""The kinds of files that are judged."""

_LEFT_OUT = {"__pycache__", "__MACOSX", "node_modules", "venv"}


@dataclass(frozen=True)
class Submission:
    """One student's work: its name, and the files to judge."""

    name: str
    path: Path

    @property
    def targets(self) -> list[Path]:
        """What is judged, one after the other: the file, the package, or all code in the folder."""
        if not self.path.is_dir() or (self.path / "__init__.py").is_file():
            return [self.path]
        return [path for path in _files(self.path) if path.suffix in CODE]

    def files(self) -> list[tuple[str, Path]]:
        """Return all files that were handed in, with their places within the submission."""
        if not self.path.is_dir():
            return [(self.path.name, self.path)]
        return [(str(path.relative_to(self.path)), path) for path in _files(self.path)]

    @property
    def digest(self) -> str:
        """The digest of all that was handed in: another one has to be graded anew."""
        digest = hashlib.sha256()
        for name, path in self.files():
            digest.update(f"{name}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest()[:16]


def submissions(folder: Path) -> list[Submission]:
    """Return the submissions in a folder, by name.

    Raises:
        UsageError: there is no such folder, or nothing in it that can be judged.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; grade takes one with a file or a folder for each submission.")
    found = [
        Submission(path.name, path)
        for path in sorted(folder.iterdir())
        if not _hidden(path) and (path.is_dir() or path.suffix in CODE)
    ]
    if not found:
        raise UsageError(f"{folder} holds no submissions: neither folders nor .py or .ipynb files.")
    return found


def shard(found: list[Submission], part: tuple[int, int]) -> list[Submission]:
    """Return the submissions that fall to one of several machines, whichever files the others have."""
    index, count = part
    return [s for s in found if int(hashlib.sha256(s.name.encode()).hexdigest(), 16) % count == index - 1]


def _files(folder: Path) -> list[Path]:
    """Return the files below a folder, by name; links are not followed."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _hidden(Path(name)))
        paths = (Path(place, name) for name in names if not _hidden(Path(name)))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(found)


def _hidden(path: Path) -> bool:
    return path.name.startswith(".") or path.name in _LEFT_OUT
