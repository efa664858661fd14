"""Implementations that are right, and ones that lie, mutate, forget and return the wrong thing: each gets its reason."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from primcheck.lasting import lasting
from primcheck.question import questions
from primcheck.suite import Suite
from primcheck.verdict import Verdict
from toy.reference.toys.coin import coin
from toy.reference.toys.scale import scale
from toy.reference.toys.walk import walk

JudgeToy = Callable[..., tuple[list[Verdict], list[Any]]]


def bad(verdicts: list[Verdict]) -> list[Verdict]:
    """Return what counts against the implementation."""
    return [verdict for verdict in verdicts if verdict.bad]


@pytest.mark.parametrize(("name", "function"), [("scale", scale), ("walk", walk), ("coin", coin)])
def test_right_code_passes(judge_toy: JudgeToy, name: str, function: Callable[..., Any]) -> None:
    """The reference as an implementation conforms in every case, law, storage, statistic and reject."""
    verdicts, diagnoses = judge_toy(name, function)
    assert {verdict.status for verdict in verdicts} == {"pass"}
    assert diagnoses == []
    assert {verdict.kind for verdict in verdicts} >= {"value", "reject", "storage"}


def with_results(change: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a scale whose results are changed before they are returned."""

    def wrong(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        return change(*scale(x, y, factor=factor))

    return wrong


class Lying(np.ndarray):
    """An array that claims to equal everything."""

    def __eq__(self, other: object) -> Any:
        return np.ones(self.shape, bool)

    __hash__ = None  # type: ignore[assignment]

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("asked for its values")


WRONG = {
    "one result": (lambda p, s: p, "returns 1 result, expected 2"),
    "three results": (lambda p, s: (p, s, s), "returns 3 results, expected 2"),
    "nothing": (lambda p, s: None, "returns 1 result"),
    "lists": (lambda p, s: (p.tolist(), s), "product is of type list, expected a NumPy array"),
    "no values": (lambda p, s: (None, s), "product is of type NoneType"),
    "objects": (lambda p, s: (p.astype(object), s), "product is of type ndarray of object"),
    "another shape": (lambda p, s: (p.reshape(1, *p.shape), s), "product has shape (1, 3, 2), expected (3, 2)"),
    "a number that would broadcast": (lambda p, s: (np.asarray(p.max(initial=0)), s), "product has shape ()"),
    "an empty array": (lambda p, s: (p[:0], s), "product has shape (0, 2), expected (3, 2)"),
    "another precision": (lambda p, s: (p, s.astype(np.float16)), "sum has dtype float16"),
    "NaN": (lambda p, s: (p * np.nan, s), "NaN where a number is expected"),
    "infinity": (lambda p, s: (p, s + np.inf), "+inf where a number is expected"),
    "a little off": (lambda p, s: (p * (1 + 1e-4), s), "times what rounding explains; up to 64 passes"),
    "zero": (lambda p, s: (p * 0, s), "expected"),
}


@pytest.mark.parametrize("what", sorted(WRONG))
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_wrong_results_fail_with_their_reason(judge_toy: JudgeToy, what: str) -> None:
    """Number, type, shape, dtype, pattern and values are told apart, in this order."""
    change, reason = WRONG[what]
    verdicts, _ = judge_toy("scale", with_results(change))
    failed = bad(verdicts)
    assert failed
    assert any(reason in verdict.message for verdict in failed), [verdict.message for verdict in failed[:3]]


def test_a_lying_array_has_no_say(judge_toy: JudgeToy) -> None:
    """What a subclass answers when compared is never asked; its bytes are judged."""
    verdicts, _ = judge_toy("scale", with_results(lambda p, s: ((p + 1).view(Lying), s)))
    assert bad(verdicts)


def test_one_unit_in_the_last_place_fails_where_the_truth_is_exact(judge_toy: JudgeToy) -> None:
    """Exact cases are judged to the bit, others are not."""
    verdicts, _ = judge_toy("scale", with_results(lambda p, s: (np.nextafter(p, 2 * p, dtype=p.dtype), s)))
    failed = [verdict for verdict in bad(verdicts) if verdict.kind == "value"]
    assert {verdict.case for verdict in failed} == {"whole numbers"}
    assert all("right to the bit" in verdict.message for verdict in failed)


def test_damaged_inputs_are_seen(judge_toy: JudgeToy) -> None:
    """Right results do not excuse a changed input."""

    def damaging(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        results = scale(x, y, factor=factor)
        y += 1
        return results

    failed = bad(judge_toy("scale", damaging)[0])
    assert any("changes its input y in place" in verdict.message for verdict in failed)


def test_a_second_call_that_differs_is_seen(judge_toy: JudgeToy) -> None:
    """State kept between calls shows when the same question is asked again after all the others."""
    calls = []

    def forgetting(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        calls.append(None)
        return scale(x, y, factor=factor if len(calls) < 12 else 1.5)

    failed = bad(judge_toy("scale", forgetting)[0])
    assert any("wrong when called again" in verdict.message for verdict in failed)


def test_exceptions_are_verdicts(judge_toy: JudgeToy) -> None:
    """An exception, sys.exit among them, is the verdict of its case, with the line it came from."""

    def leaving(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        if x.size == 0:
            raise SystemExit(0)
        return scale(x, y, factor=factor)

    verdicts, _ = judge_toy("scale", leaving)
    assert {(v.case, v.status) for v in bad(verdicts)} == {
        ("empty", "raised"),
        ("product and sum differ by y", "raised"),
    }


def test_wrong_arguments_are_said(judge_toy: JudgeToy) -> None:
    """A function that cannot be called as the signature says is told so in one sentence."""
    verdicts, _ = judge_toy("scale", lambda x: x)
    assert bad(verdicts)[0].status == "raised"
    assert "cannot be called as scale(x, y, *, factor=2.0)" in bad(verdicts)[0].message


def test_wrong_defaults_are_seen(judge_toy: JudgeToy) -> None:
    """Options that a case leaves alone are left to the function's own default."""
    failed = bad(judge_toy("scale", lambda x, y, *, factor=3.0: scale(x, y, factor=factor))[0])
    assert "plain" in {verdict.case for verdict in failed}
    assert "third" not in {verdict.case for verdict in failed}


def test_trajectories_carry_the_subject_s_own_state(judge_toy: JudgeToy) -> None:
    """A mistake that one step hides shows in the fifth, and the message says at which step."""

    def drifting(position: Any, push: Any, *, rate: float = 0.5) -> Any:
        return walk(position, push, rate=0.5)

    failed = bad(judge_toy("walk", drifting)[0])
    assert {verdict.case for verdict in failed} == {"five steps"}
    assert any("position after step" in verdict.message for verdict in failed)


def test_results_that_a_later_call_changes(judge_toy: JudgeToy) -> None:
    """One buffer for all results is found, though each result is right when it is returned; shared memory is noted."""
    buffers: dict[Any, Any] = {}

    def thrifty(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        product, total = scale(x, y, factor=factor)
        kept = buffers.setdefault((x.shape, x.dtype), np.empty_like(x))
        kept[...] = product
        return kept, total

    failed = bad(judge_toy("scale", thrifty)[0])
    assert [(v.kind, v.message) for v in failed] == [
        ("storage", "the first results change when the next call is made: return new arrays")
    ]

    def unit(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        whole = np.concatenate([x, scale(x, y, factor=factor)[0]])
        return whole[len(x) :], scale(x, y, factor=factor)[1]

    assert not bad(judge_toy("scale", unit)[0])


def test_results_in_an_input_s_memory_are_noted(toys: Suite) -> None:
    """It may be meant, as when an array is only given another shape; who writes to the result should know."""
    question = questions(toys.primitive("scale"), ("float64",))[0]
    outcome, judgement = lasting(lambda x, y, *, factor=2.0: (x[::-1], x + y), question, {}, None)
    assert judgement is None
    assert outcome.notes == ("product shares its memory with an input",)


def test_accepted_bad_input_is_told_apart(judge_toy: JudgeToy) -> None:
    """Rejects are verdicts of their own kind, which do not count against the implementation."""
    verdicts, _ = judge_toy("scale", lambda x, y, *, factor=2.0: (x * factor, x * factor + y[: len(x)]))
    assert {v.case: v.status for v in verdicts if v.kind == "reject"} == {"no factor": "fail", "other shape": "fail"}
    assert not bad(verdicts)


def test_printing_and_warnings_are_notes(judge_toy: JudgeToy, capsys: pytest.CaptureFixture[str]) -> None:
    """What a subject prints does not reach our output; it is noted, as are its warnings."""

    def noisy(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        print("factor", factor)
        return scale(x, y, factor=factor)

    verdicts, _ = judge_toy("scale", noisy)
    assert any("prints: factor" in note for verdict in verdicts for note in verdict.notes)
    assert capsys.readouterr().out == ""


def test_a_verdict_has_no_truth_value(judge_toy: JudgeToy) -> None:
    """No comparison can be dropped by accident."""
    verdicts, _ = judge_toy("walk", walk)
    with pytest.raises(TypeError, match="no truth value"):
        bool(verdicts[0])


class TestChance:
    """Random toys: relations, repetition and statistics."""

    def named(self, judge_toy: JudgeToy, function: Callable[..., Any]) -> tuple[set[str | None], list[str]]:
        """Return the failing cases and the mistakes named."""
        verdicts, diagnoses = judge_toy("coin", function)
        return {verdict.case for verdict in bad(verdicts)}, [diagnosis.name for diagnosis in diagnoses]

    def test_the_wrong_chance(self, judge_toy: JudgeToy) -> None:
        """A rate off by 0.01 is found, and a reversed one is named."""
        failed, _ = self.named(judge_toy, lambda x, *, chance, rng: coin(x, chance=chance + 0.01, rng=rng))
        assert "many: share of True" in failed
        assert "kept or zero" not in failed
        failed, names = self.named(judge_toy, lambda x, *, chance, rng: coin(x, chance=1 - chance, rng=rng))
        assert "many: share of True" in failed
        assert names == ["chance_reversed"]

    def test_one_row_for_all(self, judge_toy: JudgeToy) -> None:
        """Rows that are alike are found by their agreement."""

        def alike(x: Any, *, chance: float, rng: Any) -> Any:
            _, row = coin(x[:1], chance=chance, rng=rng)
            mask = np.repeat(row, len(x), axis=0)
            return np.where(mask, x / 3, 0).astype(x.dtype), mask

        failed, names = self.named(judge_toy, alike)
        assert any("along axis 0" in str(case) for case in failed)
        assert names == ["one_row"]

    def test_the_seed_is_ignored(self, judge_toy: JudgeToy) -> None:
        """The same state must give the same values, and the next call others."""
        own = np.random.default_rng()
        failed, _ = self.named(judge_toy, lambda x, *, chance, rng: coin(x, chance=chance, rng=own))
        assert "half" in failed
        failed, _ = self.named(
            judge_toy, lambda x, *, chance, rng: coin(x, chance=chance, rng=np.random.default_rng(1))
        )
        assert failed == {"many: agreement with the values of the next call"}

    def test_the_global_generator_is_noted(self, judge_toy: JudgeToy) -> None:
        """Code without an rng argument is judged with NumPy's global generator."""

        def old(x: Any, *, chance: float) -> Any:
            mask = np.random.random(x.shape) < chance
            return np.where(mask, x / 3, 0).astype(x.dtype), mask

        verdicts, _ = judge_toy("coin", old)
        assert not bad(verdicts)
        assert any("takes no rng" in note for verdict in verdicts for note in verdict.notes)

    def test_a_broken_relation(self, judge_toy: JudgeToy) -> None:
        """Kept values must be the right ones, whatever the mask."""

        def wrong(x: Any, *, chance: float, rng: Any) -> Any:
            y, mask = coin(x, chance=chance, rng=rng)
            return y * y.dtype.type(1.00001), mask

        assert self.named(judge_toy, wrong)[0] == {"kept or zero"}


def test_declines_are_listed_and_counted(toys: Any) -> None:
    """A module that declines a call says why; the case is no failure, and no pass."""
    import sys
    import types

    from primcheck.record import collect
    from primcheck.report.text import text
    from primcheck.session import run_lines
    from primcheck.settings import Settings
    from primcheck.subject import from_object

    module = types.ModuleType("declining")
    exec("def scale(x, y, *, factor=2.0):\n    return x * factor, x * factor + y\n", vars(module))
    vars(module)["declines"] = lambda *, primitive, **arguments: "too\nsmall" if arguments["x"].size == 0 else None
    sys.modules["declining"] = module
    try:
        record = collect(run_lines(toys, [from_object(module, toys)], Settings(only="scale")))
    finally:
        del sys.modules["declining"]
    assert record.end is not None
    assert record.end["totals"]["declined"] == 2
    assert record.end["exit_code"] == 0
    assert "- scale: too small (2 cases)" in text([record])
