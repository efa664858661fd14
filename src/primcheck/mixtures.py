"""Mixtures: known mistakes made in code that follows another convention, such as ε inside the root and no correction."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from primcheck.conventions import alternatives, taken
from primcheck.spec import Primitive
from primcheck.suite import Mistake, Suite


def following(suite: Suite, primitive: Primitive, asked: Mapping[str, str]) -> list[Mistake]:
    """Return the known mistakes as they are made in code that follows the conventions asked for, where they can tell."""
    return [replace(m, function=_bound(m.function, primitive, asked)) for m in suite.mistakes(primitive)]


def mixtures(suite: Suite, primitive: Primitive, asked: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield every mistake that takes the keywords of other conventions, under each choice of them that was not asked for."""
    for choice in alternatives(primitive, asked):
        changed = {name: value for name, value in choice.items() if value != asked[name]}
        for mistake in suite.mistakes(primitive):
            if set(changed) <= set(taken(mistake.function, primitive)):
                name = ", ".join([mistake.name, *(f"{key}={value}" for key, value in changed.items())])
                also = " ".join(
                    f"Besides, this code follows “{changed[c.name]}” ({c.alternatives[changed[c.name]]}) where "
                    f"“{asked[c.name]}” was asked for."
                    for c in primitive.conventions
                    if c.name in changed
                )
                function = _bound(mistake.function, primitive, choice)
                yield replace(mistake, name=name, function=function, says=f"{mistake.says}\n\n{also}")


def _bound(function: Callable[..., Any], primitive: Primitive, choice: Mapping[str, str]) -> Callable[..., Any]:
    """Return a function that follows a choice of conventions as far as it takes their keywords, and does not say so."""
    chosen = {name: choice[name] for name in taken(function, primitive)}
    if not chosen:
        return function
    signature = inspect.signature(function)

    def bound(*inputs: Any, **options: Any) -> Any:
        return function(*inputs, **options, **chosen)

    kept = [parameter for name, parameter in signature.parameters.items() if name not in chosen]
    bound.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]  # any may be set
    return bound
