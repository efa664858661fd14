"""Mixtures: known mistakes made in code that follows another convention, such as ε inside the root and no correction."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from primcheck.conventions import alternatives
from primcheck.spec import Primitive
from primcheck.suite import Mistake, Suite


def mixtures(suite: Suite, primitive: Primitive, asked: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield every mistake that takes the keywords of other conventions, under each choice of them that was not asked for."""
    for choice in alternatives(primitive, asked):
        changed = {name: value for name, value in choice.items() if value != asked[name]}
        for mistake in suite.mistakes(primitive):
            if set(changed) <= set(inspect.signature(mistake.function).parameters):
                name = ", ".join([mistake.name, *(f"{key}={value}" for key, value in changed.items())])
                also = " ".join(
                    f"Besides, this code follows “{changed[c.name]}” ({c.alternatives[changed[c.name]]}) where "
                    f"“{asked[c.name]}” was asked for."
                    for c in primitive.conventions
                    if c.name in changed
                )
                function = _following(mistake.function, changed)
                yield replace(mistake, name=name, function=function, says=f"{mistake.says}\n\n{also}")


def _following(function: Callable[..., Any], changed: Mapping[str, str]) -> Callable[..., Any]:
    """Return a function that follows other conventions and does not say so."""

    def following(*inputs: Any, **options: Any) -> Any:
        return function(*inputs, **options, **changed)

    signature = inspect.signature(function)
    kept = [parameter for name, parameter in signature.parameters.items() if name not in changed]
    following.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]  # any may be set
    return following
