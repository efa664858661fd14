"""The safetensors format: a JSON header and raw little-endian buffers. No pickle, nothing in a file can run.

https://huggingface.co/docs/safetensors — 8 bytes of header length, the header, the buffers. This reader is strict: it
refuses unknown types, buffers that overlap or leave gaps, and sizes that do not fit, before it takes any memory.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "|i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "|u1", "BOOL": "|b1",
}  # fmt: skip
_CODES = {np.dtype(code): name for name, code in TYPES.items()}
_LARGEST_HEADER = 100_000_000


class MalformedTensors(ValueError):
    """The bytes are not what the format allows."""


@dataclass(frozen=True)
class Layout:
    """What a header says: type, shape and place of each array, the texts, and how many bytes follow."""

    arrays: Mapping[str, tuple[np.dtype[Any], tuple[int, ...], int]]
    metadata: dict[str, str]
    size: int


def encode(tensors: Mapping[str, NDArray[Any]], metadata: Mapping[str, str] | None = None) -> bytes:
    """Return arrays by name, and texts, as one message.

    Raises:
        KeyError: an array has a type that the format does not know.
    """
    return b"".join(pieces(tensors, metadata))


def pieces(tensors: Mapping[str, NDArray[Any]], metadata: Mapping[str, str] | None = None) -> list[Any]:
    """Return a message as the buffers that follow one another in it; large arrays are not copied.

    Raises:
        KeyError: an array has a type that the format does not know.
    """
    header: dict[str, Any] = {"__metadata__": dict(metadata)} if metadata else {}
    buffers: list[Any] = []
    position = 0
    for name, array in tensors.items():
        dtype = array.dtype.newbyteorder("<")
        header[name] = {
            "dtype": _CODES[dtype],
            "shape": list(array.shape),
            "data_offsets": [position, position + array.nbytes],
        }
        if array.nbytes:
            buffers.append(np.asarray(array, dtype, order="C").reshape(-1).view(np.uint8).data)
        position += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return [len(text).to_bytes(8, "little") + text, *buffers]


def layout(text: bytes) -> Layout:
    """Read a header.

    Raises:
        MalformedTensors: it breaks the format anywhere.
    """
    try:
        header = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise MalformedTensors(f"the header is no JSON: {error}") from None
    if not isinstance(header, dict):
        raise MalformedTensors("the header is no JSON object")
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(v, str) for v in metadata.values()):
        raise MalformedTensors("the metadata are not texts")
    arrays: dict[str, tuple[np.dtype[Any], tuple[int, ...], int]] = {}
    position = 0
    for name, entry in header.items():
        dtype, shape, start, end = _entry(name, entry)
        if start != position:
            raise MalformedTensors(f"the buffer of {name} overlaps another or leaves a gap")
        arrays[name] = dtype, shape, start
        position = end
    return Layout(arrays, metadata, position)


def views(found: Layout, data: bytes | bytearray | memoryview) -> dict[str, NDArray[Any]]:
    """Return the arrays that a header describes, as views of the bytes that follow it.

    Raises:
        MalformedTensors: NumPy has no array of that shape.
    """
    arrays = {}
    for name, (dtype, shape, start) in found.arrays.items():
        count = math.prod(shape)
        try:
            flat = np.frombuffer(data, dtype, count, start) if count else np.empty(0, dtype)
            arrays[name] = flat.reshape(shape)
        except ValueError as error:
            raise MalformedTensors(f"the shape of {name}: {error}") from None
    return arrays


def decode(data: bytes) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
    """Return the arrays (read-only views of the bytes) and the texts of a message.

    Raises:
        MalformedTensors: the bytes break the format anywhere.
    """
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > min(len(data) - 8, _LARGEST_HEADER):
        raise MalformedTensors("the header is longer than the data")
    found = layout(data[8 : 8 + size])
    if found.size > len(data) - 8 - size:
        raise MalformedTensors("a buffer ends outside of the data")
    if found.size < len(data) - 8 - size:
        raise MalformedTensors("there are bytes that belong to no array")
    return views(found, memoryview(data)[8 + size :]), found.metadata


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise MalformedTensors("the header names something twice")
    return dict(pairs)


def _no_number(name: str) -> Any:
    raise MalformedTensors(f"the header holds {name}, which is no number of JSON")


def _entry(name: str, entry: Any) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise MalformedTensors(f"the entry of {name} has the wrong fields")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if str(entry["dtype"]) not in TYPES or not _sizes(shape) or not _sizes(offsets) or len(offsets) != 2:
        raise MalformedTensors(f"the entry of {name} is malformed")
    dtype = np.dtype(TYPES[str(entry["dtype"])])
    count = 1
    for length in shape:
        count *= length
    if offsets[1] - offsets[0] != count * dtype.itemsize:
        raise MalformedTensors(f"the buffer of {name} does not have the size of its shape")
    return dtype, tuple(shape), offsets[0], offsets[1]


def _sizes(values: Any) -> bool:
    return (
        isinstance(values, list)
        and len(values) <= 32
        and all(isinstance(v, int) and not isinstance(v, bool) and 0 <= v < 2**48 for v in values)
    )
