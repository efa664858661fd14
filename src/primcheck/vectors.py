"""Frozen vectors: small inputs and what other people's libraries made of them, with the version and the day.

With them the reference is held against the libraries where none is installed. A file a primitive, in JSON that a person
can read: inputs once, and under each the results of every library that passes the case. Written by
`python -m primcheck.vectors LIBRARY…`, which asks the libraries that are installed and leaves what others said as it is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.call import Answer, Outcome, ask_subject
from primcheck.conventions import alternatives
from primcheck.environment import library_versions
from primcheck.judge import judge
from primcheck.question import Question, questions
from primcheck.signatures import signature_of
from primcheck.spec import Case, Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite

FOLDER = Path("tests/vectors")
MOST = 400
"""How many numbers the inputs of a vector may have, all steps together."""
USUAL = 30
"""How many numbers are best: several of everything, and still few enough to look at."""
A_CHOICE = 2
"""How many cases are frozen for each choice of conventions, besides the longest walk."""


@dataclass
class Vector:
    """One question and what libraries answered: by library the version, the day, and the results of every step."""

    question: Question
    witnesses: dict[str, dict[str, Any]] = field(default_factory=dict)

    def outcome(self, library: str) -> Outcome:
        """Return a library's frozen answer as an outcome that can be judged."""
        steps = self.witnesses[library]["results"]
        answers = tuple(tuple(_answer(array) for array in results) for results in steps)
        return Outcome("answered", answers)


def candidates(primitive: Primitive) -> Iterator[Question]:
    """Yield the questions that are worth freezing: small ordinary ones under each choice of conventions."""
    if primitive.random or primitive.uses:
        return
    for choice in [primitive.default_convention, *alternatives(primitive, primitive.default_convention)]:
        for dtype in ("float64", "float32"):
            fitting = [q for q in questions(primitive, (dtype,), choice) if q.dtype in (dtype, None) and _ordinary(q)]
            usual = sorted(fitting, key=lambda q: abs(_size(q) - USUAL))[:A_CHOICE]
            walk = max(fitting, key=lambda q: len(q.steps), default=None)
            yield from usual if walk is None or walk in usual or len(walk.steps) == 1 else [*usual, walk]


def freeze(suite: Suite, library: str, folder: Path) -> int:
    """Ask a library every question worth freezing and write down the answers that pass; return how many there are."""
    subject = load(library, suite)
    store, count = TruthStore(suite), 0
    version = library_versions(suite.libraries_of(library))
    about = {"versions": version, "made": datetime.now(UTC).date().isoformat()}
    for name in subject.functions:
        primitive = suite.primitive(name)
        path = folder / primitive.family / f"{name}.json"
        kept = {_key(v.question): v for v in read_vectors(path, primitive)} if path.is_file() else {}
        for vector in kept.values():
            vector.witnesses.pop(library, None)
        told: set[tuple[str, str]] = set()
        for question in candidates(primitive):
            # In float32 only where the library cannot do it in float64.
            choice = question.case.name, repr(question.convention)
            if question.dtype == "float32" and choice in told:
                continue
            outcome = _ask(subject, question)
            if outcome is not None and judge(question, outcome, store.truth(question)).status == "pass":
                told.add(choice)
                vector = kept.setdefault(_key(question), Vector(question))
                results = [[_plain(np.asarray(a.values)) for a in answers] for answers in outcome.answers]
                vector.witnesses[library] = {**about, "results": results}
                count += 1
        write_vectors(path, [vector for vector in kept.values() if vector.witnesses])
    store.save()
    return count


def read_vectors(path: Path, primitive: Primitive) -> list[Vector]:
    """Return the vectors of a file."""
    return [_vector(entry, primitive) for entry in json.loads(path.read_text("utf-8"))["vectors"]]


def write_vectors(path: Path, vectors: list[Vector]) -> None:
    """Write the vectors of a primitive, one line an array; nothing where there are none."""
    if not vectors:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = [
        {
            "case": vector.question.case.name,
            "hunts": vector.question.case.hunts,
            "dtype": vector.question.dtype,
            "convention": dict(vector.question.convention),
            "names": {n: v for n, v in vector.question.names.items() if isinstance(v, (int, float, str, tuple, list))},
            "steps": [{n: _plain(v) for n, v in step.items()} for step in vector.question.steps],
            "witnesses": dict(sorted(vector.witnesses.items())),
        }
        for vector in vectors
    ]
    path.write_text(json.dumps({"vectors": entries}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _vector(entry: Mapping[str, Any], primitive: Primitive) -> Vector:
    steps = tuple({n: _value(v) for n, v in step.items()} for step in entry["steps"])
    names = {n: tuple(v) if isinstance(v, list) else v for n, v in entry["names"].items()}
    case = Case(entry["case"], hunts=entry["hunts"], steps=len(steps))
    question = Question(primitive, case, entry["dtype"], entry["convention"], steps, names, 0)
    return Vector(question, dict(entry["witnesses"]))


def _ask(subject: Subject, question: Question) -> Outcome | None:
    """Ask under the question's convention: by keyword where the binding takes it, else where it is its own."""
    primitive, function = question.primitive, subject.functions[question.primitive.name]
    signature = signature_of(function)
    taken = {n: v for n, v in question.convention.items() if signature and n in signature.parameters}
    if any(v != primitive.default_convention[n] for n, v in question.convention.items() if n not in taken):
        return None
    return ask_subject(function, question, taken, subject.declines(primitive))


def _ordinary(question: Question) -> bool:
    arrays = [v for step in question.steps for v in step.values() if isinstance(v, np.ndarray)]
    whole = all(array.size and np.all(np.isfinite(array)) for array in arrays)
    return whole and question.case.compared and 1 < _size(question) <= MOST and not question.exact


def _size(question: Question) -> int:
    return sum(v.size if isinstance(v, np.ndarray) else 1 for step in question.steps for v in step.values())


def _key(question: Question) -> str:
    return f"{question.case.name} {question.dtype} {sorted(question.convention.items())} {question.arguments_digest}"


def _plain(value: Any) -> Any:
    """Return an array as its type and sizes with its values in a line; anything else as it is."""
    if not isinstance(value, np.ndarray):
        return value
    form = f"{value.dtype} {'×'.join(map(str, value.shape))}"
    return {form: " ".join(map(repr, value.ravel().tolist()))}


def _value(value: Any) -> Any:
    if not isinstance(value, dict):
        return tuple(value) if isinstance(value, list) else value
    return _array(value)


def _array(entry: Mapping[str, str]) -> NDArray[Any]:
    ((form, values),) = entry.items()
    dtype, _, sizes = form.partition(" ")
    shape = [int(size) for size in sizes.split("×") if size]
    words = [word == "True" for word in values.split()] if dtype == "bool" else values.split()
    return np.array(words).astype(dtype).reshape(shape)


def _answer(entry: Mapping[str, Any]) -> Answer:
    array = _array(entry)
    # A single number has been a Python number or one of NumPy's; either will do.
    return Answer(array, "int" if array.dtype.kind in "iu" else "float", array.shape, python_number=not array.shape)


def main() -> None:
    """Ask the libraries named, or all that are installed."""
    suite = Suite()
    for library in sys.argv[1:] or [name for name in suite.libraries() if not suite.missing(name)]:
        sys.stdout.write(f"{library}: {freeze(suite, library, FOLDER)} vectors\n")


if __name__ == "__main__":
    main()
