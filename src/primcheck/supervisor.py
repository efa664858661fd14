"""The supervisor: hands primitives to examiner processes, keeps the clock, and goes on when one of them dies.

It never loads the subject. A call that outlasts the timeout, or takes the process with it, is judged as just that,
and a fresh examiner judges the rest.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import time
import warnings
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

from primcheck import examiner
from primcheck.faults import CannotJudge, SuiteFault, UsageError
from primcheck.guard import PATIENCE
from primcheck.offered import choices
from primcheck.question import questions
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite
from primcheck.verdict import BAD

OUR_PATIENCE = 900.0
"""Seconds an examiner may spend on the suite's own work between two calls of the subject."""

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()


class _Examiner:
    """One examiner process, what it works on, and since when."""

    def __init__(self, suite: Suite, target: str | Subject, settings: Settings) -> None:
        context = multiprocessing.get_context("fork" if _CAN_FORK else "spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(  # type: ignore[attr-defined]  # both contexts have it
            target=_child, args=(theirs, self.connection, suite, target, settings), daemon=True
        )
        with warnings.catch_warnings():
            # Python 3.12 warns of threads at every fork; the examiner starts none before it and uses none of ours.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.process.start()
        theirs.close()
        self.item: str | None = None
        self.trying: str | None = "loading"
        self.resting = False
        self.since = time.monotonic()
        # An isolated subject is watched by the examiner, whose own work includes waiting for it.
        self.patience = OUR_PATIENCE + (settings.timeout if settings.isolated else 0.0)

    def ask(self, item: str, lost: dict[str, str], failed: dict[str, str]) -> None:
        self.item, self.trying, self.since = item, None, time.monotonic()
        with contextlib.suppress(OSError):
            self.connection.send_bytes(json.dumps({"item": item, "lost": lost, "failed": failed}).encode())

    def receive(self) -> dict[str, Any] | None:
        """Return the next message; None where the process is gone or sends what is no message."""
        try:
            message = json.loads(self.connection.recv_bytes(maxlength=1 << 30))
        except (EOFError, OSError, ValueError, RecursionError):
            return None
        self.since = time.monotonic()
        if isinstance(message, dict) and "trying" in message:
            self.trying = str(message["trying"])
        # What was tried last stays known: what ends the process now may have been left behind by it.
        self.resting = isinstance(message, dict) and "resting" in message
        return message if isinstance(message, dict) else None

    def overdue(self, timeout: float) -> bool:
        return time.monotonic() - self.since > (timeout if self.trying and not self.resting else self.patience)

    def kill(self) -> None:
        """End the process and whatever it started, which is in the group that bears its number."""
        with contextlib.suppress(OSError, AttributeError):
            if self.process.pid:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()

    def stop(self) -> str:
        """End the process and say how it ended."""
        # Its end of the pipe closes a moment before the process is gone; on a busy machine the moment is long.
        self.process.join(2.0)
        alive = self.process.is_alive()
        self.kill()
        self.process.join()
        self.connection.close()
        code = self.process.exitcode or 0
        if alive:
            return "stopped answering"
        name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"the process ended ({name}) during the call"


def _child(theirs: Connection, ours: Connection, suite: Suite, target: str | Subject, settings: Settings) -> None:
    ours.close()
    examiner.main(theirs, suite, target, settings)


def judge_target(
    suite: Suite, target: str | Subject, primitives: list[Primitive], settings: Settings
) -> Iterator[list[dict[str, Any]]]:
    """Yield, primitive by primitive, the lines of the record about one target.

    Raises:
        UsageError: there is no such target.
        CannotJudge: it does not load, or offers nothing.
    """
    if isinstance(target, Subject) and not _CAN_FORK:
        yield from judge_here(suite, target, primitives, settings, TruthStore(suite))
        return
    yield from _Supervision(suite, target, primitives, settings).lines()


def judge_here(
    suite: Suite, subject: Subject, primitives: list[Primitive], settings: Settings, store: TruthStore
) -> Iterator[list[dict[str, Any]]]:
    """Judge without an examiner: where the system cannot copy a process with an object in it, and where the subject is
    isolated and cannot harm this one.
    """
    planned = _Supervision(suite, subject, primitives, settings)
    yield from planned.plan(examiner.introduced(subject, suite))
    while planned.waiting:
        yield from planned.absent()
        item = planned.take()
        if item is not None:
            name, one = subject.item(item)
            verdicts, diagnoses = examiner.examine(
                suite, one, name, settings, store, shown=settings.shown and settings.isolated, failed=planned.failed
            )
            yield planned.noted([*(v.line() for v in verdicts), *(d.line() for d in diagnoses)])


