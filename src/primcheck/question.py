"""A case made concrete: the arguments of every call, in one precision, under one convention."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.faults import SuiteFault
from primcheck.spec import REQUIRED, Case, Draw, Each, Output, Primitive, Reject, Rng, Tensor
from primcheck.spec.draws import normal
from primcheck.spec.primitive import Shape

FREE = "?"
"""The symbol of a result's length that only the values decide, such as the number of boxes kept."""


@dataclass(frozen=True)
class Question:
    """What an implementation is asked: one call, or the calls of a trajectory whose state it carries itself."""

    primitive: Primitive
    case: Case
    dtype: str | None
    convention: Mapping[str, str]
    steps: tuple[Mapping[str, Any], ...]
    names: Mapping[str, Any]
    seed: int

    @property
    def precision(self) -> str:
        """The precision in which the answer is judged: float64 where no float array goes in."""
        return self.dtype or "float64"

    @property
    def carried(self) -> tuple[str, ...]:
        """The inputs that a trajectory fills with the previous step's results of the same name."""
        outputs = {output.name for output in self.primitive.outputs}
        return tuple(t.name for t in self.primitive.tensors if t.name in outputs) if len(self.steps) > 1 else ()

    @property
    def exact(self) -> bool:
        """True where the answer must be right to the bit."""
        return self.case.exact

    def rng(self) -> np.random.Generator:
        """Return the generator that a random primitive is handed: the same one every time."""
        return np.random.default_rng(self.seed)

    @cached_property
    def arguments_digest(self) -> str:
        """The digest of what is handed to the implementation, whatever the convention."""
        digest = hashlib.sha256(f"{self.primitive.name} {self.seed if self.primitive.random else ''}".encode())
        for step in self.steps:
            for name, value in step.items():
                if isinstance(value, np.ndarray):
                    digest.update(f"{name} {value.dtype} {value.shape}".encode() + value.tobytes())
                else:
                    digest.update(f"{name}={value!r}".encode())
        return digest.hexdigest()[:24]

    @cached_property
    def digest(self) -> str:
        """The digest of everything that decides the right answer: arguments, convention, precision."""
        text = f"{self.arguments_digest} {self.dtype} {self.exact} {sorted(self.convention.items())}"
        return hashlib.sha256(text.encode()).hexdigest()[:24]

    def output_shape(self, output: Output) -> tuple[int, ...]:
        """Return the shape that a result must have, with -1 for a length that only the values decide."""
        return resolve(output.shape, self.names)

    def output_dtype(self, output: Output) -> np.dtype[Any]:
        """Return the type that a result must have: the inputs' precision unless the spec says otherwise."""
        kinds = {"float": self.precision, "float64": "float64", "bool": "bool", "int": "int64"}
        return np.dtype(kinds[output.dtype])


def ask(
    primitive: Primitive, case: Case, dtype: str | None, convention: Mapping[str, str] | None = None, seed: int = 0
) -> Question:
    """Make a case concrete; its randomness comes from its own id, so that order never matters.

    Raises:
        SuiteFault: the case names something its primitive does not have, or leaves a size open.
    """
    convention = {**primitive.default_convention, **(convention or {})}
    digest = hashlib.sha256(f"{seed}/{primitive.name}/{case.name}".encode()).digest()
    number = int.from_bytes(digest[:8], "little")
    try:
        names = bind(primitive, case, convention)
        steps = tuple(_steps(primitive, case, dtype or "float64", names, number))
    except (SuiteFault, TypeError, ValueError, ArithmeticError) as error:
        raise SuiteFault(f"case {primitive.name} / {case.name}: {error}") from error
    return Question(primitive, case, dtype, convention, steps, names, number)


def questions(
    primitive: Primitive, dtypes: tuple[str, ...], convention: Mapping[str, str] | None = None, seed: int = 0
) -> list[Question]:
    """Return every case of a primitive that applies under a convention, in each precision."""
    asked = {**primitive.default_convention, **(convention or {})}
    kinds: tuple[str | None, ...] = dtypes if primitive.floating else (None,)
    return [
        ask(primitive, case, dtype, asked, seed)
        for case in primitive.cases
        if case.applies(asked)
        for dtype in kinds
        if dtype is None or dtype in case.dtypes
    ]


