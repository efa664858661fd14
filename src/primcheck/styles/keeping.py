"""What foreign code keeps to itself: masks in caches, weights in objects, gradients that only an optimizer gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.manner import UNSEEN

Array = NDArray[Any]


def first(result: Any) -> Any:
    """Return the first of several results, or the only one."""
    return result[0] if isinstance(result, (tuple, list)) else result


def two_valued(kept: Any, shape: tuple[int, ...]) -> Iterator[Array]:
    """Yield the arrays of a shape that hold 0 and at most one other value, anywhere in what a call left behind: masks."""
    for _, _, array in _arrays(kept):
        if array.shape == shape and len({*np.unique(array).tolist(), 0.0}) <= 2:
            yield array


def mask_of(kept: Any, x: Array, y: Array) -> Array:
    """Return which elements of x were kept: by the mask that a call left behind, or else by what is left of x."""
    found = next((mask for mask in two_valued(kept, x.shape) if mask is not x and not np.array_equal(mask, x)), None)
    return np.asarray((y != 0) | (x == 0) if found is None else found != 0)


def seen(holder: Any, name: str) -> Any:
    """Return an entry or attribute that is an array; else that it cannot be seen."""
    value = _get(holder, name)
    return value if isinstance(value, (np.ndarray, np.generic)) else UNSEEN


def masked(kept: Any, mask: Array, scale: float) -> Any:
    """Put a mask in the place of each mask in what a forward call left behind; return that.

    A mask of truth values stays one; in any other the kept elements become `scale` where they were scaled before.
    """
    shape = mask.shape
    if isinstance(kept, np.ndarray):
        found = next(two_valued(kept, shape), None)
        return kept if found is None else _like(found, mask, scale)
    if isinstance(kept, (tuple, list)):
        return type(kept)(masked(part, mask, scale) for part in kept)
    for holder, key, array in list(_arrays(kept)):
        if next(two_valued(array, shape), None) is not None:
            if isinstance(holder, dict):
                holder[key] = _like(array, mask, scale)
            else:
                setattr(holder, key, _like(array, mask, scale))
    return kept


def drawn(forward: Callable[[Array], Array], backward: Callable[[Array], Array], ones: Array) -> None:
    """Let a layer draw a mask of which something is kept, by sending ones through it, in both directions.

    Raises:
        ValueError: one direction scales what it keeps, the other does not, or by another factor.
    """
    for _ in range(50):
        there = np.max(np.abs(forward(ones.copy())), initial=0.0)
        if there:
            back = np.max(np.abs(backward(ones.copy())), initial=0.0)
            if back and not np.isclose(there, back):
                raise ValueError(f"forward scales what it keeps by {there:.4g}, backward by {back:.4g}")
            if np.any(forward(ones.copy())):
                return


def _like(old: Array, mask: Array, scale: float) -> Array:
    if old.dtype == bool:
        return mask.copy()
    scaled = not np.all(np.isin(old, (0, 1)))
    return mask * (scale if scaled else 1.0)


def _arrays(kept: Any, depth: int = 4) -> Iterator[tuple[Any, Any, Array]]:
    """Yield arrays with what holds them and under which name."""
    items: Iterable[tuple[Any, Any]]
    if isinstance(kept, np.ndarray):
        items = [(None, kept)]
    elif isinstance(kept, Mapping):
        items = kept.items()
    elif isinstance(kept, (tuple, list)):
        items = enumerate(kept)
    else:
        items = getattr(kept, "__dict__", {}).items()
    for key, value in list(items):
        if isinstance(value, np.ndarray):
            yield kept, key, value
        elif depth and (isinstance(value, (tuple, list, dict)) or type(value).__module__ not in _PLAIN):
            yield from _arrays(value, depth - 1)


_PLAIN = frozenset({"builtins", "numpy"})


def plant(layer: Any, names: str, value: Array) -> None:
    """Set the weights of a layer that makes its own: the first attribute or entry of these names, in the form it has.

    Raises:
        AttributeError: the layer has none of them.
    """
    for holder in (layer, *(getattr(layer, n, None) for n in ("params", "parameters", "weights"))):
        for name in names.split():
            old = _get(holder, name)
            if old is not None:
                _set(holder, name, _fitted(old, value))
                return
    raise AttributeError(f"{type(layer).__name__} has none of the attributes {names.replace(' ', ', ')}")


def gradient_in(layer: Any, names: str, inner: str, shape: tuple[int, ...]) -> Any:
    """Return the gradient that a layer keeps: under one of some names, or under an inner name in its gradients.

    Its shape is the catalogue's where that is a matter of axes of length one.

    Raises:
        AttributeError: the layer has none of them.
    """
    kept = [getattr(layer, n, None) for n in ("grads", "gradients", "grad", "derived_variables")]
    for holder, known in ((layer, names), *((holder, f"{inner} {names}") for holder in kept)):
        for name in known.split():
            found = _get(holder, name)
            if found is not None:
                return squeezed(found, shape)
    raise AttributeError(f"{type(layer).__name__} has none of the attributes {names.replace(' ', ', ')}")


def squeezed(array: Any, shape: tuple[int, ...]) -> Any:
    """Return an array in another shape that differs by axes of length one; any other as it is."""
    array = np.asarray(array)
    same = [n for n in array.shape if n != 1] == [n for n in shape if n != 1]
    return array.reshape(shape) if same else array


def unseeded(draw: Callable[[], Any]) -> Any:
    """Return what a function draws, without the seed that it sets for itself."""
    seed = np.random.seed
    np.random.seed = lambda *_: None
    try:
        return draw()
    finally:
        np.random.seed = seed


def tune(optimizer: Any, memory: dict[str, Any], **values: Any) -> None:
    """Set the rates of an optimizer that has them as attributes, where they change from step to step.

    Which attribute is which is told by the value that it has had so far.
    """
    before = memory.setdefault("tuned", dict(values))
    own = getattr(optimizer, "own", optimizer)
    for name, value in values.items():
        if value != before[name]:
            held = [key for key, one in vars(own).items() if type(one) in (int, float) and one == before[name]]
            for key in held[:1]:
                setattr(own, key, value)
            before[name] = value


def _get(holder: Any, name: str) -> Any:
    value = holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name, None)
    return None if callable(value) else value


def _set(holder: Any, name: str, value: Any) -> None:
    if isinstance(holder, dict):
        holder[name] = value
    else:
        setattr(holder, name, value)


def _fitted(old: Any, value: Array) -> Array:
    shape = getattr(old, "shape", value.shape)
    if shape == value.T.shape and shape != value.shape:
        return value.T.copy()
    return value.reshape(shape).copy() if int(np.prod(shape)) == value.size else value.copy()


class Spy:
    """An optimizer that changes nothing and remembers the gradients it was given, for layers that never show theirs."""

    def __init__(self) -> None:
        self.seen: list[Array] = []

    def update(self, parameter: Array, gradient: Array, *_: Any, **__: Any) -> Array:
        """Take note of a gradient; the parameter stays as it is."""
        self.seen.append(np.array(gradient))
        return parameter

    def __deepcopy__(self, memo: Any) -> Spy:
        # A layer copies its optimizer for each of its parameters; all copies share one memory.
        return self

    def __copy__(self) -> Spy:
        return self

    def __call__(self, parameter: Array, gradient: Array, *_: Any, **__: Any) -> Array:
        """Some call the optimizer itself."""
        return self.update(parameter, gradient)

    def of(self, shape: tuple[int, ...], place: int = 0) -> Any:
        """Return the gradient that was seen at a place, in the catalogue's shape where that differs by axes of one."""
        return squeezed(self.seen[place], shape)
