"""Conventions and known mistakes: what code follows, offers, declares or gets wrong is recognized and named."""

from collections.abc import Callable
from typing import Any

from primcheck.verdict import Verdict
from toy.reference.toys.scale import scale

JudgeToy = Callable[..., tuple[list[Verdict], list[Any]]]


def bad(verdicts: list[Verdict]) -> list[Verdict]:
    """Return what counts against the implementation."""
    return [verdict for verdict in verdicts if verdict.bad]


def test_conventions_are_recognized(judge_toy: JudgeToy) -> None:
    """Code that is right another way is told so; it does not pass, and it is not called wrong."""
    verdicts, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0: scale(x, y, factor=factor, way="over"))
    assert {v.status for v in verdicts if v.kind != "reject"} == {"pass", "convention"}
    assert [(d.kind, d.name, d.conforms) for d in diagnoses] == [("convention", "scale.way=over", True)]


def test_a_declared_convention_is_judged_as_such(judge_toy: JudgeToy) -> None:
    """An implementation says which convention it follows by the default of the keyword."""
    verdicts, _ = judge_toy("scale", lambda x, y, *, factor=2.0, way="over": scale(x, y, factor=factor, way=way))
    assert not bad(verdicts)
    assert verdicts[0].convention == {"way": "over"}
    assert {v.convention["way"] for v in verdicts if v.case is not None and "way=times" not in v.case} == {"over"}


def test_alternatives_that_are_offered_are_judged(judge_toy: JudgeToy) -> None:
    """Who takes the keyword is held to it, and told which alternative is wrong; who refuses it declines."""

    def halved(x: Any, y: Any, *, factor: float = 2.0, way: str = "times") -> Any:
        product, total = scale(x, y, factor=factor, way=way)
        return (product / 2, total) if way == "over" else (product, total)

    verdicts, diagnoses = judge_toy("scale", halved)
    assert {v.convention["way"] for v in bad(verdicts)} == {"over"}
    assert all("way=over" in str(v.case) for v in bad(verdicts))
    assert diagnoses[0].says.startswith("Called with way=over: In every case that fails, product is ½ times")
    assert len({(v.case, v.dtype) for v in verdicts}) == len(verdicts)

    def mistaken(x: Any, y: Any, *, factor: float = 2.0, way: str = "times") -> Any:
        return scale(x, y, factor=factor, way="times") if way in {"times", "over"} else scale(x, y, way=way)

    verdicts, diagnoses = judge_toy("scale", mistaken)
    assert {v.status for v in verdicts if v.kind != "reject"} == {"pass", "fail"}
    assert [(d.kind, d.name, d.conforms) for d in diagnoses] == [
        ("pattern", "one alternative taken for another", False)
    ]

    def one_way(x: Any, y: Any, *, factor: float = 2.0, way: str = "times") -> Any:
        if way != "times":
            raise NotImplementedError("one way only")
        return scale(x, y, factor=factor)

    verdicts, _ = judge_toy("scale", one_way)
    assert not bad(verdicts)
    assert [v.status for v in verdicts if "way=over" in str(v.case)] == ["declined"]


def test_an_asked_convention_is_passed_on(judge_toy: JudgeToy) -> None:
    """What the user asks for is handed to a function that takes it."""
    verdicts, _ = judge_toy("scale", scale, conventions={"scale": {"way": "over"}})
    assert not bad(verdicts)


def test_a_misspelt_convention_should_be_refused(judge_toy: JudgeToy) -> None:
    """A function that takes the keyword is asked for an alternative that nobody has; one that does not is not."""

    def careless(x: Any, y: Any, *, factor: float = 2.0, way: str = "times") -> Any:
        return scale(x, y, factor=factor, way="over" if way == "over" else "times")

    refused = {v.case: v.status for v in judge_toy("scale", scale)[0] if v.kind == "reject"}
    assert refused["unknown way"] == "pass"
    taken = {v.case: (v.status, v.message) for v in judge_toy("scale", careless)[0] if v.kind == "reject"}
    assert taken["unknown way"][0] == "fail"
    assert "misspelt way" in taken["unknown way"][1]
    plain = judge_toy("scale", lambda x, y, *, factor=2.0: scale(x, y, factor=factor))[0]
    assert "unknown way" not in {v.case for v in plain}
    anything = judge_toy("scale", lambda x, y, *, factor=2.0, **_: scale(x, y, factor=factor))[0]
    assert "unknown way" not in {v.case for v in anything}


def test_a_known_mistake_under_another_convention_is_named(judge_toy: JudgeToy) -> None:
    """Both are said: which mistake was made, and which convention the code follows besides."""
    _, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0: (x / factor, x + y))
    assert [(d.kind, d.name) for d in diagnoses] == [("mistake", "sum_without_factor, way=over")]
    assert diagnoses[0].says.startswith("You added y to x itself.")
    assert diagnoses[0].says.endswith("follows “over” (some people) where “times” was asked for.")


def test_a_known_mistake_is_named_under_the_convention_asked_for(judge_toy: JudgeToy) -> None:
    """The mistake is looked for as it is made in code that follows what was asked, or what the function declares."""
    asked = {"scale": {"way": "over"}}
    _, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0: (x / factor, x + y), conventions=asked)
    assert [(d.kind, d.name) for d in diagnoses] == [("mistake", "sum_without_factor")]
    _, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0, way="over": (x / factor, x + y))
    assert [(d.kind, d.name) for d in diagnoses] == [("mistake", "sum_without_factor")]


def test_known_mistakes_are_named(judge_toy: JudgeToy) -> None:
    """A match on all cases, failing and passing, is named with its explanation; a near miss is not."""
    _, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0: (x + x, x + x + y))
    assert [(d.kind, d.name) for d in diagnoses] == [("mistake", "factor_built_in")]
    assert diagnoses[0].says.startswith("You multiplied by 2")
    _, diagnoses = judge_toy("scale", lambda x, y, *, factor=2.0: (x + x, x + x + y + 1e-3))
    assert diagnoses == []
