"""Asking: call a subject with copies, and keep what came back as plain bytes before anything looks at it."""

from __future__ import annotations

import contextlib
import inspect
import os
import random
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.loading import where
from primcheck.manner import CATALOGUE, Described, Lost, Manner, Refused, Unseen, fresh, manner_of
from primcheck.mending import told
from primcheck.noticed import Printed, noticed
from primcheck.patience import TookTooLong
from primcheck.question import Question
from primcheck.signatures import signature_of
from primcheck.spec import REQUIRED, Rng
from primcheck.storage import Storage
from primcheck.tampering import put_back
from primcheck.texts import clean, describe


@dataclass(frozen=True)
class Answer:
    """One result as it came back: a plain copy of its values, or only what it is, where it is not what it should be.

    `unseen` where code in a foreign style keeps the result to itself.
    """

    values: NDArray[Any] | None
    type_name: str
    shape: tuple[int, ...] | None = None
    python_number: bool = False
    unseen: bool = False


@dataclass(frozen=True)
class Outcome:
    """What asking led to. `answers` has a tuple of results for each step that returned."""

    status: str
    answers: tuple[tuple[Answer, ...], ...] = ()
    message: str = ""
    changed: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    seconds: float = 0.0

    @property
    def unseen(self) -> frozenset[int]:
        """The positions of results that the code keeps to itself."""
        return frozenset(i for answers in self.answers for i, answer in enumerate(answers) if answer.unseen)


def accepted(function: Callable[..., Any], names: Mapping[str, str]) -> dict[str, str]:
    """Return those of the named conventions that a function takes as keywords."""
    signature = signature_of(function)
    parameters = signature.parameters if signature else {}
    anything = any(p.kind is p.VAR_KEYWORD for p in parameters.values())
    return {name: value for name, value in names.items() if anything or name in parameters}


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
    printed = Printed()
    manner = manner_of(function)
    function = fresh(function)
    state: dict[str, NDArray[Any]] = {}
    process, clock = os.getpid(), time.perf_counter
    started = clock()
    seconds = 0.0
    notes: dict[str, None] = {}
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed), np.errstate():
        warnings.simplefilter("always")
        for step in question.steps:
            arguments = {**step, **state}
            given = {n: _copy(v, storage) for n, v in arguments.items()}
            reason = manner.declines({**given, **(keywords or {})}) or ("" if answers else manner.starts(given))
            refusal = _declined(reason) or _refusal(declines, question, given)
            if refusal is not None:
                return refusal
            try:
                positional, named = _arrange(function, question, given, keywords or {}, rng, notes)
                if manner.isolated:
                    # What may come back from another process is known before it comes.
                    shapes = tuple(question.output_shape(output) for output in question.primitive.outputs)
                    function.expected = shapes  # type: ignore[attr-defined]  # see isolation.remote
                started = clock()
                result = function(*positional, **named)
                seconds += clock() - started
            except (KeyboardInterrupt, TookTooLong):
                raise
            except Lost as error:
                return Outcome(error.status, tuple(answers), str(error), seconds=clock() - started)
            except BaseException as error:
                seconds += clock() - started
                _settle(process, notes, manner)
                notes.update(dict.fromkeys(getattr(function, "told", ()) if manner is not CATALOGUE else ()))
                reason = manner.may_refuse(given) or question.case.refusable
                if reason:
                    return _declined(reason) or Outcome("declined")
                message = str(error) if isinstance(error, Refused) else f"{told(error)}{where(error)}"
                if len(question.steps) > 1:
                    message = f"at step {len(answers) + 1}: {message}"
                return Outcome(
                    "raised", tuple(answers), message, tuple(changed), _notes(notes, warned, printed), seconds
                )
            _settle(process, notes, manner)
            answers.append(taken(result, question))
            for name, value in arguments.items():
                if isinstance(value, np.ndarray) and not _same_bytes(value, given[name]):
                    changed[name] = None
            notes.update(dict.fromkeys(getattr(function, "told", ()) if manner is not CATALOGUE else ()))
            state = _carry(question, answers[-1], arguments)
            if len(state) < len(question.carried):
                break
    return Outcome("answered", tuple(answers), "", tuple(changed), _notes(notes, warned, printed), seconds)


def _settle(process: int, notes: dict[str, None], manner: Manner) -> None:
    """Undo what a call did to the process: a fork of it ends here, replaced functions are put back."""
    if manner.isolated:
        return
    if os.getpid() != process:
        os._exit(0)
    changed = put_back()
    if changed:
        notes[f"replaces {', '.join(changed[:3])}; put back"] = None


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
    inputs = question.primitive.positional(given)
    by_name = {n for n in inputs if parameters is not None and _only_by_name(parameters, n)}
    positional = [value for n, value in inputs.items() if n not in by_name]
    named = {n: value for n, value in inputs.items() if n in by_name}
    for option in question.primitive.options:
        if isinstance(option, Rng):
            if parameters is None or option.name in parameters or _takes_anything(parameters):
                named[option.name] = rng or question.rng()
            else:
                _seed(function, int((rng or question.rng()).integers(2**32)))
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


def _seed(function: Callable[..., Any], seed: int) -> None:
    """Seed the global generators, where the function lives."""
    if manner_of(function).isolated:
        function.seed = seed  # type: ignore[attr-defined]  # sent with the next call
        return
    np.random.seed(seed)
    random.seed(seed)


