"""Where styles live: in files that are found by looking, one style a file; or in a file of one's own."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from primcheck.faults import UsageError
from primcheck.style import Style
from primcheck.styles.expected import Expected, read, words


@dataclass(frozen=True)
class Room:
    """A style with its recipes. `name` is what it is asked for by: a module's last part, or a path."""

    name: str
    module: str
    style: Style
    recipes: dict[str, Callable[..., Any]]

    @property
    def expected(self) -> tuple[Expected, ...]:
        """The signatures that the style knows."""
        return read(self.style.expects)

    @property
    def also(self) -> dict[str, frozenset[str]]:
        """Other words for the parameters."""
        return dict(words(self.style.also))


def rooms(package: str) -> list[Room]:
    """Return the styles of a suite, the general ones last."""
    folder = f"{package}.impls.styles"
    if importlib.util.find_spec(f"{package}.impls") is None or importlib.util.find_spec(folder) is None:
        return []
    places = importlib.import_module(folder).__path__
    names = sorted(path.stem for place in places for path in Path(place).glob("*.py") if path.stem[0] != "_")
    found = [room(f"{folder}.{name}") for name in names]
    return sorted(found, key=lambda one: one.style.general)


@cache
def room(module: str) -> Room:
    """Return the style of a module, or of a file by its path.

    Raises:
        UsageError: it declares none.
    """
    loaded = _from_file(module) if module.endswith(".py") else importlib.import_module(module)
    style = getattr(loaded, "style", None)
    if not isinstance(style, Style):
        raise UsageError(f"{module} declares no style; a style file has a `style = Style(…)`.")
    recipes = {
        name: value
        for name, value in vars(loaded).items()
        if inspect.isfunction(value)
        and value.__module__ == loaded.__name__
        and next(iter(inspect.signature(value).parameters), "") == "theirs"
    }
    name = module if module.endswith(".py") else module.rpartition(".")[2]
    return Room(name, module, style, {**{n: f for n, f in recipes.items() if not n.startswith("_")}, **style.made})


def recipes_in(module: str) -> dict[str, Callable[..., Any]]:
    """Return the recipes of a style by name."""
    return room(module).recipes


def words_of(recipe: Callable[..., Any]) -> list[str]:
    """Return the names that a recipe uses, in order, with those that functions in it and beside it use for it."""
    return list(dict.fromkeys([*_words(recipe.__code__, recipe.__globals__, ()), *getattr(recipe, "uses", ())]))


def _words(code: CodeType, beside: dict[str, Any], seen: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for word in code.co_names:
        helper = beside.get(word) if word.startswith("_") else None
        if inspect.isfunction(helper) and helper.__globals__ is beside and word not in seen:
            found += _words(helper.__code__, beside, (*seen, word))
        found.append(word)
    inner = [_words(part, beside, seen) for part in code.co_consts if isinstance(part, CodeType)]
    return [*found, *(word for words in inner for word in words)]


def named(package: str, name: str) -> Room:
    """Return the style that is asked for by name, or by the path of a file.

    Raises:
        UsageError: there is none; those that there are are listed.
    """
    if name.endswith(".py"):
        if not Path(name).is_file():
            raise UsageError(f"There is no style file {name}.")
        return room(str(Path(name).resolve()))
    known = {one.name: one for one in rooms(package)}
    if name not in known:
        raise UsageError(f"There is no style called {name}; there are {', '.join(known)}.")
    return known[name]


def _from_file(path: str) -> ModuleType:
    name = f"primcheck_style_{Path(path).stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{path} is not a Python file.")
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise UsageError(f"The style file {path} does not load: {type(error).__name__}: {error}.") from error
    return module  # type: ignore[no-any-return]  # a module
