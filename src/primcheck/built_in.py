"""Constants that foreign code has built in: its primitive is asked with these, and not with other values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from primcheck.examination import Examination
from primcheck.judge import Judgement
from primcheck.manner import manner_of
from primcheck.question import questions
from primcheck.spec import Case, Primitive
from primcheck.verdict import BAD, Verdict


def settled(examination: Examination) -> tuple[Examination, list[Verdict]]:
    """Return the examination under those of the constants and conventions that a style leaves open which make everything
    pass, or else under the first; and the verdicts on cases that ask for other constants.
    """
    manner = manner_of(examination.function)
    if not manner.built_in and all(len(options) == 1 for options in manner.conventions.values()):
        return examination, []
    tried = [_under(examination, *choice) for choice in _choices(examination)]
    fits = (one for one in tried if all(v.status not in BAD for v in one.verdicts(fail_fast=True)))
    chosen = next(fits, tried[0]) if len(tried) > 1 else tried[0]
    return chosen, [*_left_out(examination, chosen)]


def _choices(examination: Examination) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """Yield the constants and conventions that are possible; a convention that was asked for is not open."""
    manner = manner_of(examination.function)
    left = {n: options for n, options in manner.conventions.items() if n not in examination.asked}
    names = [*manner.built_in, *left]
    for values in itertools.product(*manner.built_in.values(), *left.values()):
        chosen = dict(zip(names, values, strict=True))
        yield {n: v for n, v in chosen.items() if n in manner.built_in}, {n: v for n, v in chosen.items() if n in left}


def _under(examination: Examination, constants: Mapping[str, Any], conventions: Mapping[str, str]) -> Examination:
    primitive = with_constants(examination.primitive, constants)
    return replace(examination, primitive=primitive, asked={**conventions, **examination.asked})


def with_constants(primitive: Primitive, constants: Mapping[str, Any]) -> Primitive:
    """Return a primitive that asks with given values of some options, without the cases that name other values."""
    cases = tuple(_with(case, constants) for case in primitive.cases if _fits(case.values, constants))
    kept = {case.name for case in cases}
    return replace(
        primitive,
        cases=tuple(case for case in cases if case.after is None or case.after[0] in kept),
        statistics=tuple(
            replace(s, values={**constants, **s.values}) for s in primitive.statistics if _fits(s.values, constants)
        ),
    )


def _with(case: Case, constants: Mapping[str, Any]) -> Case:
    return Case(
        case.name,
        hunts=case.hunts,
        steps=case.steps,
        exact=case.exact,
        dtypes=case.dtypes,
        when=case.when,
        compared=case.compared,
        after=case.after,
        **{**constants, **case.values},
    )


def _fits(values: Mapping[str, Any], constants: Mapping[str, Any]) -> bool:
    return all(values.get(name, value) == value for name, value in constants.items())


def _left_out(before: Examination, now: Examination) -> Iterator[Verdict]:
    kept = {case.name for case in now.primitive.cases}
    manner = manner_of(before.function)
    told = " and ".join(manner.built_in)
    for question in questions(before.primitive, before.dtypes, now.convention, before.seed):
        if question.case.name not in kept:
            yield before.verdict(
                question,
                "value",
                Judgement("declined", f"this code has {told} built in, and cannot be asked with others"),
            )
