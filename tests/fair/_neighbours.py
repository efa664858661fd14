"""One honest function for every primitive that the files beside this one offer, and how to wrap them all.

Those that draw are left out: judging thousands of draws once more would tell nothing about how they are handed over.
"""

import importlib.util
import inspect
from functools import cache, wraps
from pathlib import Path

import numpy as np

WRAPPING = ("results_", "one_precision_")
NUMBERS = ("_loss", "_penalty", "_lr", "accuracy", "precision", "recall", "f1_score")
"""How the names end of what gives a single number."""


@cache
def _all():
    """Return the functions of the files beside this one, by name; the first file in the alphabet that has one counts."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        if not path.stem.startswith(WRAPPING):
            spec = importlib.util.spec_from_file_location(f"_neighbour_{path.stem}", path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            found = {n: f for n, f in vars(module).items() if inspect.isfunction(f) and not n.startswith("_")} | found
    return {name: f for name, f in found.items() if "rng" not in inspect.signature(f).parameters}


def wrapped(result=None, argument=None, numbers=None):
    """Return functions with every array that goes in or comes out turned into another that holds the same.

    All of them, or those that give numbers, or those that give arrays.
    """

    def wrap(function):
        @wraps(function)
        def wrapper(*arguments, **options):
            first = next((a for a in _flat(arguments) if a.dtype.kind == "f"), None)
            answer = function(*_each(argument, arguments, first), **options)
            return _each(result, answer, first)

        return wrapper

    chosen = {n: f for n, f in _all().items() if numbers in (None, n.endswith(NUMBERS))}
    return {name: wrap(function) for name, function in chosen.items()}


def _flat(values):
    for value in values:
        if isinstance(value, list | tuple):
            yield from _flat(value)
        elif isinstance(value, np.ndarray):
            yield value


def _each(change, value, first):
    """Change arrays wherever they are; a change is told the first array that went in."""
    if change is None:
        return value
    if isinstance(value, tuple | list):
        return type(value)(_each(change, part, first) for part in value)
    return change(value, first) if isinstance(value, np.ndarray | np.floating) else value
