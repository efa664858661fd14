"""The folders of a worker: a copy of the code to judge, which it may read, and one of its own, which it may fill."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from primcheck.faults import CannotJudge

_LARGEST = 256 << 20
_IMPORTS = re.compile(
    r"^[\s\"]*(?:from|import)\s+(\.*[\w.]+(?:\s*,\s*[\w.]+)*)(?:\s+import\s+([\w, ]+))?", re.MULTILINE
)
_ATTEMPTS = 3
_DERIVED = {"__pycache__", ".git", ".venv", "node_modules"}


def copy_in(target: Path, folder: Path, *, alone: bool = False) -> Path:
    """Copy a file with the neighbours that it imports, or a package with what is in it; return where it is now.

    What lies within a package is copied with the whole of it, but for what can stand `alone`.
    Nothing that a link points to outside is copied: the judge may read more than the code it judges.

    Raises:
        CannotJudge: it is too large.
    """
    target = target.resolve()
    top = target if target.is_dir() else target.parent
    while not alone and (top.parent / "__init__.py").is_file() and (top / "__init__.py").is_file():
        top = top.parent
    if target.is_dir() or (not alone and (target.parent / "__init__.py").is_file()):
        _copy(top, folder / top.name)
        return folder / top.name / target.relative_to(top)
    for path in [target] if alone else _with_neighbours(target):
        _copy(path, folder / path.name)
    return folder / target.name


def _with_neighbours(file: Path) -> list[Path]:
    """Return a file, and the files and folders beside it that it imports, and that those import in turn."""
    found, waiting = [file], [file]
    while waiting:
        texts = _texts(waiting.pop())
        for name in {name for text in texts for name in _imported(text)}:
            for path in (file.parent / f"{name}.py", file.parent / name):
                if path not in found and _holds_code(path) and path.resolve().parent == file.parent:
                    found.append(path)
                    waiting.append(path)
    return found


def _holds_code(path: Path) -> bool:
    return path.is_file() or (path.is_dir() and next(path.glob("*.py"), None) is not None)


def _texts(path: Path) -> Iterator[str]:
    files = [path] if path.is_file() else itertools.islice(path.rglob("*.py"), 2_000)
    for file in files:
        with contextlib.suppress(OSError):
            yield file.read_text("utf-8", "replace")


def _imported(text: str) -> Iterator[str]:
    """Yield the first names of what a text imports, read without running or parsing it."""
    for match in _IMPORTS.finditer(text):
        for name in match[1].split(","):
            first = name.strip().lstrip(".").split(".")[0]
            if first:
                yield first
        if not match[1].strip("."):
            yield from (name.split()[0] for name in (match[2] or "").split(",") if name.strip())


def _copy(source: Path, place: Path) -> None:
    if source.is_file():
        if source.stat().st_size > _LARGEST:
            raise CannotJudge(f"{source.name} is larger than {_LARGEST >> 20} MB.")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
        place.chmod(0o755 if os.access(source, os.X_OK) else 0o644)
        return
    total = 0
    for root, folders, files in os.walk(source):
        folders[:] = [name for name in folders if name not in _DERIVED]
        there = place / Path(root).relative_to(source)
        there.mkdir(parents=True, exist_ok=True)
        for name in files:
            file = Path(root, name).resolve()
            if not file.is_file() or not file.is_relative_to(source.resolve()):
                continue
            total += file.stat().st_size
            if total > _LARGEST:
                raise CannotJudge(f"{source.name} holds more than {_LARGEST >> 20} MB.")
            shutil.copyfile(file, there / name)


def size(folder: Path) -> int:
    """Return how many bytes lie in a folder; every entry counts as one block at least."""
    total, waiting = 0, [folder]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    total += 4096 + entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
    return total


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it, however deep it was made and whatever its rights.

    What lies deep is first moved to the top: paths longer than the system takes cannot be walked down.
    """
    for _ in range(_ATTEMPTS):
        if not folder.exists():
            return
        _empty(folder)
        for entry in _entries(folder):
            with contextlib.suppress(OSError):
                os.rmdir(entry.path)
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def _empty(folder: Path) -> None:
    """Delete the files of a folder, and bring all folders in it to its top."""
    fresh = (folder / f"moved-{i}" for i in itertools.count())
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        with contextlib.suppress(OSError):
            place.chmod(0o700)
        for entry in _entries(place):
            with contextlib.suppress(OSError):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
                    continue
                path = Path(entry.path)
                if place != folder:
                    path = next(new for new in fresh if not new.exists())
                    os.chmod(entry.path, 0o700)
                    os.rename(entry.path, path)
                waiting.append(path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return list(entries)
    return []
