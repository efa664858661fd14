"""Functions that live in a worker, in the shape of ordinary ones: a subject is made of them, and judged like any other."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck import inventory
from primcheck.faults import CannotJudge, SuiteFault, UsageError
from primcheck.inventory import Entry, Inventory
from primcheck.isolation import values
from primcheck.isolation.fence import Bounds
from primcheck.isolation.wire import Closed, Late
from primcheck.isolation.workers import Overfull, Server, Worker
from primcheck.loading import TROUBLE, UNLOADED
from primcheck.manner import Lost, Manner, Refused
from primcheck.tensors import MalformedTensors
from primcheck.texts import clean

_ROOM = 64 << 20
"""Bytes that a reply may hold where nothing says how large it should be."""

_INVENTORY = 4 << 20
"""Bytes that the inventories of a target's modules may take."""

_TROUBLES = 50
_NOTES = 8
_MOMENT = 0.05


class Remote:
    """One target in workers, one after the other: where one is lost, the next call has a fresh one."""

    def __init__(self, server: Server, what: Mapping[str, Any], timeout: float, bounds: Bounds | None = None) -> None:
        self._server, self._what, self._timeout, self._bounds = server, what, timeout, bounds
        self._numbers = itertools.count(1)
        self._worker: Worker | None = None
        self._plan: Any = None
        self.label = str(what["label"])
        worker, said, arrays = self._loaded()
        self.protection = worker.protection
        self.functions: Inventory = _entries(said.get("functions", "[]"))
        self.inventories: list[Inventory] = [_entries(array.tobytes().decode("utf-8", "replace")) for array in arrays]
        self.declining = frozenset(_names(said.get("declining", "[]")))
        self.loaded = _loaded(said.get("loaded", "{}"))
        self.unclear = _texts(said.get("unclear", "{}"), what.get("names", ()))

    def resolve(self, plan: Any) -> None:
        """Have workers make functions of the code in a foreign style; `plan` is what JSON can hold."""
        self._plan = plan
        self.call(lambda number: {"call": number, "plan": values.write(plan)}, {}, 0)

    def call(
        self, request: Callable[[str], dict[str, str]], tensors: Mapping[str, NDArray[Any]], most: int
    ) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
        """Send one request; return arrays and texts of the reply.

        Raises:
            Lost: the worker is late or gone, or says what is no answer. It is ended.
        """
        worker = self._worker or self._again()
        number = str(next(self._numbers))
        deadline = time.monotonic() + self._timeout
        try:
            if not worker.wire.idle:
                raise Closed if self._quiet(worker) else MalformedTensors("it speaks before it is asked")
            worker.wire.send(tensors, request(number), deadline)
            arrays, said = worker.wire.receive(most, deadline)
            if said.get("call") != number:
                raise MalformedTensors("it answers what it was not asked")
            worker.measure()
        except Late:
            self.end(at_once=True)
            raise Lost("timeout", f"no answer within {self._timeout:g} s") from None
        except Closed:
            how = self.end(at_once=False)
            text = f"the process ended ({how}) during the call" if how else "stopped answering"
            raise Lost("crashed", text) from None
        except Overfull:
            self.end(at_once=True)
            raise Lost("crashed", "writes more to the disk than it may") from None
        except MalformedTensors as error:
            self.end(at_once=True)
            raise Lost("crashed", f"what the process sends is no answer: {clean(error, 100)}") from None
        return arrays, said

    def end(self, *, at_once: bool) -> str:
        """End the worker, if there is one; return how it ended by itself."""
        worker, self._worker = self._worker, None
        return worker.end(at_once=at_once) if worker else ""

    def close(self) -> None:
        """End the worker for good."""
        self.end(at_once=True)

    def _quiet(self, worker: Worker) -> bool:
        """Tell whether a worker that has something to say has only left."""
        try:
            worker.wire.receive(0, time.monotonic() + _MOMENT)
        except Closed:
            return True
        except (Late, MalformedTensors):
            pass
        return False

    def _again(self) -> Worker:
        try:
            worker, said, _ = self._loaded()
        except (CannotJudge, UsageError, SuiteFault) as error:
            raise Lost("crashed", f"does not load again: {clean(error)}") from None
        if set(_entries(said.get("functions", "[]"))) != set(self.functions):
            self.end(at_once=True)
            raise Lost("crashed", "defines other functions when it is loaded again")
        if self._plan is not None:
            self.resolve(self._plan)
        return worker

    def _loaded(self) -> tuple[Worker, dict[str, str], list[NDArray[Any]]]:
        """Start a worker and let it load the target.

        Raises:
            UsageError: there is nothing of that name.
            CannotJudge: it does not load.
        """
        self._worker = worker = self._server.start(self._what, self._timeout, self._bounds)
        try:
            arrays, said = worker.wire.receive(_INVENTORY, time.monotonic() + self._timeout)
        except Late:
            self.end(at_once=True)
            raise CannotJudge(f"{self.label} does not finish loading within {self._timeout:g} s.") from None
        except Closed:
            self.end(at_once=False)
            raise CannotJudge(f"{self.label} ends the process while it loads.") from None
        except Overfull:
            self.end(at_once=True)
            raise CannotJudge(f"{self.label} writes more to the disk than it may while it loads.") from None
        except MalformedTensors as error:
            self.end(at_once=True)
            raise CannotJudge(f"{self.label} does not load: {clean(error, 100)}.") from None
        if "refused" in said:
            self.end(at_once=True)
            raise (UsageError if said.get("usage") == "true" else CannotJudge)(clean(said["refused"], 500))
        return worker, said, list(arrays.values())[: inventory.MOST]


