"""Export: cases, truths and floors as files that any language can read, so that a judge can be built on them elsewhere.

One file a primitive in the safetensors format, and `index.json`, which says what each array in them is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck import __version__
from primcheck.faults import CannotJudge, MissingLibrary, UsageError
from primcheck.floor import LIMIT
from primcheck.question import Question, questions
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.suite import Suite
from primcheck.tensors import encode

FORMAT = 1
"""The version of the index's format."""

INDEX = "index.json"


def export(folder: Path, suite: Suite, primitives: list[Primitive], settings: Settings) -> Iterator[str]:
    """Write the files of some primitives, and at last the index; yield the name of each primitive that was written.

    Raises:
        UsageError: the folder is not empty, or cannot be written to.
    """
    empty_folder(folder)
    store = TruthStore(suite)
    told: list[dict[str, Any]] = []
    left_out: dict[str, str] = {}
    for primitive in primitives:
        if primitive.uses:
            left_out[primitive.name] = "a program, which is run with an implementation's own primitives"
            continue
        try:
            entry, arrays = _primitive(primitive, store, settings)
        except (MissingLibrary, CannotJudge) as error:
            left_out[primitive.name] = str(error)
            continue
        _write(folder / entry["file"], encode(arrays))
        told.append(entry)
        yield primitive.name
    store.save()
    index = {
        "format": FORMAT,
        "suite_version": __version__,
        "suite_digest": suite.digest,
        "seed": settings.seed,
        "limit": LIMIT,
        "rule": "every |answer - (truth + rest)| is at most limit * floor; without a floor, equal to the truth",
        "primitives": told,
        "left_out": left_out,
    }
    _write(folder / INDEX, (json.dumps(index, indent=1, ensure_ascii=False) + "\n").encode())


def empty_folder(folder: Path) -> None:
    """Make a folder, or see that it is empty.

    Raises:
        UsageError: it is not, or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty; name a folder that is, or a new one.")
    except OSError as error:
        raise UsageError(f"Cannot write to {folder}: {error.strerror}.") from error


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"Cannot write {path}: {error.strerror}.") from error


def _primitive(
    primitive: Primitive, store: TruthStore, settings: Settings
) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    convention = {**primitive.default_convention, **settings.conventions.get(primitive.name, {})}
    arrays: dict[str, NDArray[Any]] = {}
    cases = [
        _case(question, f"{number}", store, arrays)
        for number, question in enumerate(questions(primitive, settings.dtypes, convention, settings.seed))
    ]
    entry = {
        "name": primitive.name,
        "file": f"{primitive.name}.safetensors",
        "title": primitive.title,
        "arguments": list(primitive.arguments),
        "options": [option.name for option in primitive.options],
        "results": [output.name for output in primitive.outputs],
        "convention": convention,
        "random": primitive.random,
        "cases": cases,
    }
    return entry, arrays


def _case(question: Question, number: str, store: TruthStore, arrays: dict[str, NDArray[Any]]) -> dict[str, Any]:
    """Return what the index says of one case; its arrays are kept under names that begin with its number."""
    names = {item.name for item in question.primitive.inputs}

    def keep(name: str, array: NDArray[Any]) -> str:
        arrays[f"{number}/{name}"] = np.asarray(array)
        return f"{number}/{name}"

    def value(name: str, given: Any) -> Any:
        return {"tensor": keep(name, given)} if isinstance(given, np.ndarray) else _plain(given)

    steps = [
        {
            "inputs": {n: value(f"step {k}/{n}", v) for n, v in step.items() if n in names},
            "options": {n: value(f"step {k}/{n}", v) for n, v in step.items() if n not in names},
        }
        for k, step in enumerate(question.steps)
    ]
    told = {
        "case": question.case.name,
        "hunts": question.case.hunts,
        "dtype": question.dtype,
        "exact": question.exact,
        "carried": list(question.carried),
        "steps": steps,
    }
    if question.primitive.random or not question.case.compared:
        return {**told, "results": None}
    results = {}
    pairs = zip(question.primitive.outputs, store.truth(question).results, strict=True)
    for output, result in pairs:
        parts = {"truth": result.high, "rest": result.low, "floor": result.floor}
        kept = {part: keep(f"{part}/{output.name}", array) for part, array in parts.items() if array is not None}
        results[output.name] = {"dtype": question.output_dtype(output).name, **kept}
    return {**told, "results": results}


def _plain(value: Any) -> Any:
    """Return an option as JSON can hold it."""
    if isinstance(value, float) and not np.isfinite(value):
        return {"number": repr(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.item() if isinstance(value, np.generic) else value
