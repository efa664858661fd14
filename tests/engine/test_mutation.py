"""Mutants are what they say, run like the module they were made of, and a weak set of cases lets them live."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from primcheck.mutation.equivalence import Likenesses
from primcheck.mutation.graft import Room
from primcheck.mutation.mutants import mutants, twice
from primcheck.mutation.reasons import Reason, idle, read_reasons, unexplained
from primcheck.mutation.record import merged, read, write
from primcheck.mutation.trial import Trial
from primcheck.mutation.variations import Variations
from primcheck.store import TruthStore
from primcheck.suite import Suite
from toy.reference.toys.scale import scale

HOME = "toy.reference.toys.scale", "scale"

SOURCE = '''
LIMIT = 3


def area(x, y, *, factor=2.0, axis=-1):
    """A docstring is not changed."""
    if factor <= 0 or x.shape != y.shape:
        raise ValueError(f"no {factor + 1}")
    total = x[1:] * factor - np.sum(y, axis=axis)
    for i in range(LIMIT - 1):
        total += i
    return np.maximum(total, 0.5).astype(x.dtype)
'''


def changes(source: str = SOURCE) -> set[tuple[str, str]]:
    """Return all changed lines, before and after."""
    return {(mutant.before, mutant.after) for mutant in mutants(source, "area.py")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("LIMIT = 3", "LIMIT = 4"),
        ("defaults factor=2.0, axis=-1", "defaults factor=2.02, axis=-1"),
        ("defaults factor=2.0, axis=-1", "defaults factor=2.0, axis=-2"),
        ("if factor <= 0 or x.shape != y.shape:", "if factor < 0 or x.shape != y.shape:"),
        ("if factor <= 0 or x.shape != y.shape:", "if x.shape != y.shape:"),
        ("if factor <= 0 or x.shape != y.shape:", "if False:"),
        ("raise ValueError(f'no {factor + 1}')", "(removed)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[1:] * factor + np.sum(y, axis=axis)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[1:] - np.sum(y, axis=axis)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[2:] * factor - np.sum(y, axis=axis)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[:] * factor - np.sum(y, axis=axis)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[1:] * factor - np.mean(y, axis=axis)"),
        ("total = x[1:] * factor - np.sum(y, axis=axis)", "total = x[1:] * factor - np.sum(y)"),
        ("for i in range(LIMIT - 1):", "for i in range(LIMIT - 1 - 1):"),
        ("total += i", "total -= i"),
        ("total += i", "(removed)"),
        ("return np.maximum(total, 0.5).astype(x.dtype)", "return np.minimum(total, 0.5).astype(x.dtype)"),
        ("return np.maximum(total, 0.5).astype(x.dtype)", "return np.maximum(total, 0.5)"),
        ("return np.maximum(total, 0.5).astype(x.dtype)", "return np.maximum(total, 0.5).astype('float32')"),
    ],
)
def test_operators(before: str, after: str) -> None:
    """Operators, constants, comparisons, bounds, axes, reductions, statements, types and defaults are changed."""
    assert (before, after) in changes()


def test_what_is_no_mutant() -> None:
    """Messages, docstrings and words whose order means nothing are left alone; nothing compiles to what it was."""
    assert not any("no {factor" in after for _, after in changes())
    assert not any("docstring" in before for before, _ in changes())
    warned = "def f(x):\n    with np.errstate(all='ignore'):\n        pass\n"
    assert changes(warned) == {("with np.errstate(all='ignore'):", "with np.errstate():")}
    assert all(before != after for before, after in changes())


def test_names_are_unique_and_last() -> None:
    """A mutant is named by what its line was and is, so that what is said of it holds when other lines change."""
    names = [mutant.name for mutant in mutants(SOURCE, "area.py")]
    assert len(set(names)) == len(names)
    assert set(names) <= {mutant.name for mutant in mutants(f"import numpy as np\n\n{SOURCE}", "area.py")}


def test_the_same_change_twice() -> None:
    """Two lines with the same kind of change."""
    source = "def f(x, y):\n    x = x / 2\n    y = y / 2\n    return x, y\n"
    pairs = {(mutant.before, mutant.after) for mutant in twice(source, "f.py", frozenset({"f"}))}
    assert ("x = x / 2; y = y / 2", "x = x; y = y") in pairs
    assert ("x = x / 2; y = y / 2", "x = x * 2; y = y / 3") not in pairs


def test_a_graft_changes_one_function_only_while_it_is_looked_at(toys: Suite) -> None:
    """The changed module's function differs; afterwards imports find what they found before."""
    room = Room("toy.reference")
    path = room.modules[HOME[0]]
    (mutant,) = [m for m in mutants(path.read_text(), str(path)) if "product - y" in m.after]
    changed = room.functions(HOME[0], mutant.code, {"scale": HOME})["scale"]
    one = np.ones(2)
    assert changed(one, one)[1].tolist() == [1.0, 1.0]
    assert scale(one, one)[1].tolist() == [3.0, 3.0]
    assert toys.reference(toys.primitive("scale")) is scale


