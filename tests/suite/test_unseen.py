"""Mistakes written by someone who had not read the cases, nor what is said about unknown mistakes: each is rejected."""

import importlib.util
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from primcheck.examiner import examine
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite

SUITE = Suite()
STORE = TruthStore(SUITE)


def mistakes() -> list[Callable[..., Any]]:
    """Return the functions of the folder; the name says which primitive it is, and after two lines what is wrong."""
    found = []
    for path in sorted((Path(__file__).parent / "unseen").glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"unseen_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found += [f for n, f in vars(module).items() if inspect.isfunction(f) and "__" in n and not n.startswith("_")]
    return found


MISTAKES = mistakes()


def test_there_are_many() -> None:
    """More than forty, over many primitives."""
    assert len(MISTAKES) >= 40
    assert len({mistake.__name__.partition("__")[0] for mistake in MISTAKES}) >= 30


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda f: f.__name__)
def test_it_is_rejected(mistake: Callable[..., Any]) -> None:
    """At least one case fails, and nothing that is said pretends that the code is right under another convention."""
    primitive = mistake.__name__.partition("__")[0]
    verdicts, diagnoses = examine(SUITE, Subject("unseen", {primitive: mistake}), primitive, Settings(), STORE)
    assert any(verdict.bad for verdict in verdicts)
    assert not any(diagnosis.conforms for diagnosis in diagnoses)
