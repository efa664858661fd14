"""One step of an optimizer of Optax, resumed from a given state."""

import optax

from .._arrays import compiled


def step(make, param, grad, options, **state):
    """Return the new parameter and the named parts of the new state, without the count of steps."""
    for name, array in {"grad": grad, **state}.items():
        if name != "count" and array.shape != param.shape:
            raise ValueError(f"{name} must have the shape of param, {param.shape}, not {array.shape}.")
    if state.get("count", 0) < 0:
        raise ValueError("step must be at least 1.")
    return _step(param, grad, options, state, make=make)


def _resumed(param, grad, options, state, *, make):
    optimizer = make(**options)
    before = optax.tree.set(optimizer.init(param), **state)
    updates, after = optimizer.update(grad, before, param)
    kept = [optax.tree.get(after, name) for name in state if name != "count"]
    new = optax.apply_updates(param, updates)
    return (new, *kept) if kept else new


_step = compiled(_resumed, "make")
