"""The toy suite, a fresh truth store, and a short way to judge a function."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from primcheck.examiner import examine
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite
from primcheck.verdict import Diagnosis, Verdict

TOYS = Suite("toy")


@pytest.fixture
def toys() -> Suite:
    """The toy suite."""
    return TOYS


@pytest.fixture
def store(tmp_path: Path) -> TruthStore:
    """A truth store with an empty cache."""
    return TruthStore(TOYS, folder=tmp_path / "cache")


@pytest.fixture
def judge_toy(store: TruthStore) -> Callable[..., tuple[list[Verdict], list[Diagnosis]]]:
    """Judge one function as a toy, in this process."""

    def judged(name: str, function: Callable[..., Any], **settings: Any) -> tuple[list[Verdict], list[Diagnosis]]:
        return examine(TOYS, Subject("subject", {name: function}), name, Settings(**settings), store)

    return judged