def _only_by_name(parameters: Mapping[str, inspect.Parameter], name: str) -> bool:
    """Tell whether an input must be named: keyword-only, or taken by **kwargs where nothing is taken by position."""
    if name in parameters:
        return parameters[name].kind is inspect.Parameter.KEYWORD_ONLY
    placed = {
        inspect.Parameter.POSITIONAL_ONLY,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        inspect.Parameter.VAR_POSITIONAL,
    }
    return _takes_anything(parameters) and not any(p.kind in placed for p in parameters.values())


def _demands(parameters: Mapping[str, inspect.Parameter], name: str) -> bool:
    return name in parameters and parameters[name].default is inspect.Parameter.empty


def _takes_anything(parameters: Mapping[str, inspect.Parameter]) -> bool:
    return any(p.kind is p.VAR_KEYWORD for p in parameters.values())


def _copy(value: Any, storage: Storage | None) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    copied = value.copy()
    return storage(copied) if storage else copied


def _declined(reason: str) -> Outcome | None:
    return Outcome("declined", message=clean(reason)) if reason else None


def _refusal(declines: Callable[..., Any] | None, question: Question, given: Mapping[str, Any]) -> Outcome | None:
    if declines is None:
        return None
    names = {i.name for i in (*question.primitive.inputs, *question.primitive.options)}
    options = {name: value for name, value in question.names.items() if name in names and value is not REQUIRED}
    options |= {name: value for name, value in given.items() if name in question.names}
    try:
        reason = declines(primitive=question.primitive.name, **{**options, **question.primitive.positional(given)})
    except Lost as error:
        return Outcome(error.status, message=str(error))
    except Exception as error:
        text = str(error) if isinstance(error, Refused) else f"{describe(error)}{where(error)}"
        return Outcome("raised", message=f"declines() itself: {text}")
    return _declined(reason)


def taken(result: Any, question: Question) -> tuple[Answer, ...]:
    """Copy the results out."""
    outputs = question.primitive.outputs
    results = as_results(result, question)
    if len(results) != len(outputs):
        return tuple(Answer(None, _type_name(value)) for value in results[:100])
    pairs = zip(results, outputs, strict=True)
    return tuple(_answer(value, question.output_shape(output)) for value, output in pairs)


def _answer(value: Any, expected: tuple[int, ...]) -> Answer:
    name = _type_name(value)
    if isinstance(value, Unseen):
        return Answer(None, "kept to itself", expected, unseen=True)
    if isinstance(value, Described):
        return Answer(None, name, value.shape)
    if isinstance(value, (bool, int, float)):
        number = np.asarray(value)
        return Answer(number, name, (), python_number=True) if number.dtype.kind in "fbiu" else Answer(None, "huge int")
    value = as_shape(value)
    masked = any(kind.__name__ == "MaskedArray" for kind in type(value).__mro__)
    if not isinstance(value, (np.ndarray, np.generic)) or masked:
        return Answer(None, name)
    # Read by NumPy itself, as a base array: a subclass has no say in what its shape and values are.
    plain = np.ndarray.view(value, np.ndarray) if isinstance(value, np.ndarray) else np.asarray(value)
    if plain.dtype.kind not in "fbiu":
        return Answer(None, f"{name} of {plain.dtype}", plain.shape)
    if not fits(plain.shape, expected):
        return Answer(None, name, plain.shape)
    return Answer(np.array(plain, copy=True, order="C"), name, plain.shape)


def _type_name(value: Any) -> str:
    return value.type_name if isinstance(value, Described) else type(value).__name__


def as_results(result: Any, question: Question) -> tuple[Any, ...]:
    """Return what a call gave as its results; a list is as good as a tuple where several are expected."""
    several = isinstance(result, tuple) or (isinstance(result, list) and len(question.primitive.outputs) > 1)
    return tuple(result) if several else (result,)


def as_shape(value: Any) -> Any:
    """Return a tuple or list of integers, such as NumPy itself has for a shape, as an array; all else as it is."""
    if isinstance(value, (tuple, list)) and value and all(type(v) is int and abs(v) < 2**63 for v in value):
        return np.array(value)
    return value


def fits(shape: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    """Tell whether a shape is the expected one, whose free lengths are written as -1."""
    return len(shape) == len(expected) and all(e in (-1, s) for s, e in zip(shape, expected, strict=True))


def _carry(question: Question, answers: tuple[Answer, ...], arguments: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """Return the state for the next step; what is not seen is carried by the code itself."""
    outputs = question.primitive.outputs
    if not question.carried or len(answers) != len(outputs):
        return {}
    state = {}
    for output, answer in zip(outputs, answers, strict=True):
        values = arguments.get(output.name) if answer.unseen else answer.values
        if output.name in question.carried and values is not None:
            state[output.name] = values
    return state


def _same_bytes(before: NDArray[Any], after: NDArray[Any]) -> bool:
    unchanged = before.shape == after.shape and before.dtype == after.dtype
    return unchanged and np.ascontiguousarray(before).tobytes() == np.ascontiguousarray(after).tobytes()


def _notes(notes: Mapping[str, None], warned: list[warnings.WarningMessage], printed: Printed) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*notes, *noticed(warned, printed)]))
