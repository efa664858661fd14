"""A session: judges targets one after another and streams the record; the last line holds totals and exit code."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from primcheck import __version__
from primcheck.environment import describe_environment
from primcheck.faults import CannotJudge, SuiteFault
from primcheck.record import FORMAT
from primcheck.settings import Settings
from primcheck.subject import Subject
from primcheck.suite import Suite
from primcheck.supervisor import judge_target
from primcheck.verdict import BAD, excused


def run_lines(suite: Suite, targets: Iterable[str | Subject], settings: Settings) -> Iterator[dict[str, Any]]:
    """Yield every line of a run's record, from `run` to `end`.

    Raises:
        UsageError: an option or a target names what does not exist; nothing was judged.
    """
    targets = list(targets)
    primitives = suite.select(settings.only)
    started = time.monotonic()
    yield opening(suite, [t if isinstance(t, str) else t.name for t in targets], settings)
    tally = Tally(settings.strict)
    for target in targets:
        try:
            for lines in judge_target(suite, target, primitives, settings):
                for line in lines:
                    tally.add(line)
                    yield line
                if settings.fail_fast and tally.failed:
                    break
        except (CannotJudge, SuiteFault) as error:
            name = target if isinstance(target, str) else target.name
            line = not_judged(name, str(error))
            tally.add(line)
            yield line
        if settings.fail_fast and tally.failed:
            break
    yield tally.end(time.monotonic() - started)


def opening(suite: Suite, targets: list[str], settings: Settings) -> dict[str, Any]:
    """Return the first line of a record."""
    modules = [module for name in targets if name in suite.libraries() for module in suite.libraries_of(name)]
    return {
        "type": "run",
        "format": FORMAT,
        "suite_version": __version__,
        "suite_digest": suite.digest,
        "environment": describe_environment(modules, _isolation(settings)),
        "targets": targets,
        "options": settings.line(),
        "seed": settings.seed,
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _isolation(settings: Settings) -> str:
    from primcheck.isolation.protection import NONE, protection

    return str(protection()) if settings.isolated else NONE


def not_judged(target: str, message: str) -> dict[str, Any]:
    """Return the line about a target of which nothing could be judged."""
    from primcheck.verdict import Verdict

    return Verdict(target, "", "", None, "", "value", None, {}, "not_run", message=message).line()


class Tally:
    """Counts statuses and settles the exit code; rejects count only when strict."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.totals: Counter[str] = Counter()
        self.rejects: Counter[str] = Counter()
        self.remarks = 0
        self.unjudged = 0

    def add(self, line: dict[str, Any]) -> None:
        """Count one line."""
        if line["type"] != "verdict":
            return
        counts = self.rejects if line["kind"] == "reject" else self.totals
        counts[line["status"]] += 1
        self.unjudged += line["status"] == "not_run" and not excused(line)
        self.remarks += bool(line["notes"]) and line["kind"] != "reject" and line["status"] != "not_run"

    @property
    def failed(self) -> bool:
        """True where something counts against an implementation."""
        bad = sum(self.totals[status] for status in BAD)
        if self.strict:
            bad += self.remarks + self.totals["not_implemented"] + sum(self.rejects[status] for status in BAD)
        return bad > 0

    @property
    def exit_code(self) -> int:
        """3 where something could not be judged or nothing was, 1 where something failed, else 0."""
        judged = self.totals["pass"] + sum(self.totals[status] for status in BAD)
        if self.unjudged or not judged:
            return 3
        return 1 if self.failed or not self.totals["pass"] else 0

    def end(self, seconds: float) -> dict[str, Any]:
        """Return the last line of a record."""
        return {
            "type": "end",
            "totals": dict(sorted(self.totals.items())),
            "rejects": dict(sorted(self.rejects.items())),
            "seconds": round(seconds, 3),
            "exit_code": self.exit_code,
        }
