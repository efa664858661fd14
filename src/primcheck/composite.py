"""Composites: programs of the reference that run with primitives that are handed to them, the truth's or a subject's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from primcheck.spec import Primitive
    from primcheck.subject import Subject
    from primcheck.suite import Suite
    from primcheck.verdict import Status


@dataclass(frozen=True)
class Lack:
    """What keeps a program from running: primitives that are missing, and those that follow another convention."""

    missing: tuple[str, ...]
    differing: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.differing)


def compose(program: Callable[..., Any], parts: Mapping[str, Callable[..., Any]]) -> Callable[..., Any]:
    """Return a program with its first argument, the namespace of primitives, filled."""
    program_of_parts = partial(program, SimpleNamespace(**parts))
    program_of_parts.__module__ = ""
    name = f"{program.__name__} with its own primitives"
    program_of_parts.__qualname__ = name  # type: ignore[attr-defined]  # any attribute may be set
    return program_of_parts


def with_programs(subject: Subject, suite: Suite) -> Subject:
    """Return a subject with the programs that its own primitives can run, and what keeps the others from running."""
    functions, lacking = dict(subject.functions), {}
    for name, program in suite.primitives.items():
        if program.uses:
            functions.pop(name, None)
            lack = _lack(subject, program, suite)
            if lack:
                lacking[name] = lack
            else:
                functions[name] = compose(suite.program(program), {part: functions[part] for part in program.uses})
    return replace(subject, functions=functions, lacking=lacking)


def _lack(subject: Subject, program: Primitive, suite: Suite) -> Lack:
    there = [suite.primitive(part) for part in program.uses if part in subject.functions]
    differing = tuple(
        f"{part.name} follows {name}={value}, not {part.default_convention[name]}"
        for part in there
        for name, value in subject.declared(part).items()
        if value != part.default_convention[name]
    )
    return Lack(tuple(part for part in program.uses if part not in subject.functions), differing)


def why_not(program: Primitive, lacking: Lack, *, named: bool) -> tuple[Status, str]:
    """Return the status and the reason of a program that cannot run.

    It is blocked where it was asked for by name, or where at least half of its primitives are there; otherwise nothing
    says that the subject meant to offer it.
    """
    start = f"{program.name} runs on the implementation's own primitives"
    if not lacking.missing:
        return "declined", f"{start}, of which {'; '.join(lacking.differing)}"
    verb = "is" if len(lacking.missing) == 1 else "are"
    wanted = named or 2 * len(lacking.missing) <= len(program.uses)
    return ("blocked" if wanted else "not_implemented"), f"{start}; {', '.join(lacking.missing)} {verb} missing"