def test_trials(toys: Suite, store: TruthStore) -> None:
    """All mutants of scale but those of its refusals die; with one case alone, many live."""
    room = Room("toy.reference")
    path = room.modules[HOME[0]]
    whole = toys.primitive("scale")

    def survivors(primitive: object) -> set[str]:
        trial = Trial(primitive, store, scale)  # type: ignore[arg-type]
        made = list(mutants(path.read_text(), str(path)))
        return {
            m.after for m in made if trial.rejected(room.functions(HOME[0], m.code, {"scale": HOME})["scale"]) is None
        }

    strong, weak = survivors(whole), survivors(replace(whole, cases=whole.cases[2:3], rejects=(), laws=()))
    assert strong < weak
    assert not any(after.startswith(("product =", "return")) for after in strong)


def test_likenesses(toys: Suite) -> None:
    """Equal to the bit, within the noise floor, different in what is refused, different."""
    primitive = replace(toys.primitive("scale"), cases=toys.primitive("scale").cases[:3])
    alike = Likenesses(primitive, scale, scale, Variations(primitive))

    def rounded(x: object, y: object, *, factor: float = 2.0, way: str = "times") -> object:
        product, total = scale(x, y, factor=factor, way=way)
        return product, np.nextafter(total, np.asarray(np.inf, total.dtype))

    def careless(x: object, y: object, *, factor: float = 2.0, way: str = "times") -> object:
        return scale(x, y, factor=abs(factor) or 1.0, way=way)

    def wrong(x: object, y: object, *, factor: float = 2.0, way: str = "times") -> object:
        return scale(x, y, factor=factor if factor != 1.0 else 1.001, way=way)

    assert alike.of(scale, 200).kind == "same"
    assert alike.of(scale, 200).tried == 200
    assert alike.of(rounded, 200).kind == "rounding"
    assert alike.of(careless, 200).kind in {"refusals", "same"}
    found = alike.of(wrong, 1000)
    assert found.kind == "different"
    assert "factor=1.0" in found.example


def test_variations_vary(toys: Suite) -> None:
    """Sizes, options, conventions and values that no case has come up."""
    made = Variations(toys.primitive("scale"))
    seen = [made[number] for number in range(300)]
    assert len({question.steps[0]["x"].shape for question, _ in seen}) > 4
    assert len({question.steps[0].get("factor", 2.0) for question, _ in seen}) > 20
    assert {keywords.get("way", "times") for _, keywords in seen} == {"times", "over"}


def test_reasons(tmp_path: Path) -> None:
    """A survivor without a reason is told, one that a question was found for too; so is a reason without survivors."""
    page = tmp_path / "equivalent.toml"
    page.write_text("[[reason]]\nwhy = 'sums commute'\nmutants = ['a \\+ b', 'never seen']\n")
    reasons = read_reasons(tmp_path)
    assert isinstance(reasons[0], Reason)
    survivors = [
        {"mutant": "f: a + b  →  b + a", "kind": "same"},
        {"mutant": "f: a - b  →  b - a", "kind": "same"},
        {"mutant": "g: a + b  →  a - b", "kind": "different"},
    ]
    lines = [{"path": "reference/x.py", "survivors": survivors}]
    assert [text for text, _ in unexplained(lines, reasons)] == [
        "reference/x.py: f: a - b  →  b - a",
        "reference/x.py: g: a + b  →  a - b",
    ]
    assert idle(lines, reasons) == ["never seen"]
    page.write_text("[[reason]]\nhole = true\nwhy = 'not asked yet'\nmutants = ['g: a']\n")
    assert [text for text, _ in unexplained(lines, read_reasons(tmp_path))] == [
        "reference/x.py: f: a + b  →  b + a",
        "reference/x.py: f: a - b  →  b - a",
    ]


def test_the_record_is_kept_line_by_line(tmp_path: Path) -> None:
    """A line replaces that of the same module; what is read is what was written."""
    path = tmp_path / "record.jsonl"
    assert read(path) == []
    write(path, merged([{"path": "b", "killed": 1}], {"path": "a", "killed": 2}))
    write(path, merged(read(path), {"path": "b", "killed": 3}))
    assert read(path) == [{"path": "a", "killed": 2}, {"path": "b", "killed": 3}]
