"""Truth and noise floor: what the right answer is, and how far from it a right answer may be.

The truth f(x) is the reference in extended precision on the inputs exactly as the implementation got them. A right
answer may be as far from it as rounding at the case's precision moves *the definition itself*: the question asked in
nearly identical inputs and computed with nearly exact steps (mixed forward-backward stability: Higham, Accuracy and
Stability of Numerical Algorithms, 2nd ed., §1.5; Monte Carlo arithmetic: Parker 1997):

    floor = max over 12 draws of |f̃(x) − f(x)|  +  u·|f(x)|  +  smallest normal number

where f̃ is the reference with every flowing input, float option and intermediate floating result multiplied by
1 + u·ξ, and u is the unit roundoff of the case's precision. An answer passes when it is within 64 floors (six bits).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.extended import Extended, noise, plain
from primcheck.extended import extend as _extend
from primcheck.faults import SuiteFault
from primcheck.question import Question, by_name
from primcheck.spec import Each, Law, Reals, Rng, Tensor

LIMIT = 64.0
"""How many floors a right answer may be off: one constant for the whole suite."""

DRAWS = 12
"""How many times the noise is drawn."""


@dataclass(frozen=True)
class Result:
    """One right result as the unevaluated sum high + low of two float64 arrays, and its floor; discrete ones have none."""

    high: NDArray[Any]
    low: NDArray[Any] | None = None
    floor: NDArray[Any] | None = None


@dataclass(frozen=True)
class Truth:
    """The right results of a question, stacked over its steps, and the floor of each law's residual."""

    results: tuple[Result, ...]
    laws: Mapping[str, NDArray[Any]] = field(default_factory=dict)


Outputs = tuple[NDArray[Any], ...]


def truth_of(
    function: Callable[..., Any],
    question: Question,
    convention: Mapping[str, str] | None = None,
    laws: tuple[Law, ...] = (),
) -> Truth:
    """Evaluate a function in extended precision and measure its floor.

    `convention` holds the keywords that the function is called with.

    Raises:
        SuiteFault: the function leaves extended precision, or noise makes a result jump or overflow.
    """
    u, _ = rounding(question)
    convention = convention or {}
    exactly = list(_evaluate(function, question, convention, 0.0, 0))
    stacked = [stack(step) for step in zip(*exactly, strict=True)]
    judged_exactly = [question.exact or output.exact for output in question.primitive.outputs]
    moved: list[list[NDArray[Any]]] = [[np.zeros(f.shape)] for f in stacked]
    residuals = {law.name: np.abs(residual(law, question, exactly)) for law in laws}
    for draw in range(1, 1 + (0 if all(judged_exactly) and not laws else DRAWS)):
        drawn = list(_evaluate(function, question, convention, 0.0 if question.exact else u, draw))
        for i, (noisy, f) in enumerate(zip((stack(s) for s in zip(*drawn, strict=True)), stacked, strict=True)):
            moved[i].append(_distance(noisy, f, question))
        for law in laws:
            residuals[law.name] = np.maximum(residuals[law.name], np.abs(residual(law, question, drawn)))
    results = []
    for output, f, distances, exact in zip(question.primitive.outputs, stacked, moved, judged_exactly, strict=True):
        result = _result(f, np.max(distances, axis=0), question, exact=exact)
        results.append(_settled(result, distances) if output.settles else result)
    return Truth(tuple(results), {name: values.astype(np.float64) for name, values in residuals.items()})


def exact_results(
    function: Callable[..., Any], question: Question, convention: Mapping[str, str]
) -> tuple[NDArray[Any], ...]:
    """Return the results of a question without any noise, in double precision, stacked over its steps."""
    steps = list(_evaluate(function, question, convention, 0.0, 0))
    stacked = (stack(step) for step in zip(*steps, strict=True))
    with np.errstate(over="ignore"):
        return tuple(values.astype(np.float64) if values.dtype.kind == "f" else values for values in stacked)


def rounding(question: Question) -> tuple[float, float]:
    """Return the unit roundoff and the smallest normal number of a question's precision."""
    info = np.finfo(question.precision)
    return float(info.eps) / 2, float(info.smallest_normal)


def stack(arrays: tuple[NDArray[Any], ...]) -> NDArray[Any]:
    """Return one array of all steps; a single step stands for itself."""
    return arrays[0] if len(arrays) == 1 else np.stack(arrays)


def residual(law: Law, question: Question, steps: list[Outputs]) -> NDArray[Any]:
    """Return a law's residual in extended precision, at the first step of a question."""
    names = law_names(question, steps[0])
    with np.errstate(all="ignore"):
        return np.asarray(plain(by_name(law.residual, names)))


def law_names(question: Question, outputs: Outputs) -> dict[str, Any]:
    """Return inputs, options, sizes and results by name; a result named like an input is called next_<name>."""
    names = dict(question.names)
    for name, value in question.steps[0].items():
        wide = isinstance(value, np.ndarray) and value.dtype.kind == "f"
        names[name] = value.astype(np.longdouble) if wide else value
    for output, value in zip(question.primitive.outputs, outputs, strict=True):
        key = f"next_{output.name}" if output.name in names else output.name
        names[key] = value.astype(np.longdouble) if value.dtype.kind == "f" else value
    return names


