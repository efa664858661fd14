"""Programs in any language as subjects: a command that speaks the protocol on its standard input and output."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from primcheck.faults import UsageError
from primcheck.isolation.fence import reachable
from primcheck.isolation.workers import hidden

PREFIX = "worker: "
"""What the name of a target begins with whose rest is a command."""

# What interpreters and compiled programs look up besides what Python's libraries need.
_MORE = "/bin /usr/bin /usr/local/bin /usr/share /usr/libexec /opt /etc/alternatives /etc/ssl/openssl.cnf"


def is_program(target: str) -> bool:
    """Tell whether a target is a command."""
    return target.startswith(PREFIX)


def command_of(target: str) -> list[str]:
    """Return the words of a command; its program and the files that it names by their full paths.

    Raises:
        UsageError: there is no such program.
    """
    try:
        words = shlex.split(target.removeprefix(PREFIX))
    except ValueError as error:
        raise UsageError(f"{target} is no command: {error}.") from error
    program = shutil.which(words[0]) if words else None
    if program is None:
        raise UsageError(f"There is no program {words[0] if words else 'without a name'} to be a worker.")
    return [str(Path(program).resolve()), *(str(Path(w).resolve()) if Path(w).is_file() else w for w in words[1:])]


def started_by(command: Sequence[str]) -> dict[str, Any]:
    """Return what a worker has to be told to become a program: it may read the folders of the files that are named."""
    folders = dict.fromkeys(Path(word).parent for word in command if Path(word).is_file())
    readable = [path for folder in folders for path in reachable(folder, hidden())]
    return {"command": list(command), "programs": [*readable, *_MORE.split()]}
