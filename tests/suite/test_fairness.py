"""Right code passes: the reference, the three techniques and PyTorch, in both precisions, under every convention."""

import importlib.util
from functools import cache

import pytest

from primcheck.conventions import alternatives
from primcheck.examiner import examine
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite
from primcheck.verdict import Verdict

SUITE = Suite()
STORE = TruthStore(SUITE)
EVERY = pytest.mark.parametrize("primitive", list(SUITE.primitives.values()), ids=lambda p: p.name)


@cache
def subject(name: str) -> Subject:
    """Load an implementation once."""
    return load(name, SUITE)


def wrong(
    name: str, primitive: Primitive, convention: dict[str, str] | None = None, *, rejects: bool = True
) -> list[str]:
    """Judge an implementation; return what did not pass or decline."""
    asked = {primitive.name: convention} if convention else {}
    verdicts, _ = examine(SUITE, subject(name), primitive.name, Settings(conventions=asked), STORE)
    assert any(verdict.status == "pass" for verdict in verdicts)
    counted = [v for v in verdicts if rejects or v.kind != "reject"]
    return [told(verdict) for verdict in counted if verdict.status not in {"pass", "declined"}]


def told(verdict: Verdict) -> str:
    """Return a verdict in a line."""
    return f"{verdict.case} {verdict.dtype} {dict(verdict.convention)}: {verdict.status}: {verdict.message}"


@EVERY
@pytest.mark.parametrize("name", ["primcheck.reference", "plain", "vectorized", "jit"])
def test_techniques_pass_under_every_convention(name: str, primitive: Primitive) -> None:
    """Every case, law, storage, statistic and reject passes, and no note has to be made."""
    defaults = primitive.default_convention
    for choice in [None, *alternatives(primitive, defaults)]:
        assert wrong(name, primitive, choice) == []


@EVERY
@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
def test_pytorch_passes_or_declines(primitive: Primitive) -> None:
    """PyTorch's own kernels pass under the conventions their bindings declare, or decline with a reason.

    What bad input PyTorch takes is its own affair; the report lists it.
    """
    if primitive.name not in subject("pytorch").functions:
        pytest.skip(f"PyTorch does not offer {primitive.name}")
    assert wrong("pytorch", primitive, rejects=False) == []
