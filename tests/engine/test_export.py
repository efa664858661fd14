"""Export: what is written is what is judged by, and can be judged by again without the suite."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from primcheck.export import INDEX, export
from primcheck.faults import UsageError
from primcheck.question import questions
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.suite import Suite
from primcheck.tensors import decode


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def written(toys: Suite, folder: Path, **settings: Any) -> dict[str, Any]:
    """Export the toys; return the index."""
    assert list(export(folder, toys, list(toys.primitives.values()), Settings(**settings)))
    return json.loads((folder / INDEX).read_text("utf-8"))


def test_round_trip(toys: Suite, tmp_path: Path) -> None:
    """Inputs, truths and floors come back to the bit, and by the rule in the index right code passes."""
    index = written(toys, tmp_path / "out")
    assert "absent" in index["left_out"]
    assert "descent" in index["left_out"]
    (entry,) = (one for one in index["primitives"] if one["name"] == "scale")
    arrays, _ = decode((tmp_path / "out" / entry["file"]).read_bytes())
    asked = questions(toys.primitive("scale"), ("float32", "float64"))
    store = TruthStore(toys)
    assert [(c["case"], c["dtype"]) for c in entry["cases"]] == [(q.case.name, q.dtype) for q in asked]
    for case, question in zip(entry["cases"], asked, strict=True):
        (step,) = case["steps"]
        given = [arrays[value["tensor"]] for value in step["inputs"].values()]
        for array, original in zip(given, (question.steps[0]["x"], question.steps[0]["y"]), strict=True):
            np.testing.assert_array_equal(array, original)
            assert array.dtype == original.dtype
        product = given[0] * given[0].dtype.type(step["options"].get("factor", 2.0))
        for got, told, result in zip(
            (product, product + given[1]), case["results"].values(), store.truth(question).results, strict=True
        ):
            truth = arrays[told["truth"]]
            np.testing.assert_array_equal(truth, result.high)
            with np.errstate(invalid="ignore"):
                error = np.abs(got - truth - (arrays[told["rest"]] if "rest" in told else 0))
            fine = error <= index["limit"] * arrays[told["floor"]] if "floor" in told else got == truth
            assert np.all(fine | ~np.isfinite(truth))


def test_other_seeds_and_types(toys: Suite, tmp_path: Path) -> None:
    """Options are those of a run."""
    one, other = (written(toys, tmp_path / str(seed), seed=seed, dtypes=("float64",)) for seed in (1, 2))
    assert {case["dtype"] for entry in one["primitives"] for case in entry["cases"]} <= {"float64", None}
    assert (tmp_path / "1" / "scale.safetensors").read_bytes() != (tmp_path / "2" / "scale.safetensors").read_bytes()
    assert (one["seed"], other["seed"]) == (1, 2)


def test_what_is_random_has_no_truth(toys: Suite, tmp_path: Path) -> None:
    """Its inputs and options are there all the same."""
    index = written(toys, tmp_path / "out")
    (coin,) = (one for one in index["primitives"] if one["name"] == "coin")
    assert coin["random"]
    assert coin["cases"][0]["results"] is None
    assert coin["cases"][0]["steps"][0]["options"] == {"chance": 0.5}


def test_a_folder_in_use_is_refused(toys: Suite, tmp_path: Path) -> None:
    """In one sentence, before anything is written."""
    (tmp_path / "mine.txt").write_text("")
    with pytest.raises(UsageError, match="is not empty"):
        written(toys, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(UsageError, match="Cannot write to"):
        written(toys, tmp_path / "mine.txt")