def decisions_move(function: Callable[..., Any], question: Question, convention: Mapping[str, str]) -> list[int]:
    """Return the draws in which noise changes a comparison, an index or an integer: such a case asks about luck."""
    u, _ = rounding(question)
    if question.exact:
        return []
    taken: list[list[bytes]] = []
    for draw in range(DRAWS + 1):
        list(_evaluate(function, question, convention, u if draw else 0.0, draw, taken))
    steps = len(question.steps)
    return [draw for draw in range(1, DRAWS + 1) if taken[draw * steps : (draw + 1) * steps] != taken[:steps]]


def _evaluate(
    function: Callable[..., Any],
    question: Question,
    convention: Mapping[str, str],
    u: float,
    draw: int,
    taken: list[list[bytes]] | None = None,
) -> Iterator[Outputs]:
    """Yield the results of each step as longdouble arrays; floating ones must come back extended."""
    rng = np.random.default_rng([int(question.digest[:15], 16), draw])
    carried: dict[str, Any] = {}
    names = [output.name for output in question.primitive.outputs]
    for step in question.steps:
        with noise(u, rng) as decisions, np.errstate(all="ignore"):
            positional, keywords = _extended_arguments(question, {**step, **carried})
            result = function(*positional, **keywords, **convention)
        if taken is not None:
            taken.append(decisions)
        results = result if isinstance(result, tuple) else (result,)
        if len(results) != len(names):
            raise SuiteFault(f"{function.__name__} returns {len(results)} results, its spec says {len(names)}")
        if not any(isinstance(value, Extended) for value in (*positional, *keywords.values())):
            # Integers alone went in: the floats that come out are single quotients of them, rounded once.
            results = tuple(_extend(np.asarray(value), rounds=True) for value in results)
        for name, value in zip(names, results, strict=True):
            if not isinstance(value, Extended) and np.asarray(value).dtype.kind == "f":
                raise SuiteFault(
                    f"{function.__name__}: {name} comes back in fixed precision; make buffers `like=` an input"
                )
        carried = {name: v for name, v in zip(names, results, strict=True) if name in question.carried}
        yield tuple(np.array(plain(value)) for value in results)


def _extended_arguments(question: Question, step: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    primitive = question.primitive
    inputs: dict[str, Any] = {}
    for item in primitive.inputs:
        value = step[item.name]
        if isinstance(item, Tensor):
            # What was carried is extended already, and its rounding was the last operation of the step before.
            wide = value.dtype.kind == "f" and not isinstance(value, Extended)
            inputs[item.name] = _extend(value, rounds=item.flows) if wide else value
        else:
            inputs[item.name] = _option(value, item)
    keywords: dict[str, Any] = {}
    for option in primitive.options:
        if isinstance(option, Rng):
            keywords[option.name] = question.rng()
        elif option.name in step:
            keywords[option.name] = _option(step[option.name], option)
        else:
            keywords[option.name] = _option(question.names[option.name], option)
    return list(primitive.positional(inputs).values()), keywords


def _option(value: Any, option: Any) -> Any:
    value = value.at(0) if isinstance(value, Each) else value
    if isinstance(option, Reals):
        return _extend(np.asarray(value, np.longdouble), rounds=option.flows)
    if isinstance(value, float) or (option.flows and isinstance(value, int) and not isinstance(value, bool)):
        moved = _extend(np.asarray(value, np.longdouble), rounds=option.flows)
        # A momentum of 1 is allowed, one that noise pushed above it is not.
        return np.clip(moved, option.low, getattr(option, "high", np.inf))
    return value


def _settled(result: Result, distances: list[NDArray[Any]]) -> Result:
    """Let the floor end where a draw leaves the others by more than right answers may: it has taken another path."""
    assert result.floor is not None
    usual = np.median(distances[1:], axis=0) + (result.floor - np.max(distances, axis=0))
    left = np.max(distances, axis=0) > LIMIT * usual
    floor = result.floor.copy()
    floor[int(np.argmax(left)) if np.any(left) else len(left) :] = np.inf
    return replace(result, floor=floor)


def _distance(noisy: NDArray[Any], f: NDArray[Any], question: Question) -> NDArray[Any]:
    if noisy.shape != f.shape:
        raise SuiteFault(f"noise changes the shape of a result of {question.primitive.name} / {question.case.name}")
    if f.dtype.kind != "f":
        if not np.array_equal(noisy, f):
            raise SuiteFault(f"noise changes a discrete result of {question.primitive.name} / {question.case.name}")
        return np.zeros(f.shape)
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(f), np.abs(noisy - f), 0.0)


def _result(f: NDArray[Any], moved: NDArray[Any], question: Question, *, exact: bool) -> Result:
    if f.dtype.kind != "f":
        return Result(f)
    u, tiny = rounding(question)
    with np.errstate(over="ignore", invalid="ignore"):
        high = f.astype(np.float64)
        low = np.where(np.isfinite(high), f - high, 0.0).astype(np.float64)
        if exact:
            rounded = high.astype(question.precision).astype(np.float64)
            if np.any((rounded != high) & ~np.isnan(high)) or np.any(low != 0):
                raise SuiteFault(
                    f"{question.primitive.name} / {question.case.name} is judged exactly, "
                    f"but its truth is no {question.precision} number"
                )
            return Result(high, low, np.zeros(f.shape))
        finite = np.isfinite(high.astype(question.precision))
        floor = np.where(finite, moved + u * np.abs(f) + tiny, 0.0).astype(np.float64)
    if not np.all(np.isfinite(floor)):
        raise SuiteFault(
            f"{question.primitive.name} / {question.case.name}: the floor is not finite where the truth is"
        )
    return Result(high, low, floor)
