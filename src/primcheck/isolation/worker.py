"""The worker: shuts itself in, loads the code to judge, and answers calls. Everything in here may be spoiled by that
code, so nothing that it says is believed but the bytes of the arrays that it was asked for.
"""

from __future__ import annotations

import contextlib
import os
import random
import socket
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from primcheck import inventory
from primcheck.faults import CannotJudge, UsageError
from primcheck.isolation import canaries, values
from primcheck.isolation.fence import Bounds, Ground, shut_in
from primcheck.isolation.wire import Closed, Wire
from primcheck.loading import TROUBLE, UNLOADED, load_module, load_path, where
from primcheck.mending import told
from primcheck.noticed import Printed, noticed
from primcheck.offering import functions_of, parts
from primcheck.styles.adapting import Adapted, adapted
from primcheck.styles.plan import from_json
from primcheck.styles.reading import inventory_of
from primcheck.tampering import put_back
from primcheck.texts import clean

_SEVERAL = 8
_ROOM = 64 << 20


def run(end: socket.socket, start: Mapping[str, Any]) -> None:
    """Be a worker until the judge closes the wire. `start` says what the server was told; see `server`."""
    wire = Wire(end)
    ground = Ground(start["readable"], start["scratch"], start.get("programs", ()))
    os.chdir(ground.scratch)
    os.environ.clear()
    os.environ.update(start["environment"])
    layers = shut_in(ground, Bounds(**start["bounds"]))
    opened = canaries.what_is_open(start["judge"], Path(start["outside"]))
    # Told before any of the code has run, so that it cannot be made up.
    wire.send({}, {"layers": values.write(layers), "open": values.write(opened)})
    if start.get("command"):
        _become(end, start["command"])
    with contextlib.suppress(Closed):
        _serve(wire, start)


def _become(end: socket.socket, command: list[str]) -> None:
    """Become a program that speaks the protocol on its standard input and output."""
    for descriptor in (0, 1):
        os.dup2(end.fileno(), descriptor)
    os.set_blocking(0, True)
    os.execvp(command[0], command)


def _serve(wire: Wire, start: Mapping[str, Any]) -> None:
    if not start.get("target"):
        return
    try:
        module = _load(start)
        functions, unclear = functions_of(start["label"], module, start["names"])
        modules = list(parts(start["label"], module, start["names"], {}))
    except (CannotJudge, UsageError) as error:
        wire.send({}, {"refused": _by_label(str(error), start), "usage": values.write(isinstance(error, UsageError))})
        return
    functions |= {f"told {name}": function for name, function in _told_of(module, start["told"]).items()}
    put_back()
    found = ModuleType("found")
    vars(found).update(functions)
    declining = [name for name, function in functions.items() if callable(_declines(function))]
    offered = values.write(inventory.as_json(inventory.take(found)))
    inventories = {f"part {i}": _text(inventory_of(part, module)) for i, part in enumerate(modules)}
    wire.send(
        inventories,
        {
            "protocol": "1",
            "functions": offered,
            "declining": values.write(declining),
            "unclear": _by_label(values.write(unclear), start),
            "loaded": _by_label(values.write({key: vars(module).get(key) for key in (TROUBLE, UNLOADED)}), start),
        },
    )
    memories: dict[str, Callable[..., Any]] = {}
    while True:
        tensors, request = wire.receive()
        if "plan" in request:
            functions |= resolve(modules, values.read(request["plan"]))
            wire.send({}, {"call": request["call"]})
            continue
        function = _remembering(functions, request, memories)
        wire.send(*_answer(function, tensors, request))


def _told_of(module: ModuleType, told: Mapping[str, str]) -> dict[str, Callable[..., Any]]:
    """Return what a person says that is in a module, as far as it is."""
    found = {name: vars(module).get(theirs) for name, theirs in told.items()}
    return {name: function for name, function in found.items() if callable(function)}


