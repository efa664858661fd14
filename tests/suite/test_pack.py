"""The pack of truths is fresh, right, and enough for a machine without extended precision."""

import numpy as np
import pytest

from primcheck.examiner import examine
from primcheck.question import questions
from primcheck.settings import Settings
from primcheck.store import PACK, WIDE, TruthStore, read_pack
from primcheck.subject import load
from primcheck.suite import Suite

SUITE = Suite()


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> TruthStore:
    """A store that can compute nothing, as where longdouble is float64."""
    return TruthStore(SUITE, folder=tmp_path_factory.mktemp("empty"), extended=False)


@pytest.mark.parametrize("primitive", [p for p in SUITE.primitives.values() if not p.random], ids=lambda p: p.name)
def test_the_pack_holds_every_case(primitive: object, narrow: TruthStore) -> None:
    """Without computing anything a right implementation passes everything; `python -m primcheck.pack` makes it so."""
    verdicts, _ = examine(SUITE, load("vectorized", SUITE), primitive.name, Settings(), narrow)  # type: ignore[attr-defined]
    assert {v.status for v in verdicts} == {"pass"}, [v.message for v in verdicts if v.status != "pass"][:1]


@pytest.mark.skipif(not WIDE, reason="needs extended precision to compute truths")
def test_the_pack_is_right(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A packed truth is the one that is computed; one case of every primitive is looked at."""
    from primcheck import store as stores

    packed = TruthStore(SUITE, folder=tmp_path_factory.mktemp("packed"), extended=False)
    packed.__dict__["_pack"] = read_pack()
    monkeypatch.setattr(stores, "PACK", tmp_path_factory.mktemp("none") / "none")
    fresh = TruthStore(SUITE, folder=tmp_path_factory.mktemp("fresh"))
    for primitive in SUITE.primitives.values():
        if not primitive.random:
            question = questions(primitive, ("float32",))[0]
            for a, b in zip(fresh.truth(question).results, packed.truth(question).results, strict=True):
                np.testing.assert_array_equal(a.high, b.high)
                np.testing.assert_array_equal(a.floor, b.floor)


def test_the_pack_is_small() -> None:
    """It comes with every installation."""
    assert PACK.stat().st_size < 8e6
