"""Inputs for timed calls, and the check of what came back: no call is timed whose answer is not looked at.

One set of inputs is drawn a size. Every call gets it rolled by a random amount along the axis over which results are
independent, so that nothing can be remembered; the right answer is rolled along. All of it is compared with the
reference in float64, and a random part, at least 4,096 positions, with the truth in extended precision and its floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from primcheck import chance
from primcheck.call import as_shape, fits
from primcheck.faults import SuiteFault
from primcheck.floor import LIMIT, Result, rounding, truth_of
from primcheck.judge import ratios
from primcheck.lawfulness import law_ratio
from primcheck.question import Question, ask, by_name, resolve, symbols
from primcheck.spec import Count, Primitive
from primcheck.store import holds
from primcheck.suite import Suite

SAMPLE = 4096
"""How many result positions, at least, are compared with the extended truth."""


class Pool(Protocol):
    """Gives fresh arguments and checks the results that belong to them."""

    question: Question

    def fresh(self, rng: np.random.Generator) -> tuple[dict[str, Any], Any]:
        """Return the arguments of one call by name, and the key with which its results are checked."""

    def trouble(self, results: tuple[Any, ...], key: Any) -> str:
        """Return what is wrong with the results of a call; nothing where they are right."""


def make_pool(
    suite: Suite, primitive: Primitive, size: str, dtype: str, convention: Mapping[str, str], seed: int
) -> Pool:
    """Draw the inputs of a size and work out what is right."""
    kind = dtype if primitive.floating else None
    question = ask(primitive, primitive.sizes[size], kind, convention, seed)
    if primitive.random:
        return RandomPool(question)
    if _independent(question) is None or not primitive.tensors:
        return CountedPool(suite, question)
    return RolledPool(suite, question, seed)


def form_trouble(question: Question, results: tuple[Any, ...]) -> str:
    """Return what is wrong with the number, shape or type of results."""
    outputs = question.primitive.outputs
    if len(results) != len(outputs):
        return f"{len(results)} results in place of {len(outputs)}"
    for output, value in zip(outputs, map(as_shape, results), strict=True):
        shape, dtype = question.output_shape(output), question.output_dtype(output)
        if not fits(np.shape(value), shape):
            return f"{output.name} has shape {np.shape(value)} in place of {shape}"
        if shape and getattr(value, "dtype", None) != dtype:
            return f"{output.name} has type {getattr(value, 'dtype', type(value).__name__)} in place of {dtype}"
    return ""


class RolledPool:
    """For primitives whose results are independent along one axis of their inputs."""

    def __init__(self, suite: Suite, question: Question, seed: int) -> None:
        self.question = question
        primitive = question.primitive
        symbol = _independent(question) or ""
        self._axes = {t.name: _axis(symbols(t.shape, question.names), symbol) for t in primitive.tensors}
        self._results = [_axis(symbols(output.shape, question.names), symbol) for output in primitive.outputs]
        self._arguments = dict(question.steps[0])
        self._length = max(self._arguments[n].shape[a] for n, a in self._axes.items() if a is not None)
        reference = suite.reference(primitive)
        wide = {n: v.astype(np.float64) if _floating(v) else v for n, v in self._arguments.items()}
        positional, options = primitive.arranged(wide)
        with np.errstate(all="ignore"):
            whole = reference(*positional, **options, **question.convention)
        self._whole = [np.asarray(v) for v in (whole if isinstance(whole, tuple) else (whole,))]
        self._chosen = self._choose(np.random.default_rng(seed + 1))
        cut = {
            n: np.take(v, self._chosen, axis=self._axes[n]) if self._axes.get(n) is not None else v
            for n, v in self._arguments.items()
        }
        part = replace(question, steps=(cut,))
        self._truth = truth_of(reference, part, question.convention)
        self._bounds = [self._bound(i, result) for i, result in enumerate(self._truth.results)]

    def fresh(self, rng: np.random.Generator) -> tuple[dict[str, Any], int]:
        """Return the inputs rolled by a random amount, and the amount."""
        shift = int(rng.integers(self._length))
        rolled = {}
        for name, value in self._arguments.items():
            if not isinstance(value, np.ndarray):
                rolled[name] = value
            else:
                axis = self._axes[name]
                rolled[name] = value.copy() if axis is None else np.roll(value, shift, axis)
        return rolled, shift

    def trouble(self, results: tuple[Any, ...], key: int) -> str:
        """Compare every element with the rolled reference, and the chosen ones with the extended truth."""
        wrong = form_trouble(self.question, results)
        if wrong:
            return wrong
        for i, (output, value) in enumerate(zip(self.question.primitive.outputs, results, strict=True)):
            axis, whole = self._results[i], self._whole[i]
            back = np.asarray(value) if axis is None else np.roll(value, -key, axis)
            truth = self._truth.results[i]
            part = back if axis is None else np.take(back, self._chosen, axis)
            if truth.floor is None:
                if not np.array_equal(back, whole):
                    return f"{output.name} is wrong"
                continue
            ratio = ratios(part, truth)
            if ratio.size and not ratio.max() <= LIMIT:
                return f"{output.name} is {float(ratio.max()):.3g} noise floors off"
            with np.errstate(all="ignore"):
                off = np.abs(back - whole) > self._bounds[i]
            if np.any(off) or not np.array_equal(np.isfinite(back), np.isfinite(whole)):
                return f"{output.name} is wrong at {int(off.sum())} positions outside the sample"
        return ""

    def _choose(self, rng: np.random.Generator) -> NDArray[Any]:
        """Choose positions along the independent axis that make up at least SAMPLE elements of the largest result."""
        sizes = [w.size // max(1, w.shape[a]) for w, a in zip(self._whole, self._results, strict=True) if a is not None]
        count = min(self._length, -(-SAMPLE // max(1, max(sizes, default=1))))
        return np.sort(rng.choice(self._length, count, replace=False))

    def _bound(self, position: int, result: Result) -> NDArray[Any]:
        """Return how far any element may be off: the floors measured on the sample, carried over by magnitude."""
        whole = np.abs(self._whole[position].astype(np.float64))
        if result.floor is None or not np.any(result.floor):
            return np.zeros(whole.shape)
        u, tiny = rounding(self.question)
        finite = whole[np.isfinite(whole)]
        scale = float(np.sqrt(np.mean(finite**2))) if finite.size else 1.0
        steepest = float(np.max(result.floor / (u * (np.abs(result.high) + scale) + tiny)))
        return LIMIT * (steepest * u * (whole + scale) + tiny)


class CountedPool:
    """For primitives without arrays: the first integer argument changes from call to call."""

    def __init__(self, suite: Suite, question: Question) -> None:
        self.question = question
        name = next((i.name for i in question.primitive.inputs if isinstance(i, Count)), None)
        start = question.steps[0][name] if name else 0
        variants = [
            {**question.steps[0], name: start + k} if name else question.steps[0] for k in range(16 if name else 1)
        ]
        self._variants = [replace(question, steps=(step,)) for step in variants]
        reference = suite.reference(question.primitive)
        self._truths = [truth_of(reference, variant, question.convention) for variant in self._variants]

    def fresh(self, rng: np.random.Generator) -> tuple[dict[str, Any], int]:
        """Return one of the variants."""
        k = int(rng.integers(len(self._variants)))
        return {n: v.copy() if isinstance(v, np.ndarray) else v for n, v in self._variants[k].steps[0].items()}, k

    def trouble(self, results: tuple[Any, ...], key: int) -> str:
        """Compare with the truth of the variant."""
        wrong = form_trouble(self.question, results)
        if wrong:
            return wrong
        for value, truth in zip(results, self._truths[key].results, strict=True):
            if truth.floor is None:
                if not np.array_equal(value, truth.high):
                    return "the result is not the right one"
                continue
            if np.shape(value) != truth.high.shape:
                return f"the result has shape {np.shape(value)} in place of {truth.high.shape}"
            ratio = ratios(np.asarray(value), truth)
            if ratio.size and not ratio.max() <= LIMIT:
                return f"the result is {float(ratio.max()):.3g} noise floors off"
        return ""


class RandomPool:
    """For random primitives: each call has a generator of its own; exact relations and moments are checked."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def fresh(self, rng: np.random.Generator) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return copies of the inputs and a new generator."""
        arguments = {n: v.copy() if isinstance(v, np.ndarray) else v for n, v in self.question.steps[0].items()}
        return {**arguments, "rng": np.random.default_rng(int(rng.integers(2**62)))}, arguments

    def trouble(self, results: tuple[Any, ...], key: dict[str, Any]) -> str:
        """Check moments or rate on the whole result, and the exact relations on a random part of it."""
        del key
        wrong = form_trouble(self.question, results)
        if wrong:
            return wrong
        question = self.question
        names = {**question.names, **question.steps[0]}
        tensors = [tensor.name for tensor in question.primitive.tensors]
        for statistic in question.primitive.statistics:
            # A law may hold for the inputs of its own sample alone: for negative ones, say.
            alike = all(statistic.values.get(n) is question.case.values.get(n) for n in tensors)
            if alike and all(question.convention[n] == v for n, v in statistic.when.items()):
                position = [output.name for output in question.primitive.outputs].index(statistic.of)
                law = by_name(statistic.law, names)
                for finding in chance.moments(np.asarray(results[position]), law):
                    if not finding.deviation <= finding.allowed:
                        return finding.message
        return self._relations(results)

    def _relations(self, results: tuple[Any, ...]) -> str:
        question = self.question
        laws = [law for law in question.primitive.laws if holds(law, question)]
        flat = [np.asarray(v) for v in results]
        if question.primitive.independent != "*" or not laws:
            return ""
        chosen = np.random.default_rng().choice(flat[0].size, min(SAMPLE, flat[0].size), replace=False)
        cut = {n: v.ravel()[chosen] if isinstance(v, np.ndarray) else v for n, v in question.steps[0].items()}
        part = replace(question, steps=(cut,), names={**question.names, "size": (len(chosen),)})
        for law in laws:
            ratio, _ = law_ratio(law, part, tuple(v.ravel()[chosen] for v in flat), None)
            if ratio.size and not ratio.max() <= LIMIT:
                return f"the law “{law.name}” does not hold ({float(ratio.max()):.3g} noise floors)"
        return ""


def shapes_of(pool: Pool) -> dict[str, list[int]]:
    """Return the shapes of a pool's arrays by name, results included."""
    question = pool.question
    found = {n: list(v.shape) for n, v in question.steps[0].items() if isinstance(v, np.ndarray)}
    return found | {o.name: list(resolve(o.shape, question.names)) for o in question.primitive.outputs}


def _independent(question: Question) -> str | None:
    symbol = question.primitive.independent
    return by_name(symbol, question.names) if callable(symbol) else symbol


def _axis(shape: Any, symbol: str) -> int | None:
    if symbol == "*":
        if shape != "*":
            raise SuiteFault("a primitive that is independent along * has a tensor that is not")
        return 0
    tokens = shape.split() if isinstance(shape, str) else []
    return tokens.index(symbol) if symbol in tokens else None


def _floating(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"
