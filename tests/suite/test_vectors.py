"""The reference against other people's libraries, as they answered when the vectors were frozen, and as they do now.

`python -m primcheck.vectors` renews tests/vectors/ with the libraries that are installed.
"""

import ast
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from primcheck.call import ask_subject
from primcheck.environment import library_versions
from primcheck.judge import judge
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite
from primcheck.vectors import Vector, read_vectors

SUITE = Suite()
STORE = TruthStore(SUITE)
HERE = Path(__file__).parent
FILES = sorted((HERE.parent / "vectors").glob("*/*.json"))
NAMES = [path.stem for path in FILES]


@cache
def subject(library: str) -> Subject:
    """Load a library's binding once."""
    return load(library, SUITE)


def vectors(path: Path) -> list[Vector]:
    """Return what is frozen about the primitive that a file is named for."""
    return read_vectors(path, SUITE.primitive(path.stem))


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_reference_agrees_with_every_witness(path: Path) -> None:
    """Each frozen answer passes as an implementation's would: within the floor of the reference."""
    found = vectors(path)
    assert found
    for vector in found:
        truth = STORE.truth(vector.question)
        assert vector.witnesses
        for library in vector.witnesses:
            judgement = judge(vector.question, vector.outcome(library), truth)
            assert judgement.status == "pass", f"{vector.question.case.name}, {library}: {judgement.message}"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_spoilt_vector_is_seen(path: Path) -> None:
    """An answer that is off by a part in a hundred thousand, or by one where it is whole, does not pass."""
    for vector in vectors(path)[:1]:
        library = next(iter(vector.witnesses))
        outcome = vector.outcome(library)
        spoilt = tuple(
            tuple(replace(a, values=np.asarray(a.values + 1 if a.values.dtype.kind == "i" else a.values * (1 + 1e-5) + 1e-5))
                  for a in step)
            for step in outcome.answers
        )  # fmt: skip
        types = [[a.values.dtype for a in step] for step in outcome.answers]
        spoilt = tuple(
            tuple(replace(a, values=a.values.astype(t)) for a, t in zip(step, kinds, strict=True))
            for step, kinds in zip(spoilt, types, strict=True)
        )
        judgement = judge(vector.question, replace(outcome, answers=spoilt), STORE.truth(vector.question))
        assert judgement.status == "fail"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_libraries_still_say_so(path: Path) -> None:
    """Where a library is installed in the version that was frozen, it still gives an answer that passes."""
    asked = 0
    for vector in vectors(path):
        question = vector.question
        for library, said in vector.witnesses.items():
            if SUITE.missing(library) or library_versions(SUITE.libraries_of(library)) != said["versions"]:
                continue
            asked += 1
            function = subject(library).functions[question.primitive.name]
            declared = subject(library).declared(question.primitive)
            keywords = {n: v for n, v in question.convention.items() if n in declared}
            outcome = ask_subject(function, question, keywords)
            judgement = judge(question, outcome, STORE.truth(question))
            assert judgement.status == "pass", f"{question.case.name}, {library}: {judgement.message}"
    if not asked:
        pytest.skip("none of its witnesses is installed in the version that was frozen")


def test_every_primitive_has_independent_witnesses() -> None:
    """Two libraries agree, or a person has worked it out by hand: never the reference's own output."""
    by_hand = set()
    for path in HERE.glob("test_by_hand_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Name):
                by_hand.add(node.id)
    lonely = [name for name, primitive in SUITE.primitives.items() if not _witnessed(primitive) and name not in by_hand]
    assert lonely == []


def _witnessed(primitive: Primitive) -> bool:
    path = HERE.parent / "vectors" / primitive.family / f"{primitive.name}.json"
    libraries = {library for vector in vectors(path) for library in vector.witnesses} if path.is_file() else set()
    # A program is witnessed by its primitives.
    return len(libraries) >= 2 or bool(primitive.uses)
