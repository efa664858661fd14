"""The store of truths: computed once, found by content, and never believed when stale."""

from pathlib import Path

import numpy as np
import pytest

from primcheck import store as stores
from primcheck.examiner import examine
from primcheck.question import questions
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import from_object
from primcheck.suite import Suite
from primcheck.tensors import MalformedTensors, decode, encode


def test_a_second_run_computes_nothing(toys: Suite, tmp_path: Path) -> None:
    """Truth and floor come back from the cache as they were."""
    asked = questions(toys.primitive("scale"), ("float32", "float64"))
    first = TruthStore(toys, folder=tmp_path)
    before = [first.truth(question) for question in asked]
    first.save()
    second = TruthStore(toys, folder=tmp_path)
    after = [second.truth(question) for question in asked]
    assert (first.computed, second.computed) == (len(asked), 0)
    for one, two in zip(before, after, strict=True):
        for a, b in zip(one.results, two.results, strict=True):
            np.testing.assert_array_equal(a.high, b.high)
            np.testing.assert_array_equal(a.floor, b.floor)
        assert set(one.laws) == set(two.laws)


def test_another_seed_is_another_question(toys: Suite, tmp_path: Path) -> None:
    """Entries are addressed by content."""
    store = TruthStore(toys, folder=tmp_path)
    for seed in (0, 1):
        for question in questions(toys.primitive("walk"), ("float64",), seed=seed):
            store.truth(question)
    assert store.computed == 2 * len(questions(toys.primitive("walk"), ("float64",)))


@pytest.mark.parametrize("damage", [lambda d: d[:40], lambda d: b"\xff" * 20, lambda d: d + b"x", lambda d: b""])
def test_a_damaged_cache_is_computed_anew(toys: Suite, tmp_path: Path, damage: object) -> None:
    """A cache file that cannot be read costs time, nothing else."""
    store = TruthStore(toys, folder=tmp_path)
    question = questions(toys.primitive("walk"), ("float64",))[0]
    store.truth(question)
    store.save()
    (file,) = tmp_path.glob("*.safetensors")
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]  # one of the functions above
    again = TruthStore(toys, folder=tmp_path)
    again.truth(question)
    assert again.computed == 1


def test_an_unwritable_cache_is_no_trouble(toys: Suite, tmp_path: Path) -> None:
    """Where nothing can be cached, truths are computed each time."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = TruthStore(toys, folder=blocked / "cache")
    store.truth(questions(toys.primitive("walk"), ("float64",))[0])
    store.save()


class TestWithoutExtendedPrecision:
    """Where longdouble is float64, truths come from the pack; what is not in it is not run, and says why."""

    def test_the_pack_serves(self, toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """With a pack the verdicts are those of a machine with extended precision."""
        wide = TruthStore(toys, folder=tmp_path / "wide")
        subject = from_object({"walk": toys.reference(toys.primitive("walk"))}, toys)
        expected, _ = examine(toys, subject, "walk", Settings(), wide)
        monkeypatch.setattr(stores, "PACK", tmp_path / "truth.pack")
        stores.write_pack(wide.entries)
        narrow = TruthStore(toys, folder=tmp_path / "narrow", extended=False)
        verdicts, _ = examine(toys, subject, "walk", Settings(), narrow)
        assert [(v.case, v.status, v.ratio) for v in verdicts] == [(v.case, v.status, v.ratio) for v in expected]

    def test_other_seeds_are_not_run(self, toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A seed that the pack does not hold is no pass and no fail, and the run leaves with 3."""
        monkeypatch.setattr(stores, "WIDE", False)
        monkeypatch.setattr(stores, "PACK", tmp_path / "none.pack")
        monkeypatch.setattr(
            TruthStore.__init__, "__kwdefaults__", {"folder": tmp_path, "extended": False, "keep": True}
        )
        subject = from_object({"walk": toys.reference(toys.primitive("walk"))}, toys)
        lines = list(run_lines(toys, [subject], Settings(only="walk", seed=5)))
        values = [line for line in lines if line["type"] == "verdict" and line["kind"] == "value"]
        assert {line["status"] for line in values} == {"not_run"}
        assert "longdouble is float64" in values[0]["message"]
        assert lines[-1]["exit_code"] == 3


ARRAYS = {"a": np.arange(6.0).reshape(2, 3), "b": np.array([True, False]), "c": np.zeros((0, 4), np.float32)}


def test_tensors_there_and_back() -> None:
    """Arrays and texts survive, shapes and types included."""
    arrays, texts = decode(encode(ARRAYS, {"say": "hello"}))
    assert texts == {"say": "hello"}
    for name, array in ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        np.testing.assert_array_equal(arrays[name], array)


def header(text: str, data: bytes = b"") -> bytes:
    """Return a message with a hand-made header."""
    return len(text.encode()).to_bytes(8, "little") + text.encode() + data


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff" * 8,
        header("not json"),
        header("[]"),
        header("[" * 100_000),
        header('{"a": 1}'),
        header('{"a": {"dtype": "O", "shape": [1], "data_offsets": [0, 8]}}', b"12345678"),
        header('{"a": {"dtype": "F64", "shape": [2], "data_offsets": [0, 8]}}', b"12345678"),
        header('{"a": {"dtype": "F64", "shape": [true], "data_offsets": [0, 8]}}', b"12345678"),
        header('{"a": {"dtype": "F64", "shape": [-1], "data_offsets": [0, -8]}}', b"12345678"),
        header('{"a": {"dtype": "F64", "shape": [1], "data_offsets": [8, 16]}}', b"1234567812345678"),
        header('{"a": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}}', b"1234"),
        header('{"a": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}}', b"123456789"),
        header('{"a": {}, "a": {}}'),
        header('{"__metadata__": {"x": 1}}'),
    ],
)
def test_malformed_tensors_are_refused(message: bytes) -> None:
    """The reader believes nothing that does not fit."""
    with pytest.raises(MalformedTensors):
        decode(message)
