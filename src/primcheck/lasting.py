"""Lasting answers: what a call returned stays what it was when the next call is made."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from primcheck.call import Outcome, as_results, ask_subject, taken
from primcheck.judge import Judgement
from primcheck.manner import fresh
from primcheck.question import Question, ask

HUNTS = "one buffer for all results, or a state handed out itself: a later call changes what an earlier one returned"


def lasting(
    function: Callable[..., Any],
    question: Question,
    keywords: Mapping[str, str],
    declines: Callable[..., Any] | None,
) -> tuple[Outcome, Judgement | None]:
    """Ask a question, then the same with other numbers, and look at the first results again.

    Return the first outcome, and what has to be said against the results by now; nothing where all is well.
    """
    results: list[Any] = []
    shared: dict[str, None] = {}

    @functools.wraps(function)
    def keeping(*inputs: Any, **options: Any) -> Any:
        result = fresh(function)(*inputs, **options)
        results.append(result)
        if len(results) == 1:
            shared.update(dict.fromkeys(_shared(question, result, inputs, options)))
        return result

    first = ask_subject(keeping, question, keywords, declines)
    if first.status != "answered":
        return first, None
    first = replace(first, notes=(*first.notes, *shared))
    other = ask(question.primitive, question.case, question.dtype, question.convention, question.seed % 2**31 + 1)
    ask_subject(keeping, other, keywords, declines)
    for before, now in zip(first.answers[0], taken(results[0], question), strict=False):
        if before.unseen:
            continue
        if before.values is None or now.values is None or before.values.tobytes() != now.values.tobytes():
            return first, Judgement("fail", "the first results change when the next call is made: return new arrays")
    return first, None


def _shared(question: Question, result: Any, inputs: tuple[Any, ...], options: Mapping[str, Any]) -> Iterator[str]:
    """Yield the results that are an input, or a part of one, in the same memory."""
    arrays = [value for value in (*inputs, *options.values()) if isinstance(value, np.ndarray)]
    for output, value in zip(question.primitive.outputs, as_results(result, question), strict=False):
        if isinstance(value, np.ndarray) and any(np.may_share_memory(value, array) for array in arrays):
            yield f"{output.name} shares its memory with an input"
