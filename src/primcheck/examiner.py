"""The examiner: the process in which a subject is loaded and called. It may hang or die; the supervisor outlives it."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Any, Literal

from primcheck.built_in import settled
from primcheck.composite import why_not
from primcheck.conventions import taken
from primcheck.diagnose import diagnose
from primcheck.examination import Examination
from primcheck.faults import CannotJudge, MissingLibrary, SuiteFault, UsageError
from primcheck.guard import Guard
from primcheck.manner import manner_of
from primcheck.mending import OLD
from primcheck.offered import offered
from primcheck.settings import Settings
from primcheck.smallest import smallest
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite
from primcheck.tampering import put_back
from primcheck.texts import describe
from primcheck.verdict import DEFINITION, OPTIONAL, SMALLEST, Diagnosis, Status, Verdict


def main(connection: Connection, suite: Suite, target: str | Subject, settings: Settings) -> None:
    """Serve one supervisor: load the target, then examine one primitive after another until told to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    process = os.getpid()

    def send(**message: Any) -> None:
        connection.send_bytes(json.dumps(message).encode())

    with contextlib.suppress(OSError, AttributeError):
        # A group of its own, so that what the subject starts ends with it.
        os.setpgid(0, 0)
    kept = contextlib.ExitStack()
    if settings.isolated:
        # The examiner keeps the clock for what is loaded and called in another process.
        send(resting=True)
    try:
        subject = _loaded(target, suite, settings, kept)
    except (CannotJudge, UsageError) as error:
        send(refused=str(error), usage=isinstance(error, UsageError))
        return
    except BaseException as error:
        send(refused=f"{target} does not load: {describe(error)}.", usage=False)
        return
    if os.getpid() != process:
        # A fork that the subject made while it was loaded, and that has come this far, is none of ours.
        os._exit(0)
    put_back()
    send(**introduced(subject, suite))
    with kept:
        _serve(connection, suite, subject, settings)


def _serve(connection: Connection, suite: Suite, subject: Subject, settings: Settings) -> None:
    def send(**message: Any) -> None:
        connection.send_bytes(json.dumps(message).encode())

    # Truths are computed and kept by the supervisor, where no subject has been.
    store = TruthStore(suite, keep=False)
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except EOFError:
            return
        if request is None:
            return
        trying = (lambda _: send(resting=True)) if settings.isolated else lambda name: send(trying=name)
        guard = Guard(trying, request["lost"], settings.timeout, lambda: send(resting=True))
        name, one = subject.item(request["item"])
        verdicts, diagnoses = examine(
            suite, one, name, settings, store, guard, shown=settings.shown, failed=request["failed"]
        )
        send(lines=[*(verdict.line() for verdict in verdicts), *(diagnosis.line() for diagnosis in diagnoses)])


def _loaded(target: str | Subject, suite: Suite, settings: Settings, kept: contextlib.ExitStack) -> Subject:
    """Load a target, here or in a worker that lives as long as what it is `kept` by."""
    if not isinstance(target, str):
        return target
    if not settings.isolated:
        return load(target, suite, settings.choice)
    from primcheck.isolation.loading import loaded
    from primcheck.isolation.workers import Server

    return kept.enter_context(loaded(target, suite, settings, kept.enter_context(Server())))


def introduced(subject: Subject, suite: Suite) -> dict[str, Any]:
    """Return what has to be known of a subject to plan its examination."""
    known: dict[str, Any] = {"loaded": {}, "offers": {}, "after": {}, "unclear": [*subject.unclear, *subject.lacking]}
    for item in subject.items:
        name, one = subject.item(item)
        primitive, function = suite.primitive(name), one.functions[name]
        known["loaded"][item] = one.declared(primitive)
        known["offers"][item] = taken(function, primitive)
        known["after"][item] = manner_of(function).after
    return {**known, "style": subject.style}


def examine(
    suite: Suite,
    subject: Subject,
    name: str,
    settings: Settings,
    store: TruthStore,
    guard: Guard | None = None,
    *,
    shown: bool = False,
    failed: Mapping[str, str] = MappingProxyType({}),
) -> tuple[list[Verdict], list[Diagnosis]]:
    """Judge and diagnose one primitive; a fault of the suite becomes a verdict of its own, so that the rest goes on.

    With `shown` a person will look at it: the smallest failing input is worked out as well. `failed` tells of primitives
    that have failed before, and by which function.
    """
    primitive = suite.primitive(name)
    if name in subject.unclear:
        return [unimplemented(subject, primitive, "not_run", subject.unclear[name])], []
    if name in subject.lacking:
        named = name in (settings.only or "").replace(" ", "").split(",")
        return [unimplemented(subject, primitive, *why_not(primitive, subject.lacking[name], named=named))], []
    if name not in subject.functions:
        return [unimplemented(subject, primitive)], []
    asked = settings.conventions.get(name, {})
    try:
        examination = Examination(
            subject, primitive, store, settings.dtypes, settings.seed, guard or Guard(timeout=settings.timeout), asked
        )
        examination, left_out = settled(examination)
        verdicts = [*examination.verdicts(), *left_out]
        if examination.manner.style and misread(verdicts, guessed=examination.manner.guessed):
            return [unread(verdict) for verdict in verdicts], []
        first = next((name for name in examination.manner.after if name in failed), None)
        if first is not None and any(verdict.bad for verdict in verdicts):
            return [blocked(verdict, first, failed[first]) for verdict in verdicts], []
        judged, mine, more, called = examination, verdicts, [], ""
        for label, other in offered(examination) if settings.offered else ():
            told = _offered(other)
            more += [replace(verdict, case=f"{verdict.case}, {label}") for verdict in told]
            if not any(verdict.bad for verdict in mine):
                # What is right as it was asked for is explained under the first alternative in which it is wrong.
                judged, mine, called = other, told, label
        judged.guard.explain()
        diagnoses = diagnose(judged, suite, mine) if settings.diagnosed else []
        if shown and settings.diagnosed and not any(diagnosis.conforms for diagnosis in diagnoses):
            diagnoses += _shown(judged, suite, mine, diagnoses)
        diagnoses = [_called(called, diagnosis) for diagnosis in diagnoses]
    except MissingLibrary as error:
        return [replace(unimplemented(subject, primitive, "not_run", str(error)), notes=(OPTIONAL,))], []
    except SuiteFault as error:
        return [unimplemented(subject, primitive, "not_run", f"a fault of the suite: {error}")], []
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        text = (
            f"a fault of the suite: {type(error).__name__}: {error} ({os.path.basename(place.filename)}:{place.lineno})"
        )
        return [unimplemented(subject, primitive, "not_run", text)], []
    store.save()
    if diagnoses and diagnoses[0].kind == "convention":
        verdicts = [settle(verdict, diagnoses[0]) for verdict in verdicts]
    rejects = [verdict for verdict in verdicts if verdict.kind == "reject"]
    return [*(verdict for verdict in verdicts if verdict.kind != "reject"), *more, *rejects], diagnoses