class RemoteFunction:
    """A function in a worker. It takes and returns what an ordinary one does.

    `expected`, the shapes that its results should have, bounds what may come back; `seed` is for NumPy's global generator
    at the next call; `told` is what the last call warned of and printed.
    """

    def __init__(self, remote: Remote, name: str, entry: Entry | None, manner: Manner | None = None) -> None:
        self.remote, self.name = remote, name
        self.manner = replace(manner or Manner(), isolated=True)
        self.__name__ = self.__qualname__ = entry.name if entry else name
        self.__module__ = entry.module if entry else remote.label
        signature = inventory.signature(entry.parameters) if entry else None
        # What is no signature says that there is none to be had.
        self.__signature__: Any = signature or 0
        self.seed: int | None = None
        self.told: tuple[str, ...] = ()
        self.expected: tuple[tuple[int, ...], ...] | None = None
        self.declines = self._declines if name in remote.declining else None
        self._memory: int | None = None
        self._questions = itertools.count(1)

    def begin(self) -> RemoteFunction:
        """Return the function for one question: what it keeps between its calls is kept for that question alone."""
        self._memory = next(self._questions)
        return self

    def _declines(self, **arguments: Any) -> Any:
        """Ask the `declines` that stands beside the function, where there is one; return its reason."""
        _, said = self._ask([], arguments, declines="true")
        return said.get("text", "")

    def __call__(self, *positional: Any, **named: Any) -> Any:
        """Have the worker call it.

        Raises:
            Lost: there is no answer.
            Refused: the code raised an exception.
        """
        arrays, said = self._ask(list(positional), named)
        try:
            return values.results(said.get("results"), arrays)
        except MalformedTensors as error:
            self.remote.end(at_once=True)
            raise Lost("crashed", f"what the process sends is no answer: {clean(error, 100)}") from None

    def _ask(self, positional: list[Any], named: dict[str, Any], **more: str) -> tuple[dict[str, Any], dict[str, str]]:
        packer = values.Packer("a")
        texts = {
            "function": self.name,
            "arguments": values.write([packer.argument(value) for value in positional]),
            "options": values.write({name: packer.argument(value) for name, value in named.items()}),
            **more,
        }
        given = packer.tensors
        most = self._room(given)
        texts["most"] = str(most)
        if self._memory is not None:
            texts["memory"] = str(self._memory)
        if self.seed is not None:
            texts["seed"] = str(self.seed)
        self.seed = self.expected = None
        room = most + sum(array.nbytes for array in given.values())
        arrays, said = self.remote.call(lambda number: {"call": number, **texts}, given, room)
        self.told = _notes(said.get("told", "[]"))
        _write_back(given, arrays, said.get("changed", "[]"))
        if "raised" in said:
            raise Refused(clean(said["raised"], 400))
        return {name: array for name, array in arrays.items() if name not in given}, said

    def _room(self, given: Mapping[str, NDArray[Any]]) -> int:
        """Return how many bytes the results may take."""
        if self.expected is None or any(length < 0 for shape in self.expected for length in shape):
            return _ROOM + 4 * sum(array.nbytes for array in given.values())
        # Eight bytes an element are the widest kind; a little more lets a wrong shape be told with its values.
        return 4096 + sum(8 * int(np.prod(shape, dtype=np.int64)) for shape in self.expected)


def _write_back(given: Mapping[str, NDArray[Any]], arrays: Mapping[str, NDArray[Any]], text: str) -> None:
    """Do to the inputs here what the call did to their copies there, so that it is seen."""
    try:
        changed = [name for name in values.read(text) if name in given]
    except (TypeError, ValueError):
        return
    for name in changed:
        ours, theirs = given[name], arrays.get(name)
        if theirs is not None and theirs.shape == ours.shape and theirs.dtype == ours.dtype:
            ours[...] = theirs
        elif ours.size:
            # It has another shape or type there now; here it has other bytes, which is as much a change.
            raw = ours.reshape(-1).view(np.uint8)
            np.invert(raw, out=raw)


def _notes(text: str) -> tuple[str, ...]:
    try:
        said = values.read(text)
    except ValueError:
        return ()
    return tuple(clean(one, 200) for one in said[:_NOTES] if isinstance(one, str)) if isinstance(said, list) else ()


def _entries(text: str) -> Inventory:
    """Read what a worker says that there is: names, or entries of an inventory.

    Raises:
        CannotJudge: it makes no sense.
    """
    try:
        said = values.read(text)
        if isinstance(said, list) and all(isinstance(one, str) for one in said):
            return {name: Entry(name, "", None) for name in said[: inventory.MOST]}
        return inventory.from_json(said)
    except (ValueError, TypeError) as error:
        raise CannotJudge("What the process says of its functions makes no sense.") from error


def _names(text: str) -> list[str]:
    try:
        said = values.read(text)
    except ValueError:
        return []
    return [one for one in said if isinstance(one, str)] if isinstance(said, list) else []


def _loaded(text: str) -> dict[str, Any]:
    """Return what a worker says of how loading went."""
    try:
        said = values.read(text)
        trouble, unloaded = said.get(TROUBLE), said.get(UNLOADED)
        found: dict[str, Any] = {TROUBLE: tuple(clean(one) for one in trouble[:_TROUBLES])} if trouble else {}
        return found | ({UNLOADED: clean(unloaded, 500)} if unloaded else {})
    except (ValueError, TypeError, AttributeError):
        return {}


def _texts(text: str, names: Any) -> dict[str, str]:
    try:
        said = values.read(text)
    except ValueError:
        return {}
    if not isinstance(said, dict):
        return {}
    return {name: clean(why) for name, why in said.items() if name in set(names)}
