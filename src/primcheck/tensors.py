"""The safetensors format: a JSON header and raw little-endian buffers. No pickle, nothing in a file can run.

https://huggingface.co/docs/safetensors — 8 bytes of header length, the header, the buffers. This reader is strict: it
refuses unknown types, buffers that overlap or leave gaps, and sizes that do not fit, before it takes any memory.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = {"F64": "<f8", "F32": "<f4", "I64": "<i8", "I32": "<i4", "U8": "|u1", "BOOL": "|b1"}
_CODES = {np.dtype(code): name for name, code in TYPES.items()}
_LARGEST_HEADER = 100_000_000


class MalformedTensors(ValueError):
    """The bytes are not what the format allows."""


def encode(tensors: Mapping[str, NDArray[Any]], metadata: Mapping[str, str] | None = None) -> bytes:
    """Return arrays by name, and texts, as one message.

    Raises:
        KeyError: an array has a type that the format does not know.
    """
    header: dict[str, Any] = {"__metadata__": dict(metadata)} if metadata else {}
    buffers: list[bytes] = []
    position = 0
    for name, array in tensors.items():
        data = np.asarray(array, order="C").tobytes()
        header[name] = {
            "dtype": _CODES[array.dtype],
            "shape": list(array.shape),
            "data_offsets": [position, position + len(data)],
        }
        buffers.append(data)
        position += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return b"".join([len(text).to_bytes(8, "little"), text, *buffers])


def decode(data: bytes) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
    """Return the arrays (read-only views of the bytes) and the texts of a message.

    Raises:
        MalformedTensors: the bytes break the format anywhere.
    """
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > min(len(data) - 8, _LARGEST_HEADER):
        raise MalformedTensors("the header is longer than the data")
    try:
        header = json.loads(data[8 : 8 + size], object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise MalformedTensors(f"the header is no JSON: {error}") from None
    if not isinstance(header, dict):
        raise MalformedTensors("the header is no JSON object")
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(v, str) for v in metadata.values()):
        raise MalformedTensors("the metadata are not texts")
    tensors: dict[str, NDArray[Any]] = {}
    position = 0
    for name, entry in header.items():
        dtype, shape, start, end = _entry(name, entry)
        if start != position or end > len(data) - 8 - size:
            raise MalformedTensors(f"the buffer of {name} overlaps, leaves a gap or ends outside")
        position = end
        tensors[name] = np.frombuffer(data, dtype, count=(end - start) // dtype.itemsize, offset=8 + size + start)
        tensors[name] = tensors[name].reshape(shape)
    if position != len(data) - 8 - size:
        raise MalformedTensors("there are bytes that belong to no array")
    return tensors, metadata


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise MalformedTensors("the header names something twice")
    return dict(pairs)


def _entry(name: str, entry: Any) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise MalformedTensors(f"the entry of {name} has the wrong fields")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if entry["dtype"] not in TYPES or not _sizes(shape) or not _sizes(offsets) or len(offsets) != 2:
        raise MalformedTensors(f"the entry of {name} is malformed")
    dtype = np.dtype(TYPES[entry["dtype"]])
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
