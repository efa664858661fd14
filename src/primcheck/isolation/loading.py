"""Loading a target into workers: what they are told to load, and the subject that the judge makes of what they offer."""

from __future__ import annotations

import contextlib
import importlib.util
import sysconfig
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from primcheck.faults import CannotJudge, SuiteFault, UsageError
from primcheck.isolation import foreign, scratch
from primcheck.isolation.programs import command_of, is_program, started_by
from primcheck.isolation.protection import protection
from primcheck.isolation.remote import Remote, RemoteFunction
from primcheck.isolation.workers import Server
from primcheck.loading import is_path
from primcheck.settings import Settings
from primcheck.styles.reading import NOBODY, Understood
from primcheck.styles.rooms import Room
from primcheck.subject import Subject, locate, made_of
from primcheck.suite import Suite


@contextlib.contextmanager
def loaded(target: str, suite: Suite, settings: Settings, server: Server) -> Iterator[Subject]:
    """Have a worker load a target; give a subject whose functions are called there. The worker ends with the context.

    Raises:
        UsageError: there is no such target.
        CannotJudge: it does not load, or defines none of the primitives.
        SuiteFault: the worker is less shut in than was found when that was tried out.
    """
    if not is_program(target):
        locate(target, suite)
    folder = server.folder("code")
    try:
        with contextlib.closing(_remote(target, suite, settings, server, folder)) as remote:
            yield _subject(remote, target, suite, settings)
    finally:
        scratch.remove(folder)


def _remote(target: str, suite: Suite, settings: Settings, server: Server, folder: Path) -> Remote:
    if is_program(target):
        what = {"label": target, "names": list(suite.primitives), **started_by(command_of(target))}
        # Virtual machines reserve far more memory than they use.
        return _trusted(Remote(server, what, settings.timeout, replace(server.bounds, memory=0)))
    styles = _styles(target, suite, settings)
    readable = [str(folder), *(style.module for style in styles if style.module.endswith(".py"))]
    what = {
        "label": target,
        "names": list(suite.primitives),
        "readable": readable,
        "told": dict(settings.choice.told.primitives),
        **_placed(target, suite, folder),
    }
    return _trusted(Remote(server, what, settings.timeout))


def _styles(target: str, suite: Suite, settings: Settings) -> list[Room]:
    """Return the styles that a target's code may follow."""
    own = is_program(target) or target in suite.implementations()
    return [] if own else settings.choice.styles(suite.package)


def _trusted(remote: Remote) -> Remote:
    """Return what lives in a worker that is shut in as was promised."""
    less = set(remote.protection.open) - set(protection().open)
    if less:
        remote.close()
        raise SuiteFault(f"a worker is not shut in as it was when that was tried: open is {', '.join(sorted(less))}")
    return remote


def _subject(remote: Remote, target: str, suite: Suite, settings: Settings) -> Subject:
    styles = _styles(target, suite, settings)
    functions = {n: RemoteFunction(remote, n, entry) for n, entry in remote.functions.items() if n in suite.primitives}
    found = foreign.read(remote, functions, styles, suite, settings) if styles else NOBODY
    if styles:
        functions |= _as_told(remote, found, suite, settings)
    return made_of(target, functions, suite, remote.unclear, found, remote.loaded)


def _as_told(remote: Remote, foreign: Understood, suite: Suite, settings: Settings) -> dict[str, RemoteFunction]:
    """Return the functions that a mapping file names and no style asks: they take the catalogue's arguments.

    Raises:
        UsageError: the file names what does not exist.
    """
    found = {}
    for name, theirs in settings.choice.told.primitives.items():
        suite.primitive(name)
        entry = remote.functions.get(f"told {name}")
        if entry is None:
            raise UsageError(f"The mapping says that {name} is {theirs}, and there is no such function.")
        if name not in foreign.functions:
            found[name] = RemoteFunction(remote, f"told {name}", replace(entry, name=theirs))
    return found


def _placed(target: str, suite: Suite, folder: Path) -> dict[str, Any]:
    """Copy the code of a target to where workers may read it; return how they load it from there."""
    if target in suite.implementations():
        missing = suite.missing(target)
        if missing:
            raise CannotJudge(f"{target} needs {' and '.join(missing)}; not installed.")
        return _by_path(Path(suite.implementations()[target].__path__[0]), folder, alone=True)
    if is_path(target):
        return _by_path(Path(target), folder)
    top = target.partition(".")[0]
    # The suite's own code is hidden from workers; what of it is to be judged is copied by itself.
    mine = top == suite.package
    found = importlib.util.find_spec(target if mine else top)
    origin = (found.submodule_search_locations or [found.origin or ""])[0] if found else None
    if origin is None:
        raise CannotJudge(f"{target} is found nowhere.")
    if mine:
        return _by_path(Path(origin), folder, alone=True)
    if str(origin).startswith((*sysconfig.get_paths().values(), "built-in", "frozen")):
        return {"target": target, "by": "name"}
    scratch.copy_in(Path(origin), folder)
    return {"target": target, "by": "name", "path": [str(folder)]}


def _by_path(path: Path, folder: Path, *, alone: bool = False) -> dict[str, Any]:
    return {"target": str(scratch.copy_in(path, folder, alone=alone)), "by": "path"}
