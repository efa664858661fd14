"""The server: a process that has imported NumPy and nothing secret, and forks a worker whenever one is needed.

A fork takes a few milliseconds where a new Python with NumPy takes a hundred. The server runs no code that is judged;
it ends when the judge's end of its wire is closed, and takes all workers and folders with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

# Imported here once, and there in every worker from its start: none of them knows a question or an answer.
from primcheck.isolation import scratch, worker
from primcheck.styles.rooms import rooms

_DYING = 2.0


def main(descriptor: int) -> None:
    """Serve the judge at the other end of a descriptor."""
    control = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    common: dict[str, Any] = {}
    workers: set[int] = set()
    rooms("primcheck")
    try:
        while True:
            request, given = receive(control)
            if request is None:
                break
            if request["do"] == "know":
                common = request
                send(control, {"path": sys.path})
            elif request["do"] == "start":
                process = _fork(control, {**common, **request}, given)
                workers.add(process)
                send(control, {"process": process})
            else:
                process = request["process"]
                workers.discard(process)
                send(control, {"how": _end(process, at_once=request["at_once"])})
    finally:
        for process in workers:
            _end(process, at_once=True)
        if common:
            scratch.remove(Path(common["base"]))


def send(control: socket.socket, message: dict[str, Any], descriptors: tuple[int, ...] = ()) -> None:
    """Send one message, and descriptors with it."""
    text = json.dumps(message).encode()
    socket.send_fds(control, [len(text).to_bytes(8, "little")], descriptors)
    control.sendall(text)


def receive(control: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    """Return the next message with the descriptors that came with it; nothing where the other end is gone."""
    with contextlib.suppress(OSError):
        head, descriptors, _, _ = socket.recv_fds(control, 8, 4)
        text = bytearray()
        size = int.from_bytes(head, "little")
        while head and len(text) < size:
            more = control.recv(size - len(text))
            if not more:
                return None, descriptors
            text += more
        if head:
            return json.loads(text), descriptors
    return None, []


def _fork(control: socket.socket, start: dict[str, Any], given: list[int]) -> int:
    process = os.fork()
    if process:
        for descriptor in given:
            os.close(descriptor)
        return process
    try:
        control.close()
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        end = given[0]
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.closerange(3, end)
        os.closerange(end + 1, 4096)
        worker.run(socket.socket(fileno=end), start)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _end(process: int, *, at_once: bool) -> str:
    """End a worker, and whatever it started, and say how it ended by itself, if it did."""
    alive = True
    # Its end of the wire closes a moment before the process is gone; on a busy machine the moment is long.
    until = time.monotonic() + (0.0 if at_once else _DYING)
    status = 0
    while alive:
        gone, status = os.waitpid(process, os.WNOHANG)
        alive = gone == 0
        if time.monotonic() >= until:
            break
        time.sleep(0.002)
    with contextlib.suppress(OSError):
        os.killpg(process, signal.SIGKILL)
    if alive:
        with contextlib.suppress(OSError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return ""
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


if __name__ == "__main__":
    main(int(sys.argv[1]))