class _Supervision:
    """The judging of one target by one or more examiners."""

    def __init__(self, suite: Suite, target: str | Subject, primitives: list[Primitive], settings: Settings) -> None:
        self.suite, self.target, self.settings = suite, target, settings
        self.waiting = [primitive.name for primitive in primitives][::-1]
        self.lost: dict[str, dict[str, str]] = {}
        self.known: dict[str, Any] = {"loaded": {}, "offers": {}, "after": {}, "unclear": [], "style": None}
        self.failed: dict[str, str] = {}
        self.working: set[str] = set()
        self.store = TruthStore(suite)
        self.name = target if isinstance(target, str) else target.name

    def lines(self) -> Iterator[list[dict[str, Any]]]:
        count = max(1, min(self.settings.jobs, len(self.waiting)))
        crew = [_Examiner(self.suite, self.target, self.settings) for _ in range(count)]
        try:
            while crew:
                ready = wait([member.connection for member in crew], timeout=0.05)
                for member in list(crew):
                    message = member.receive() if member.connection in ready else {}
                    late = not message and member.overdue(self.settings.timeout) and not member.connection.poll()
                    if message is None or late:
                        crew.remove(member)
                        yield from self._gone(member, timed_out=message is not None)
                        if self.waiting:
                            crew.append(_Examiner(self.suite, self.target, self.settings))
                    elif message:
                        yield from self._heard(member, message)
                        if member.item is None and member.trying is None:
                            yield from self.absent()
                            if not self._next(member):
                                member.stop()
                                crew.remove(member)
        finally:
            for member in crew:
                member.kill()
                member.stop()

    def plan(self, known: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        """Take note of what a subject offers; yield what there is to say about it as a whole."""
        fresh = not self.known["loaded"]
        self.known = known
        if not fresh:
            return
        more: dict[str, list[str]] = {}
        for item in known["loaded"]:
            if "@" in item:
                more.setdefault(item.partition("@")[0], []).append(item)
        self.waiting = [item for name in self.waiting for item in (*more.get(name, ())[::-1], name)]
        if known["style"]:
            yield [{"type": "style", "implementation": self.name, **known["style"]}]

    def absent(self) -> Iterator[list[dict[str, Any]]]:
        """Yield the verdicts of the next primitives as long as the subject does not offer them."""
        offered = {*self.known["loaded"], *self.known["unclear"]}
        while self.waiting and self.waiting[-1] not in offered:
            yield [examiner.unimplemented(Subject(self.name, {}), self.suite.primitive(self.waiting.pop())).line()]

    def take(self) -> str | None:
        """Return the next thing to examine; nothing where the rest has to wait for what others are at."""
        ahead = {item for item in (*self.waiting, *self.working) if "@" not in item}
        for i in range(len(self.waiting) - 1, -1, -1):
            if ahead.isdisjoint(self.known["after"].get(self.waiting[i], ())):
                return self.waiting.pop(i)
        return None if self.working or not self.waiting else self.waiting.pop()

    def noted(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Take note of a primitive that fails; return its lines as they are."""
        for line in lines:
            if line["type"] == "verdict" and line["status"] in BAD and line["kind"] != "reject":
                self.failed.setdefault(line["primitive"], line["callable"])
        return lines

    def _next(self, member: _Examiner) -> bool:
        item = self.take()
        if item is None:
            with contextlib.suppress(OSError):
                member.connection.send_bytes(b"null")
            return False
        self._prepare(item)
        self.working.add(item)
        member.ask(item, self.lost.get(item, {}), self.failed)
        return True

    def _prepare(self, item: str) -> None:
        """Compute the truths of a primitive here, where no subject's code has run, and keep them for the examiner."""
        name = item.partition("@")[0]
        primitive = self.suite.primitive(name)
        if primitive.random or item not in self.known["loaded"]:
            return
        # Whatever is wrong with a case or a truth is met again by the examiner, which tells it and goes on.
        with contextlib.suppress(Exception):
            asked = self.settings.conventions.get(name, {})
            convention = {**primitive.default_convention, **self.known["loaded"][item], **asked}
            offers = set(self.known["offers"][item] if self.settings.offered else ()) - set(asked)
            for choice in [convention, *(choice for _, choice in choices(primitive, convention, offers))]:
                for question in questions(primitive, self.settings.dtypes, choice, self.settings.seed):
                    if question.case.compared:
                        self.store.truth(question)
        self.store.save()

    def _heard(self, member: _Examiner, message: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        if "refused" in message:
            raise (UsageError if message.get("usage") else CannotJudge)(str(message["refused"]))
        if "loaded" in message:
            yield from self.plan(message)
            member.trying = None
        elif "lines" in message:
            self.working.discard(str(member.item))
            member.item = member.trying = None
            yield self.noted(message["lines"])

    def _gone(self, member: _Examiner, *, timed_out: bool) -> Iterator[list[dict[str, Any]]]:
        if timed_out:
            member.kill()
        ending = member.stop()
        if member.trying == "loading":
            how = (
                f"does not finish loading within {self.settings.timeout:g} s"
                if timed_out
                else "ends the process while it loads"
            )
            raise CannotJudge(f"{self.name} {how}.")
        if member.item is None:
            return
        if timed_out and (member.resting or member.trying is None):
            raise SuiteFault(f"the suite's own work on {member.item} took longer than {OUR_PATIENCE:g} s")
        if member.trying is None:
            subject = Subject(self.name, {})
            primitive = self.suite.primitive(member.item.partition("@")[0])
            self.working.discard(member.item)
            yield [
                examiner.unimplemented(
                    subject, primitive, "crashed", ending.replace("during the call", "between two calls")
                ).line()
            ]
            return
        lost = self.lost.setdefault(member.item, {})
        if len(lost) > PATIENCE:
            raise SuiteFault(f"examiners of {member.item} keep dying without a reason")
        lost[member.trying] = "timeout" if timed_out else ending
        self.working.discard(member.item)
        self.waiting.append(member.item)
