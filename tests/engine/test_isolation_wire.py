"""The wire: what is malformed is refused before it costs anything, and what is well-formed arrives as it was."""

import json
import os
import socket
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from primcheck.isolation import scratch, values
from primcheck.isolation.wire import Closed, Late, Wire
from primcheck.manner import Described
from primcheck.tensors import MalformedTensors

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no socket pairs")

ENTRY = {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}


def received(data: bytes, most: int = 1 << 20, seconds: float = 1.0) -> Any:
    """Return what a wire makes of some bytes."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        return Wire(ours).receive(most, time.monotonic() + seconds)


def message(header: Any, data: bytes = b"") -> bytes:
    """Return a message with a header that may be wrong."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 8,
        message(b"[" * 100_000),
        message(b"no json"),
        message(b"[]"),
        message(b'{"a": NaN}'),
        message(b'{"a": 1, "a": 2}'),
        message(b'{"a": {"dtype": "F64", "shape": [' + b"9" * 5000 + b'], "data_offsets": [0, 8]}}'),
        message({"a": ENTRY, "b": ENTRY}, bytes(8)),
        message({"a": {**ENTRY, "data_offsets": [8, 16]}}, bytes(16)),
        message({"a": {**ENTRY, "dtype": "O"}}, bytes(8)),
        message({"a": {**ENTRY, "dtype": ["F64"]}}, bytes(8)),
        message({"a": {**ENTRY, "shape": [True]}}, bytes(8)),
        message({"a": {**ENTRY, "shape": [-1]}}, bytes(8)),
        message({"a": {**ENTRY, "shape": [2]}}, bytes(8)),
        message({"a": {**ENTRY, "more": 1}}, bytes(8)),
        message({"a": {"dtype": "F64", "shape": [1 << 40], "data_offsets": [0, 8 << 40]}}),
        message({"a": {"dtype": "F64", "shape": [0, 1 << 47, 1 << 47], "data_offsets": [0, 0]}}),
        message({"a": {"dtype": "F64", "shape": [1 << 20], "data_offsets": [0, 8 << 20]}}),
        message({"__metadata__": {"call": 1}}),
        message({"__metadata__": ["call"]}),
    ],
    ids=lambda data: repr(data[8:40]),
)
def test_what_is_malformed_is_refused(data: bytes) -> None:
    """At once, whatever it announces."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        started = time.monotonic()
        with pytest.raises(MalformedTensors):
            Wire(ours).receive(1 << 20, started + 5)
        assert time.monotonic() - started < 1


def test_what_stops_halfway() -> None:
    """An end that closes is told from one that waits."""
    with pytest.raises(Late):
        received(message({"a": ENTRY}, bytes(4)), seconds=0.2)
    ours, theirs = socket.socketpair()
    theirs.sendall(message({"a": ENTRY}, bytes(4)))
    theirs.close()
    with ours, pytest.raises(Closed):
        Wire(ours).receive(100, time.monotonic() + 1)


def test_who_does_not_read_is_late() -> None:
    """Sending has a deadline too."""
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(Late):
        Wire(ours).send({"a": np.zeros(1 << 22)}, {}, time.monotonic() + 0.2)


def test_arrays_arrive_as_they_were() -> None:
    """Every type that is judged, in any storage, also without elements and without axes."""
    arrays = {
        "a": np.arange(6.0).reshape(2, 3).T,
        "b": np.array(1.5, np.float32),
        "c": np.zeros((0, 4), bool),
        "d": np.arange(4, dtype=">i8")[::-1],
        "e": np.arange(3, dtype=np.uint16),
    }
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Wire(theirs).send(arrays, {"call": "1"})
        found, said = Wire(ours).receive(1000, time.monotonic() + 1)
    assert said == {"call": "1"}
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)
        assert found[name].dtype == array.dtype.newbyteorder("=")


def test_arguments_arrive_as_they_were() -> None:
    """Numbers to the last bit, lists, tuples, texts and generators."""
    packer = values.Packer("a")
    sent = [0.1, 3, True, None, "same", float("inf"), (1, 2), [np.ones(2)], np.float32(0.1), np.random.default_rng(5)]
    said = values.read(values.write([packer.argument(one) for one in sent]))
    *found, rng = (values.argument(one, packer.tensors) for one in said)
    assert found[:7] == sent[:7]
    assert found[7][0].tolist() == [1.0, 1.0]
    assert type(found[8]) is np.float32
    assert found[8] == np.float32(0.1)
    assert rng.random() == np.random.default_rng(np.random.default_rng(5).integers(2**32)).random()
    with pytest.raises(TypeError, match="a set cannot be sent"):
        packer.argument({1})


@pytest.mark.parametrize(
    "text", ["", "7 7", "{}", '{"tensor": "b"}', '{"tuple": 3}', '{"eval": "1"}', '"text"', "[" * 9999]
)
def test_results_that_make_no_sense(text: str) -> None:
    """They are malformed, and nothing else happens."""
    with pytest.raises(MalformedTensors):
        values.results(text, {"a": np.ones(1)})


def test_results_that_are_described() -> None:
    """What is not sent is told, in harmless words."""
    assert values.results('{"is": "dict\\u001b[2J"}', {}) == Described("dict [2J")
    assert values.results('{"is": "a", "shape": [2, 3]}', {}) == Described("a", (2, 3))
    huge = values.Packer("r", most=100)
    assert huge.result(np.broadcast_to(0.0, (1 << 20, 1 << 20))) == {"is": "ndarray", "shape": [1 << 20, 1 << 20]}
    assert not huge.tensors


def test_links_are_not_followed_out(tmp_path: Path) -> None:
    """The judge may read what the code may not: a link must not make it fetch that."""
    (tmp_path / "secret.txt").write_text("42")
    package = tmp_path / "theirs"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "data.txt").write_text("1")
    os.symlink(tmp_path / "secret.txt", package / "stolen.txt")
    os.symlink(tmp_path, package / "everything")
    os.symlink(package / "data.txt", package / "same.txt")
    folder = tmp_path / "copy"
    folder.mkdir()
    scratch.copy_in(package, folder)
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == ["__init__.py", "data.txt", "same.txt"]


def test_a_neighbour_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """Neither where a file asks for it by an import."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "answers.py").write_text("x = 42")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "file.py").write_text("import answers, other\n")
    (theirs / "other.py").write_text("")
    os.symlink(tmp_path / "elsewhere" / "answers.py", theirs / "answers.py")
    folder = tmp_path / "copy"
    folder.mkdir()
    scratch.copy_in(theirs / "file.py", folder)
    assert sorted(p.name for p in folder.iterdir()) == ["file.py", "other.py"]


def test_folders_of_any_depth_are_removed(tmp_path: Path) -> None:
    """Deeper than any path, without rights, with links that lead out."""
    folder = tmp_path / "deep"
    folder.mkdir()
    (tmp_path / "kept").mkdir()
    here = os.getcwd()
    os.chdir(folder)
    try:
        for i in range(1200):
            os.mkdir("abcdefghij")
            if i % 300 == 0:
                os.symlink(tmp_path / "kept", "link")
            os.chdir("abcdefghij")
        os.chmod(".", 0)
    finally:
        os.chdir(here)
    scratch.remove(folder)
    assert not folder.exists()
    assert (tmp_path / "kept").exists()
