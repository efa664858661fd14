"""Asking: call a subject with copies, and keep what came back as plain bytes before anything looks at it."""

from __future__ import annotations

import contextlib
import inspect
import io
import random
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.question import Question
from primcheck.spec import REQUIRED, Rng
from primcheck.storage import Storage
from primcheck.subject import describe, signature_of, where


@dataclass(frozen=True)
class Answer:
    """One result as it came back: a plain copy of its values, or only the name of a type that is no array."""

    values: NDArray[Any] | None
    type_name: str
    python_number: bool = False


@dataclass(frozen=True)
class Outcome:
    """What asking led to. `answers` has a tuple of results for each step that returned."""

    status: str
    answers: tuple[tuple[Answer, ...], ...] = ()
    message: str = ""
    changed: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    seconds: float = 0.0


class _Printed(io.TextIOBase):
    """Keeps the first thousand characters of what a subject prints."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str, /) -> int:
        if len(self.text) < 1000:
            self.text += text
        return len(text)


def ask_subject(
    function: Callable[..., Any],
    question: Question,
    keywords: Mapping[str, str] | None = None,
    declines: Callable[..., Any] | None = None,
    storage: Storage | None = None,
    rng: np.random.Generator | None = None,
) -> Outcome:
    """Ask one question; the subject gets writable copies (or copies in a given storage) and nothing of ours.

    `keywords` are conventions to pass on; `rng` is used in place of the question's own generator.
    """
    answers: list[tuple[Answer, ...]] = []
    changed: dict[str, None] = {}
    printed = _Printed()
    state: dict[str, NDArray[Any]] = {}
    started = time.perf_counter()
    seconds = 0.0
    notes: dict[str, None] = {}
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed), np.errstate():
        warnings.simplefilter("always")
        for step in question.steps:
            arguments = {**step, **state}
            given = {n: _copy(v, storage) for n, v in arguments.items()}
            refusal = _refusal(declines, question, given)
            if refusal is not None:
                return refusal
            try:
                positional, named = _arrange(function, question, given, keywords or {}, rng, notes)
                started = time.perf_counter()
                result = function(*positional, **named)
                seconds += time.perf_counter() - started
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                seconds += time.perf_counter() - started
                message = f"{describe(error)}{where(error)}"
                if len(question.steps) > 1:
                    message = f"at step {len(answers) + 1}: {message}"
                return Outcome(
                    "raised", tuple(answers), message, tuple(changed), _notes(notes, warned, printed), seconds
                )
            answers.append(_take(result, len(question.primitive.outputs)))
            for name, value in arguments.items():
                if isinstance(value, np.ndarray) and not _same_bytes(value, given[name]):
                    changed[name] = None
            state = _carry(question, answers[-1])
            if len(state) < len(question.carried):
                break
    return Outcome("answered", tuple(answers), "", tuple(changed), _notes(notes, warned, printed), seconds)


def _arrange(
    function: Callable[..., Any],
    question: Question,
    given: Mapping[str, Any],
    conventions: Mapping[str, str],
    rng: np.random.Generator | None,
    notes: dict[str, None],
) -> tuple[list[Any], dict[str, Any]]:
    """Lay out the arguments as the function takes them: inputs by position, options by name.

    Options that the case leaves at their default are left to the function's own default; so wrong defaults are seen.
    """
    signature = signature_of(function)
    parameters = signature.parameters if signature else None
    keyword_only = {n for n, p in (parameters or {}).items() if p.kind is p.KEYWORD_ONLY}
    positional = [given[item.name] for item in question.primitive.inputs if item.name not in keyword_only]
    named = {item.name: given[item.name] for item in question.primitive.inputs if item.name in keyword_only}
    for option in question.primitive.options:
        if isinstance(option, Rng):
            if parameters is None or option.name in parameters or _takes_anything(parameters):
                named[option.name] = rng or question.rng()
            else:
                seed = int((rng or question.rng()).integers(2**32))
                np.random.seed(seed)
                random.seed(seed)
                notes["takes no rng: judged with NumPy's global generator, seeded for it"] = None
        elif option.name in given:
            named[option.name] = given[option.name]
        elif parameters is not None and _demands(parameters, option.name) and option.default is not REQUIRED:
            named[option.name] = option.default
    named.update(conventions)
    if signature is not None:
        try:
            signature.bind(*positional, **named)
        except TypeError as error:
            raise TypeError(f"cannot be called as {question.primitive.signature}: {error}") from None
    return positional, named


def _demands(parameters: Mapping[str, inspect.Parameter], name: str) -> bool:
    return name in parameters and parameters[name].default is inspect.Parameter.empty


def _takes_anything(parameters: Mapping[str, inspect.Parameter]) -> bool:
    return any(p.kind is p.VAR_KEYWORD for p in parameters.values())


def _copy(value: Any, storage: Storage | None) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    copied = value.copy()
    return storage(copied) if storage else copied


def _refusal(declines: Callable[..., Any] | None, question: Question, given: Mapping[str, Any]) -> Outcome | None:
    if declines is None:
        return None
    names = {i.name for i in (*question.primitive.inputs, *question.primitive.options)}
    options = {name: value for name, value in question.names.items() if name in names and value is not REQUIRED}
    try:
        reason = declines(primitive=question.primitive.name, **{**options, **given})
    except Exception as error:
        return Outcome("raised", message=f"declines() itself: {describe(error)}{where(error)}")
    return Outcome("declined", message=str(reason)[:300]) if reason else None


def _take(result: Any, expected: int) -> tuple[Answer, ...]:
    """Copy the results out; a list is as good as a tuple where several are expected."""
    several = isinstance(result, tuple) or (isinstance(result, list) and expected > 1)
    return tuple(_answer(value) for value in (result if several else (result,)))


def _answer(value: Any) -> Answer:
    name = type(value).__name__
    if isinstance(value, (bool, int, float)):
        try:
            return Answer(np.asarray(value), name, python_number=True)
        except OverflowError:
            return Answer(None, "int too large for an array")
    if isinstance(value, (np.ndarray, np.generic)):
        # Copied by NumPy itself, as a base array: a subclass has no say in what its values are.
        plain = np.array(value, copy=True, subok=False, order="C")
        if plain.dtype.kind in "fbiu":
            return Answer(plain, name)
        return Answer(None, f"{name} of {plain.dtype}")
    return Answer(None, name)


def _carry(question: Question, answers: tuple[Answer, ...]) -> dict[str, NDArray[Any]]:
    outputs = question.primitive.outputs
    if not question.carried or len(answers) != len(outputs):
        return {}
    pairs = zip(outputs, answers, strict=True)
    return {o.name: a.values for o, a in pairs if o.name in question.carried and a.values is not None}


def _same_bytes(before: NDArray[Any], after: NDArray[Any]) -> bool:
    unchanged = before.shape == after.shape and before.dtype == after.dtype
    return unchanged and np.ascontiguousarray(before).tobytes() == np.ascontiguousarray(after).tobytes()


def _notes(notes: Mapping[str, None], warned: list[warnings.WarningMessage], printed: _Printed) -> tuple[str, ...]:
    told = dict(notes)
    for warning in warned:
        if issubclass(warning.category, RuntimeWarning):
            told[f"warns: {describe(warning.message)}"] = None  # type: ignore[arg-type]  # a Warning instance, typed loosely
    if printed.text.strip():
        told[f"prints: {' '.join(printed.text.split())[:60]}"] = None
    return tuple(told)
