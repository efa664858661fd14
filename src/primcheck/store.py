"""Truths, computed once: read from the pack that comes with the suite, or kept in a cache file per primitive.

Entries are addressed by content: the arguments, the reference's and the floor's source. A changed reference or case
simply finds nothing and is computed anew; a file nobody has used for a month is deleted when another is written.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.faults import CannotJudge
from primcheck.floor import Result, Truth, truth_of
from primcheck.question import Question, by_name
from primcheck.spec import Law, Primitive
from primcheck.suite import Mistake, Suite
from primcheck.tensors import MalformedTensors, decode, encode

PACK = Path(__file__).parent / "truth.pack"
"""Truths and floors of the default seed: a quick start everywhere, and the only source where longdouble is float64."""

WIDE = bool(np.finfo(np.longdouble).nmant > np.finfo(np.float64).nmant)
"""True where extended precision is really longer than float64."""

_MONTH = 30 * 24 * 3600
_LARGEST = 64_000_000


class NotInPack(CannotJudge):
    """This machine has no extended precision, and the pack does not hold this question."""


class TruthStore:
    """Gives the truth of a question: from memory, from the cache, from the pack, or by computing it."""

    def __init__(self, suite: Suite, *, folder: Path | None = None, extended: bool = WIDE, keep: bool = True) -> None:
        self._suite = suite
        self._folder = folder if folder is not None else cache_folder()
        self._extended = extended
        self._keep = keep
        self._shelves: dict[str, dict[str, NDArray[Any]]] = {}
        self._digests: dict[str, str] = {}
        self._fresh: set[str] = set()
        self.computed = 0

    def truth(self, question: Question) -> Truth:
        """Return the truth by the reference, with the floors of the laws that hold for the question."""
        primitive = question.primitive
        reference = self._suite.reference(primitive)
        laws = tuple(law for law in primitive.laws if holds(law, question)) if not primitive.random else ()
        names = [law.name for law in laws]
        digest = self._digest(primitive)
        key = f"{question.digest}-{digest}"
        shelf = f"{primitive.name}-{digest}"
        return self._get(shelf, key, names, lambda: truth_of(reference, question, question.convention, laws))

    def mistaken(self, question: Question, mistake: Mistake) -> Truth:
        """Return what a mistake makes of a question, with its own floor."""
        key = f"{question.digest}-{mistake.name}"
        shelf = f"{question.primitive.name}-mistakes-{mistake.digest}"
        return self._get(shelf, key, [], lambda: truth_of(mistake.function, question))

    @property
    def entries(self) -> dict[str, NDArray[Any]]:
        """Everything that is in memory, as it is packed."""
        return {key: array for shelf in self._shelves.values() for key, array in shelf.items()}

    def save(self) -> None:
        """Write what was computed; a cache that cannot be written is only slower.

        A store that was told not to keep anything writes nothing: what is computed in the process of a subject might
        be spoiled by it.
        """
        if not self._keep:
            return
        with contextlib.suppress(OSError):
            for shelf in self._fresh:
                self._folder.mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                    file.write(encode(self._shelves[shelf]))
                Path(file.name).replace(self._path(shelf))
            if self._fresh:
                for old in self._folder.iterdir():
                    if time.time() - old.stat().st_mtime > _MONTH:
                        old.unlink()
        self._fresh.clear()

    def _digest(self, primitive: Primitive) -> str:
        if primitive.name not in self._digests:
            self._digests[primitive.name] = self._suite.truth_digest(primitive)
        return self._digests[primitive.name]

    def _get(self, shelf: str, key: str, laws: list[str], compute: Callable[[], Truth]) -> Truth:
        entries = self._load(shelf)
        count = entries.get(f"{key}/count")
        if count is not None:
            return _unpack(key, int(count[0]), laws, entries)
        packed = self._pack.get(f"{key}/count")
        if packed is not None:
            found = _unpack(key, int(packed[0]), laws, self._pack)
            # Onto the shelf, so that the next run need not open the pack at all.
            entries.update(_packed(key, found))
            if self._extended:
                self._fresh.add(shelf)
            return found
        if not self._extended:
            raise NotInPack("longdouble is float64 on this machine, and the pack of truths does not hold this case")
        truth = compute()
        self.computed += 1
        entries.update(_packed(key, truth))
        self._fresh.add(shelf)
        return truth

    def _load(self, shelf: str) -> dict[str, NDArray[Any]]:
        if shelf not in self._shelves:
            self._shelves[shelf] = {}
            path = self._path(shelf)
            if self._extended:
                # A shelf that has grown out of hand, by many seeds, is begun anew.
                with contextlib.suppress(OSError, MalformedTensors):
                    if path.stat().st_size < _LARGEST:
                        self._shelves[shelf], _ = decode(path.read_bytes())
                        os.utime(path)
        return self._shelves[shelf]

    def _path(self, shelf: str) -> Path:
        return self._folder / f"{shelf}-numpy{np.__version__}.safetensors"

    @cached_property
    def _pack(self) -> dict[str, NDArray[Any]]:
        return read_pack() if PACK.is_file() else {}


def holds(law: Law, question: Question) -> bool:
    """Tell whether a law is asked of a question: one call, finite inputs, and where the law says that it holds."""
    if len(question.steps) > 1:
        return False
    arrays = (v for v in question.steps[0].values() if isinstance(v, np.ndarray) and v.dtype.kind == "f")
    if not all(np.all(np.isfinite(array)) for array in arrays):
        return False
    return bool(by_name(law.where, {**question.names, **question.steps[0]}))


def cache_folder() -> Path:
    """Return the folder for cached truths, where the system keeps such things."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "primcheck" / "truth"


def read_pack() -> dict[str, NDArray[Any]]:
    """Return the entries of the pack."""
    return decode(lzma.decompress(PACK.read_bytes()))[0]


def write_pack(entries: Mapping[str, NDArray[Any]]) -> None:
    """Write the pack."""
    PACK.write_bytes(lzma.compress(encode(entries), preset=9))


def _packed(key: str, truth: Truth) -> dict[str, NDArray[Any]]:
    entries = {f"{key}/count": np.array([len(truth.results)])}
    for i, result in enumerate(truth.results):
        for part in ("high", "low", "floor"):
            array = getattr(result, part)
            if array is not None:
                entries[f"{key}/{i}/{part}"] = array
    return entries | {f"{key}/law/{name}": values for name, values in truth.laws.items()}


def _unpack(key: str, count: int, laws: list[str], entries: Mapping[str, NDArray[Any]]) -> Truth:
    results = tuple(
        Result(entries[f"{key}/{i}/high"], entries.get(f"{key}/{i}/low"), entries.get(f"{key}/{i}/floor"))
        for i in range(count)
    )
    return Truth(results, {name: entries[f"{key}/law/{name}"] for name in laws})