def _by_label(text: str, start: Mapping[str, Any]) -> str:
    """Return a text in which the target has the name that it goes by, not that of the copy."""
    return text.replace(str(start["target"]), str(start["label"]))


def resolve(modules: list[ModuleType], plans: list[dict[str, Any]]) -> dict[str, Callable[..., Any]]:
    """Return, by the names that they will be called by, the functions that plans make of the code of modules."""
    return {one["name"]: adapted(from_json(one["plan"]), vars(modules[one["part"]])) for one in plans}


def _declines(function: Callable[..., Any]) -> Any:
    """Return the `declines` that stands beside a function, if there is one."""
    return getattr(sys.modules.get(getattr(function, "__module__", None) or ""), "declines", None)


def _load(start: Mapping[str, Any]) -> ModuleType:
    sys.path.extend(start["path"])
    return load_path(start["target"]) if start["by"] == "path" else load_module(start["target"])


def _remembering(
    functions: Mapping[str, Callable[..., Any]], request: Mapping[str, str], memories: dict[str, Callable[..., Any]]
) -> Callable[..., Any]:
    """Return the function that a call is for; one that keeps a state has one for each question, and forgets old ones."""
    name, memory = request["function"], request.get("memory")
    function = functions[name]
    if "declines" in request:
        return _declines(function) or (lambda **_: None)
    begin = getattr(function, "begin", None) if isinstance(function, Adapted) else None
    if memory is None or begin is None:
        return function
    memory = f"{name} {memory}"
    if memory not in memories:
        memories[memory] = begin()
        for old in list(memories)[:-_SEVERAL]:
            del memories[old]
    return memories[memory]


def _answer(
    function: Callable[..., Any], tensors: Mapping[str, Any], request: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Make one call; return the arrays and the texts of the reply."""
    # Copies, so that the code has arrays like any other, and what it did to them is seen.
    given = {name: np.array(array) for name, array in tensors.items()}
    positional = [values.argument(one, given) for one in values.read(request["arguments"])]
    named = {name: values.argument(one, given) for name, one in values.read(request["options"]).items()}
    if "seed" in request:
        np.random.seed(int(request["seed"]))
        random.seed(int(request["seed"]))
    reply = {"call": request["call"]}
    printed = Printed()
    packer = values.Packer("r", int(request.get("most", _ROOM)))
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed), np.errstate():
        warnings.simplefilter("always")
        try:
            result = function(*positional, **named)
            if isinstance(result, str) or result is None:
                reply["text"] = "" if result is None else clean(result)
            several = result if isinstance(result, tuple) else None
            reply["results"] = values.write(packer.result(result if several is None else several))
        except BaseException as error:
            reply["raised"] = _said_of(error)
    reply["told"] = values.write(_told(put_back(), warned, printed))
    changed = {name: array for name, array in given.items() if not _same(tensors[name], array)}
    reply["changed"] = values.write(list(changed))
    kept = {name: array for name, array in changed.items() if array.shape == tensors[name].shape}
    return {**packer.tensors, **{n: a for n, a in kept.items() if a.dtype == tensors[n].dtype}}, reply


def _text(found: inventory.Inventory) -> Any:
    return np.frombuffer(values.write(inventory.as_json(found)).encode(), np.uint8)


def _said_of(error: BaseException) -> str:
    try:
        return clean(f"{told(error)}{where(error)}")
    except BaseException:
        # Its text is code as well.
        return type(error).__name__


def _told(replaced: list[str], warned: list[warnings.WarningMessage], printed: Printed) -> list[str]:
    told = [f"replaces {', '.join(replaced[:3])}; put back"] if replaced else []
    return [*told, *noticed(warned, printed)][:_SEVERAL]


def _same(before: Any, after: Any) -> bool:
    unchanged = before.shape == after.shape and before.dtype == after.dtype
    return bool(unchanged) and bool(before.tobytes() == np.ascontiguousarray(after).tobytes())
