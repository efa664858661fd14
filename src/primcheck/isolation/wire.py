"""The wire between judge and worker: messages in the safetensors format over a connected socket.

What comes in is not trusted: how long a message may be is known before it is read, and read before memory is taken.
"""

from __future__ import annotations

import contextlib
import select
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any

from numpy.typing import NDArray

from primcheck.tensors import MalformedTensors, layout, pieces, views

LARGEST_HEADER = 1 << 20
_GLANCE = 0.05
_AT_ONCE = 1 << 20
_GULP = 1 << 16


class Closed(Exception):
    """The other end is gone."""


class Late(Exception):
    """The time is up."""


class Wire:
    """One end. `watching`, where there is one, is called about twenty times a second while the other end is awaited."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self._end = end
        self._poll = select.poll()
        self._read = memoryview(b"")
        self.watching: Callable[[], None] = lambda: None

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._end.fileno()

    def send(
        self, tensors: Mapping[str, NDArray[Any]], metadata: Mapping[str, str], deadline: float | None = None
    ) -> None:
        """Send one message.

        Raises:
            Closed: the other end is gone.
            Late: it does not take the message in time.
        """
        buffers = pieces(tensors, metadata)
        if sum(map(len, buffers)) <= _AT_ONCE:
            buffers = [b"".join(buffers)]
        for piece in buffers:
            rest = memoryview(piece)
            while rest:
                try:
                    rest = rest[self._end.send(rest[:_AT_ONCE]) :]
                except BlockingIOError:
                    self._wait(select.POLLOUT, deadline)
                except OSError as error:
                    raise Closed from error

    def receive(
        self, most: int | None = None, deadline: float | None = None
    ) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
        """Return the arrays and the texts of the next message; the arrays are the caller's own.

        Raises:
            Closed: the other end is gone.
            Late: the message is not complete in time.
            MalformedTensors: it is no message, or its arrays take more than `most` bytes.
        """
        size = int.from_bytes(self._exactly(8, deadline), "little")
        if size > LARGEST_HEADER:
            raise MalformedTensors("its header is too long")
        found = layout(bytes(self._exactly(size, deadline)))
        if most is not None and found.size > most:
            raise MalformedTensors(f"it holds {found.size} bytes, where {most} were the most to come")
        return views(found, self._exactly(found.size, deadline)), found.metadata

    @property
    def idle(self) -> bool:
        """True where nothing is there to be read, not even that the other end is gone."""
        self._poll.register(self._end, select.POLLIN)
        return not self._read and not self._poll.poll(0)

    def close(self) -> None:
        """Close this end."""
        with contextlib.suppress(OSError):
            self._end.close()

    def _exactly(self, size: int, deadline: float | None) -> bytearray:
        data = bytearray(size)
        rest = memoryview(data)
        while rest:
            if deadline is not None and time.monotonic() > deadline and not self._read:
                # Bytes that come one by one are no answer either.
                raise Late
            if self._read:
                count = min(len(rest), len(self._read))
                rest[:count], self._read = self._read[:count], self._read[count:]
                rest = rest[count:]
                continue
            try:
                # A short message comes whole, in one piece; a long one goes where it belongs at once.
                if len(rest) < _GULP:
                    self._read = memoryview(self._end.recv(_GULP))
                    if not self._read:
                        raise Closed
                    continue
                count = self._end.recv_into(rest)
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)
                continue
            except OSError as error:
                raise Closed from error
            if not count:
                raise Closed
            rest = rest[count:]
        return data

    def _wait(self, event: int, deadline: float | None) -> None:
        self._poll.register(self._end, event)
        while True:
            left = _GLANCE if deadline is None else min(_GLANCE, deadline - time.monotonic())
            if left <= 0:
                raise Late
            if self._poll.poll(None if deadline is None else 1000 * left):
                return
            self.watching()