def resolve(shape: Shape, names: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the numbers behind a symbolic shape.

    Raises:
        SuiteFault: a symbol has no size.
    """
    said = symbols(shape, names)
    if not isinstance(said, str):
        return tuple(said)
    if said == "*":
        if "size" not in names:
            raise SuiteFault("no size for a tensor of any shape")
        return tuple(names["size"])
    names = {**names, FREE: -1}
    missing = [symbol for symbol in said.split() if not symbol.isdigit() and symbol not in names]
    if missing:
        raise SuiteFault(f"no size for {', '.join(missing)}")
    return tuple(int(names.get(symbol, symbol)) for symbol in said.split())


def symbols(shape: Shape, names: Mapping[str, Any]) -> str | tuple[int, ...]:
    """Return what a shape says for these options and sizes: symbols, or numbers where it computes them."""
    return by_name(shape, names) if callable(shape) else shape


def by_name(function: Callable[..., Any], names: Mapping[str, Any]) -> Any:
    """Call a function with the arguments its parameters name."""
    return function(**{name: names[name] for name, demanded in _takes(function) if demanded or name in names})


@cache
def _takes(function: Callable[..., Any]) -> list[tuple[str, bool]]:
    """Return the names of a function's parameters, and whether they must be given."""
    return [(p.name, p.default is p.empty) for p in inspect.signature(function).parameters.values()]


def bind(primitive: Primitive, case: Case, convention: Mapping[str, str]) -> dict[str, Any]:
    """Return every option, convention and size of a case by name."""
    tensors = {tensor.name: tensor for tensor in primitive.tensors}
    others = [item for item in (*primitive.inputs, *primitive.options) if not isinstance(item, Tensor)]
    names: dict[str, Any] = {o.name: o.default for o in others if o.default is not REQUIRED} | dict(convention)
    for name, value in case.values.items():
        if name not in tensors:
            names[name] = value.at(0) if isinstance(value, Each) else value
    for name, tensor in tensors.items():
        draw = case.values.get(name)
        if isinstance(draw, Draw) and draw.shape is not None and not isinstance(case, Reject):
            _unify(names, tensor, draw.shape, case.steps)
    for name, size in primitive.derived.items():
        if name not in names or not isinstance(case, Reject):
            names[name] = by_name(size, names)
    shapes = [*(t.shape for t in primitive.tensors), *(o.shape for o in primitive.outputs)]
    known = {o.name for o in others} | set(convention) | set(primitive.derived) | {"size"}
    said = [symbols(shape, names) for shape in shapes]
    known |= {symbol for shape in said if isinstance(shape, str) for symbol in shape.split()}
    known |= {name for f in (*primitive.derived.values(), *filter(callable, shapes)) for name, _ in _takes(f)}
    strangers = set(case.values) - known - set(tensors)
    if strangers:
        raise SuiteFault(f"{', '.join(sorted(strangers))} is no tensor, option, convention or size")
    return names


def _unify(names: dict[str, Any], tensor: Tensor, shape: tuple[int, ...], steps: int) -> None:
    """Let the shape of given values fix the sizes that the signature names."""
    if callable(tensor.shape):
        return
    if tensor.shape == "*":
        names.setdefault("size", shape)
        return
    symbols = tensor.shape.split()
    if steps > 1 and len(shape) == len(symbols) + 1:
        shape = shape[1:]
    if len(symbols) != len(shape):
        raise SuiteFault(f"{tensor.name} has shape {shape}, the signature says {tensor.shape}")
    for symbol, size in zip(symbols, shape, strict=True):
        if not symbol.isdigit() and names.setdefault(symbol, size) != size:
            raise SuiteFault(f"{tensor.name} makes {symbol} {size}, which is already {names[symbol]}")


def _steps(
    primitive: Primitive, case: Case, dtype: str, names: Mapping[str, Any], seed: int
) -> Iterator[dict[str, Any]]:
    """Yield the arguments of each step, without what is carried and without what is left at its default."""
    outputs = {output.name for output in primitive.outputs}
    arrays: dict[str, NDArray[Any]] = {}
    for position, tensor in enumerate(primitive.tensors):
        carried = case.steps > 1 and tensor.name in outputs
        draw = case.values.get(tensor.name) or tensor.draw or normal()
        if not isinstance(draw, Draw):
            raise SuiteFault(f"{tensor.name} needs a draw, not {draw!r}")
        free = draw.shape is not None and isinstance(case, Reject)
        shape = draw.shape if free and draw.shape is not None else resolve(tensor.shape, names)
        rng = np.random.default_rng([seed, position])
        drawn = draw(rng, shape if carried or case.steps == 1 else (case.steps, *shape))
        arrays[tensor.name] = _as_kind(drawn, tensor, dtype)
    for k in range(case.steps):
        step: dict[str, Any] = {}
        for item in (*primitive.inputs, *primitive.options):
            if isinstance(item, Tensor):
                carried = case.steps > 1 and item.name in outputs
                if carried and k:
                    continue
                array = arrays[item.name]
                step[item.name] = array if carried or case.steps == 1 else array[k]
            elif item.name in case.values:
                value = case.values[item.name]
                step[item.name] = value.at(k) if isinstance(value, Each) else value
            elif item.default is REQUIRED and not isinstance(item, Rng):
                raise SuiteFault(f"{item.name} has no default and no value")
        yield step


def _as_kind(array: NDArray[Any], tensor: Tensor, dtype: str) -> NDArray[Any]:
    kind = {"float": dtype, "bool": "bool", "int": "int64"}[tensor.dtype]
    with np.errstate(over="ignore"):
        cast = np.ascontiguousarray(array.astype(kind)).reshape(array.shape)
    if tensor.dtype != "float" and not np.array_equal(cast, array):
        raise SuiteFault(f"{tensor.name} is drawn as {array.dtype}, which {kind} cannot hold")
    return cast
