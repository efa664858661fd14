"""Witnesses: other people's libraries, asked the suite's own cases under every convention that they offer.

The reference is right because libraries that know nothing of it agree with it. Each is judged under the convention that
its binding declares, and then under every other one, of which those are kept that it offers: under which it passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from primcheck.conventions import alternatives
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.suite import Suite
from primcheck.supervisor import judge_target
from primcheck.verdict import BAD

Lines = list[dict[str, Any]]


def testimony(suite: Suite, library: str, primitives: list[Primitive], settings: Settings) -> Iterator[Lines]:
    """Yield, primitive by primitive, what a library says: verdicts under its own convention, then under others it offers.

    Raises:
        CannotJudge: the library is not installed, or its binding does not load.
    """
    waiting: dict[str, list[dict[str, str]]] = {}
    settings = replace(settings, offered=False)
    for lines in judge_target(suite, library, primitives, settings):
        yield lines
        primitive = suite.primitive(lines[0]["primitive"])
        others = list(alternatives(primitive, lines[0]["convention"]))
        if others and lines[0]["status"] != "not_implemented":
            waiting[primitive.name] = others
    while waiting:
        choices = {name: others.pop(0) for name, others in waiting.items()}
        asked = replace(settings, conventions=choices, diagnosed=False)
        for lines in judge_target(suite, library, [suite.primitive(name) for name in choices], asked):
            if _offered(lines):
                yield lines
        waiting = {name: others for name, others in waiting.items() if others}


def _offered(lines: Lines) -> bool:
    counted = [line["status"] for line in lines if line["type"] == "verdict" and line["kind"] != "reject"]
    return "pass" in counted and not BAD & set(counted) and "not_run" not in counted