def _shown(
    examination: Examination, suite: Suite, verdicts: list[Verdict], diagnoses: list[Diagnosis]
) -> list[Diagnosis]:
    """Return what a person wants to see besides: the formula where no mistake has a name, the smallest failing input."""
    more = []
    primitive = examination.primitive
    named = any(diagnosis.kind == "mistake" for diagnosis in diagnoses)
    if primitive.formula and not named and any(verdict.bad for verdict in verdicts):
        name = examination.subject.name
        more.append(Diagnosis(name, primitive.name, "pattern", DEFINITION, primitive.formula, {}))
    found = smallest(examination, suite, verdicts)
    return [*more, found] if found else more


def misread(verdicts: list[Verdict], *, guessed: bool) -> bool:
    """Tell whether code that was guessed to be a primitive by its names never returned: then it is something else.

    So is code that wants another library's arrays. Code that is too old for today's Python or NumPy is what it seems, and
    is told how to be mended; and what no wrong argument causes, such as a name that is defined nowhere, is its own mistake.
    """
    values = [verdict for verdict in verdicts if verdict.kind == "value" and verdict.status != "declined"]
    if not all(v.status == "raised" for v in values):
        return False
    if not guessed:
        return all("Tensor" in v.message for v in values)
    return not any(sign in v.message for v in values for sign in (*OLD, *_ITS_OWN))


_ITS_OWN = ("NameError:", "UnboundLocalError:", "NotImplementedError", "RecursionError", "ZeroDivisionError:")
"""Exceptions that code raises whatever it is asked."""


def unread(verdict: Verdict) -> Verdict:
    """Return a verdict on code that is no such primitive after all."""
    known = verdict.status == "declined"
    return (
        verdict if known else replace(verdict, status="declined", message=f"not what its name says: {verdict.message}")
    )


def _called(label: str, diagnosis: Diagnosis) -> Diagnosis:
    """Return a diagnosis as one of an alternative that is offered; code that takes one for another follows no convention."""
    if not label or diagnosis.name in {DEFINITION, SMALLEST}:
        return diagnosis
    kind: Literal["mistake", "pattern"] = "mistake" if diagnosis.kind == "mistake" else "pattern"
    says = f"Called with {label}: {diagnosis.says}"
    name = "one alternative taken for another" if diagnosis.kind == "convention" else diagnosis.name
    return replace(diagnosis, kind=kind, name=name, says=says, conforms=False)


def _offered(examination: Examination) -> list[Verdict]:
    """Return what is to be said of an alternative; where all calls are refused, only that it is not offered."""
    verdicts = [v for v in examination.verdicts() if v.kind in {"value", "law", "statistic"}]
    values = [verdict for verdict in verdicts if verdict.kind == "value"]
    if values and {verdict.status for verdict in values} <= {"raised", "declined"}:
        return [replace(values[0], status="declined")]
    return verdicts


def unimplemented(
    subject: Subject, primitive: Primitive, status: Status = "not_implemented", message: str = ""
) -> Verdict:
    """Return the one verdict of a primitive that the subject does not offer, or that was not run."""
    text = message or f"{subject.name} has no function called {primitive.name}"
    return Verdict(
        subject.name, "", primitive.name, None, "", "value", None, primitive.default_convention, status, message=text
    )


def settle(verdict: Verdict, diagnosis: Diagnosis) -> Verdict:
    """Return a failing verdict as one of another convention: the code is right, only not as it was asked."""
    if not verdict.bad:
        return verdict
    message = f"{verdict.message}; right under {diagnosis.name}"
    return replace(verdict, status="convention", message=message)


def blocked(verdict: Verdict, first: str, by: str) -> Verdict:
    """Return a failing verdict as one that says nothing, since what runs before it fails."""
    if not verdict.bad:
        return verdict
    message = f"{by} ({first}) runs before it and fails; mend that first. Then: {verdict.message}"
    return replace(verdict, status="blocked", message=message)


def _silence() -> None:
    """Send what the subject prints at import, what C code prints and what a crash dumps to nowhere.

    What Python code prints during a call is caught there, and noted.
    """
    faulthandler.disable()
    null = os.open(os.devnull, os.O_RDWR)
    with contextlib.suppress(OSError):
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
    # A terminal, a test runner or a notebook may have put other objects in the place of the descriptors.
    sys.stdout = sys.stderr = os.fdopen(null, "w", closefd=False)
