"""Workers, as the judge sees them: started by a server, asked over a wire, ended when they are late or gone."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import site
import socket
import subprocess
import sys
import tempfile
import time
import weakref
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import primcheck
from primcheck.faults import CannotJudge, SuiteFault
from primcheck.isolation import scratch
from primcheck.isolation.fence import Bounds, library_paths
from primcheck.isolation.protection import Protection
from primcheck.isolation.values import read
from primcheck.isolation.wire import Closed, Late, Wire
from primcheck.tensors import MalformedTensors

_BOOT = (
    "import json, sys; sys.path[:] = [*json.loads(sys.argv[1]), *sys.path]; "
    "from primcheck.isolation.server import main; main(int(sys.argv[2]))"
)
_PATIENCE = 60.0
# One thread: answers do not depend on how many cores are free, and what is not started need not be fenced.
_ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_PASSED_ON = ("LD_LIBRARY_PATH", "OPENBLAS_CORETYPE", "PYTHONHASHSEED")


class Overfull(Exception):
    """The worker wrote more than it may."""


class Server:
    """Starts workers, each with a folder of its own. It must be closed; the folders go with it."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        if not hasattr(socket, "send_fds") or not hasattr(os, "fork"):
            raise CannotJudge("This system has nothing to isolate code with; judge without --isolated.")
        self.bounds = bounds or Bounds()
        self.base = Path(tempfile.mkdtemp(prefix="primcheck-")).resolve()
        # Another user, which workers become where they can, has to get through to its own folder.
        self.base.chmod(0o711)
        self._outside = _outside(self.base)
        self._count = itertools.count()
        self._control, theirs = socket.socketpair()
        self._control.settimeout(_PATIENCE)
        environment = {**_ENVIRONMENT, **{n: os.environ[n] for n in _PASSED_ON if n in os.environ}}
        with (self.base / "server.log").open("wb") as log, theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, json.dumps(_more_path()), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env=environment,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        # Whoever forgets to close it, or is interrupted, leaves nothing behind either.
        self._closing = weakref.finalize(self, _close, os.getpid(), self._control, self._process, self.base)
        self._common: dict[str, Any] = {
            "base": str(self.base),
            "outside": str(self._outside),
            "judge": os.getpid(),
            "bounds": {"memory": self.bounds.memory, "file": self.bounds.file},
            "environment": environment,
        }
        path = self._ask(do="know", **self._common)["path"]
        self._libraries = library_paths(path, hidden())

    def folder(self, name: str) -> Path:
        """Make a folder for code to judge, which workers that are told so may read."""
        place = self.base / f"{name}-{next(self._count)}"
        place.mkdir()
        place.chmod(0o755)
        return place

    def start(self, what: Mapping[str, Any], timeout: float, bounds: Bounds | None = None) -> Worker:
        """Start a worker; `what` says what it is to load, and what it may read for it.

        Raises:
            SuiteFault: it does not get as far as to say how it is fenced in.
        """
        own = self.folder("own")
        ours, theirs = socket.socketpair()
        readable = [*self._libraries, *what.get("readable", ())]
        homes = dict.fromkeys(("HOME", "TMPDIR", "NUMBA_CACHE_DIR", "XDG_CACHE_HOME", "MPLCONFIGDIR"), str(own))
        told: dict[str, Any] = {
            "names": (),
            "path": (),
            "told": {},
            **what,
            "readable": readable,
            "scratch": str(own),
            "environment": {**self._common["environment"], **homes},
        }
        if bounds is not None:
            told["bounds"] = {"memory": bounds.memory, "file": bounds.file}
        with theirs:
            process = self._ask((theirs.fileno(),), do="start", **told)["process"]
        return Worker(self, process, Wire(ours), own, bounds or self.bounds, timeout)

    def end(self, process: int, *, at_once: bool) -> str:
        """End a worker; return how it ended by itself, nothing where it did not."""
        return str(self._ask(do="end", process=process, at_once=at_once)["how"])

    def close(self) -> None:
        """End the server, and with it all workers and their folders."""
        self._closing()

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, descriptors: tuple[int, ...] = (), **request: Any) -> dict[str, Any]:
        from primcheck.isolation.server import receive, send

        try:
            send(self._control, request, descriptors)
            answer, _ = receive(self._control)
        except OSError:
            answer = None
        if answer is None:
            said = (self.base / "server.log").read_text("utf-8", "replace").strip().splitlines()[-1:]
            raise SuiteFault(f"the server of workers does not answer {' '.join(said)}".strip())
        return answer


class Worker:
    """One worker process. It says first how it is fenced in; what it says later is the word of the code it runs."""

    def __init__(self, server: Server, process: int, wire: Wire, own: Path, bounds: Bounds, timeout: float) -> None:
        self.server, self.process, self.wire = server, process, wire
        self._own, self._bounds = own, bounds
        self._ended: str | None = None
        try:
            _, said = wire.receive(0, time.monotonic() + max(timeout, _PATIENCE))
            self.protection = Protection(tuple(read(said["layers"])), tuple(read(said["open"])))
        except (Closed, Late, MalformedTensors, KeyError, ValueError) as error:
            how = self.end(at_once=False)
            raise SuiteFault(f"a worker does not start: {how or type(error).__name__}") from error
        wire.watching = self.measure

    def measure(self) -> None:
        """Look how much it has written.

        Raises:
            Overfull: more than it may.
        """
        if scratch.size(self._own) > self._bounds.disk:
            raise Overfull

    def end(self, *, at_once: bool) -> str:
        """End it, and delete its folder; return how it ended by itself, nothing where it did not."""
        if self._ended is None:
            self.wire.close()
            self._ended = self.server.end(self.process, at_once=at_once)
            scratch.remove(self._own)
        return self._ended


def _close(owner: int, control: socket.socket, process: subprocess.Popen[bytes], base: Path) -> None:
    """End a server, unless this is only a copy of the process that started it."""
    control.close()
    if os.getpid() != owner:
        return
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
    process.kill()
    process.wait()
    scratch.remove(base)


def _outside(base: Path) -> Path:
    """Make a folder that anyone may read and write but for a fence."""
    folder = base / "outside"
    folder.mkdir()
    folder.chmod(0o777)
    (folder / "canary").write_text("sings\n")
    (folder / "canary").chmod(0o666)
    return folder


def _more_path() -> list[str]:
    """Return where workers look for modules besides where Python looks by itself: never where the user happens to be."""
    user = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return [str(Path(primcheck.__file__).parent.parent), *user]


def hidden() -> list[Path]:
    """Return what no worker may read though it lies among the libraries: this package, and a checkout's other folders."""
    package, *more = map(Path, primcheck.__path__)
    prefix = Path(sys.prefix)
    return [package, *(entry for root in more for entry in root.iterdir() if not prefix.is_relative_to(entry))]
