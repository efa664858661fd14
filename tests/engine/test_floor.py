"""Truth and floor: sound algorithms stay far below the limit, unstable ones do not, and faulty cases are refused."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from primcheck.faults import SuiteFault
from primcheck.floor import LIMIT, decisions_move, truth_of
from primcheck.judge import ratios
from primcheck.question import Question, ask
from primcheck.spec import Case, Output, Primitive, Tensor, given, normal

SPREAD = Primitive(title="Variance", name="spread", inputs=(Tensor("x", "n"),), outputs=(Output("y", ""),), cases=())


def variance(x: Any) -> Any:
    """Return the variance by its definition."""
    return ((x - x.mean()) ** 2).mean()


def question(mean: float, dtype: str = "float32", n: int = 64) -> Question:
    """Ask for the variance of values around a mean."""
    return ask(SPREAD, Case("values", n=n, x=normal(mean=mean), hunts="cancellation"), dtype)


@pytest.mark.parametrize("mean", [0.0, 10.0, 1000.0])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sound_algorithms_pass(mean: float, dtype: str) -> None:
    """Two passes, in any order of summation, stay within the limit at any mean."""
    asked = question(mean, dtype)
    result = truth_of(variance, asked).results[0]
    x = asked.steps[0]["x"]
    for order in (x, x[::-1].copy(), np.sort(x)):
        total = x.dtype.type(0)
        for value in order:
            total += value
        centred = (order - total / x.dtype.type(x.size)) ** 2
        assert ratios(np.asarray(centred.mean(dtype=x.dtype)), result) < LIMIT


def test_an_unstable_algorithm_fails() -> None:
    """E[x²] − E[x]² loses everything at a large mean."""
    asked = question(1000.0)
    result = truth_of(variance, asked).results[0]
    x = asked.steps[0]["x"]
    assert ratios(np.asarray((x * x).mean() - x.mean() ** 2), result) > LIMIT


def test_the_truth_is_longer_than_float64() -> None:
    """High and low part together hold more digits than a float64."""
    asked = ask(SPREAD, Case("thirds", x=given([1 / 3, 2 / 3, 0.1]), hunts="digits"), "float64")
    result = truth_of(variance, asked).results[0]
    if np.finfo(np.longdouble).nmant > 52:
        assert result.low is not None
        assert result.low != 0


def test_the_floor_is_the_same_every_time() -> None:
    """Noise is drawn from the question's own digest."""
    one, two = (truth_of(variance, question(3.0)).results[0] for _ in range(2))
    np.testing.assert_array_equal(one.floor, two.floor)


def test_a_selecting_input_stands_still() -> None:
    """What only selects is not moved: picking by it leaves a floor of plain rounding."""

    def pick(x: Any) -> Any:
        return x[0] * 1.0

    frozen = replace(SPREAD, inputs=(Tensor("x", "n", flows=False),))
    case = Case("values", n=4, hunts="motion")
    moving, still = (truth_of(pick, ask(p, case, "float64")).results[0].floor for p in (SPREAD, frozen))
    assert moving is not None
    assert still is not None
    assert moving > still


FAULTY = {
    "fixed precision": (lambda x: np.float64(1.0), "fixed precision"),
    "a Python number": (lambda x: float(x[0]), "Python number"),
    "too many results": (lambda x: (x.sum(), x.sum()), "returns 2 results"),
}


@pytest.mark.parametrize("what", sorted(FAULTY))
def test_faulty_references_are_refused(what: str) -> None:
    """A reference that breaks the rules is a fault of the suite, not of any subject."""
    function, says = FAULTY[what]
    with pytest.raises(SuiteFault, match=says):
        truth_of(function, question(0.0))


def test_a_truth_that_is_no_number_of_the_precision_cannot_be_exact() -> None:
    """A case that is judged to the bit must have a representable truth."""
    case = Case("thirds", x=given([1.0, 2.0, 2.0]), exact=True, hunts="digits")
    with pytest.raises(SuiteFault, match="no float32 number"):
        truth_of(variance, ask(SPREAD, case, "float32"))


def test_cases_on_an_edge_are_found() -> None:
    """Where noise flips a comparison the lint sees it."""

    def jump(x: Any) -> Any:
        return np.where(x.sum() > 1, x.sum(), 0)

    on_edge = ask(SPREAD, Case("edge", x=given([0.5, 0.5]), hunts="luck"), "float64")
    off_edge = ask(SPREAD, Case("clear", x=given([0.5, 5.5]), hunts="luck"), "float64")
    assert decisions_move(jump, on_edge, {})
    assert not decisions_move(jump, off_edge, {})


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"n": 3, "m": 4}, "m is no tensor, option, convention or size"),
        ({}, "no size for n"),
        ({"n": 2, "x": given([[1.0, 2.0]])}, "has shape"),
        ({"n": 3, "x": given([1.0, 2.0])}, "makes n 2, which is already 3"),
        ({"n": 3, "x": 7}, "needs a draw"),
    ],
)
def test_faulty_cases_are_refused(values: dict[str, Any], says: str) -> None:
    """A case that names what is not there, or leaves a size open, does not become a question."""
    with pytest.raises(SuiteFault, match=says):
        ask(SPREAD, Case("faulty", hunts="nothing", **values), "float64")


def test_seeds_come_from_ids() -> None:
    """The same case gives the same values, whatever was asked before; another seed gives others."""
    one, two, other = (ask(SPREAD, Case("a", n=3, hunts="x"), "float64", seed=s).steps[0]["x"] for s in (0, 0, 1))
    np.testing.assert_array_equal(one, two)
    assert np.all(one != other)
    narrow = ask(SPREAD, Case("a", n=3, hunts="x"), "float32").steps[0]["x"]
    np.testing.assert_array_equal(narrow, one.astype(np.float32))
