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
from primcheck.spec import Primitive
from primcheck.verdict import BAD, Verdict

MOST = 24
"""Choices that are compared where none makes everything pass: for a diagnosis, the nearest is enough."""


def settled(examination: Examination) -> tuple[Examination, list[Verdict]]:
    """Return the examination under those of the constants, conventions and ways that a style leaves open which make
    everything pass, or else under those by which most passes; and the verdicts on cases that ask for other constants.
    """
    manner = manner_of(examination.function)
    open_ones = (*manner.conventions.values(), *manner.ways.values())
    if not manner.built_in and all(len(options) == 1 for options in open_ones):
        return examination, []
    tried = [_under(examination, *choice) for choice in _choices(examination)]
    fits = (one for one in tried if _fits_all(one))
    chosen = next(fits, None) if len(tried) > 1 else tried[0]
    if chosen is None:
        chosen = max(tried[:MOST], key=lambda one: sum(v.status == "pass" for v in one.verdicts(fail_fast=True)))
    return chosen, [*_left_out(examination, chosen)]


def _fits_all(examination: Examination) -> bool:
    """Tell whether something passes and nothing fails; where all is declined, nothing is known."""
    passed = False
    for verdict in examination.verdicts(fail_fast=True):
        if verdict.status in BAD:
            return False
        passed = passed or verdict.status == "pass"
    return passed


def _choices(examination: Examination) -> Iterator[tuple[dict[str, Any], dict[str, str], dict[str, str]]]:
    """Yield the constants, conventions and ways that are possible; a convention that was asked for is not open."""
    manner = manner_of(examination.function)
    left = {n: options for n, options in manner.conventions.items() if n not in examination.asked}
    names = [*manner.built_in, *left, *manner.ways]
    full = examination.primitive.default_convention
    for values in itertools.product(*manner.built_in.values(), *left.values(), *manner.ways.values()):
        chosen = dict(zip(names, values, strict=True))
        follows = {n: v for n, v in chosen.items() if n in left}
        under = {**full, **follows, **examination.asked}
        if any(all(under[n] == v for n, v in out.items()) for out in examination.primitive.excluded):
            continue
        yield (
            {n: v for n, v in chosen.items() if n in manner.built_in},
            follows,
            {n: v for n, v in chosen.items() if n in manner.ways},
        )


def _under(
    examination: Examination, constants: Mapping[str, Any], conventions: Mapping[str, str], ways: Mapping[str, str]
) -> Examination:
    primitive = with_constants(examination.primitive, constants)
    settled = {**{n: f"{v:g}" if isinstance(v, float) else str(v) for n, v in constants.items()}, **ways}
    return replace(
        examination, primitive=primitive, asked={**conventions, **examination.asked}, ways=ways, settled=settled
    )


def with_constants(primitive: Primitive, constants: Mapping[str, Any]) -> Primitive:
    """Return a primitive that asks with given values of some options, without the cases that name other values."""
    cases = tuple(
        case.having(**{**constants, **case.values}) for case in primitive.cases if _fits(case.values, constants)
    )
    kept = {case.name for case in cases}
    return replace(
        primitive,
        cases=tuple(case for case in cases if case.after is None or case.after[0] in kept),
        statistics=tuple(
            replace(s, values={**constants, **s.values}) for s in primitive.statistics if _fits(s.values, constants)
        ),
    )


def _fits(values: Mapping[str, Any], constants: Mapping[str, Any]) -> bool:
    return all(values.get(name, value) == value for name, value in constants.items())


def _left_out(before: Examination, now: Examination) -> Iterator[Verdict]:
    kept = {case.name for case in now.primitive.cases}
    manner = manner_of(before.function)
    told = " and ".join(f"{name} = {now.settled[name]}" for name in manner.built_in)
    for question in questions(before.primitive, before.dtypes, now.convention, before.seed):
        if question.case.name not in kept:
            yield before.verdict(
                question,
                "value",
                Judgement("declined", f"this code has {told} built in, and cannot be asked with others"),
            )
