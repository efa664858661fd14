"""Subjects: implementations under test, found by the names of their functions. No base class, no registration."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import re
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from primcheck.composite import Lack, with_programs
from primcheck.faults import CannotJudge, UsageError
from primcheck.spec import Primitive
from primcheck.suite import Suite
from primcheck.texts import clean, describe

# Looked up before any subject is loaded: one that empties sys.path shall not take our bearings away.
_INSTALLED = tuple({sysconfig.get_paths()[kind] for kind in ("stdlib", "purelib", "platlib")})


@dataclass(frozen=True)
class Subject:
    """An implementation: its name in reports and its functions by the primitives' names.

    `unclear` says, by primitive, why one that it seems to offer cannot be judged; `lacking` says, by composite, what
    keeps it from running.
    """

    name: str
    functions: Mapping[str, Callable[..., Any]]
    unclear: Mapping[str, str] = field(default_factory=dict)
    lacking: Mapping[str, Lack] = field(default_factory=dict)

    def declared(self, primitive: Primitive) -> dict[str, str]:
        """Return the conventions that the function itself names, as defaults of the conventions' keywords."""
        found = {}
        signature = signature_of(self.functions[primitive.name])
        parameters = signature.parameters if signature else {}
        for convention in primitive.conventions:
            parameter = parameters.get(convention.name)
            if parameter is not None and parameter.default in convention.alternatives:
                found[convention.name] = parameter.default
        return found

    def declines(self, primitive: Primitive) -> Callable[..., Any] | None:
        """Return the `declines` function that stands beside the primitive's, if there is one."""
        module = sys.modules.get(getattr(self.functions[primitive.name], "__module__", None) or "")
        function = getattr(module, "declines", None)
        return function if callable(function) else None


def signature_of(function: Callable[..., Any]) -> inspect.Signature | None:
    """Return a function's signature; None where it does not tell it."""
    try:
        return _signature(function)
    except TypeError:
        # A callable object that cannot be hashed is looked at anew each time.
        return _signature.__wrapped__(function)


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    try:
        return inspect.signature(function)
    except (TypeError, ValueError):
        return None


def from_object(target: Any, suite: Suite, name: str | None = None) -> Subject:
    """Make a subject of a module, class, object or mapping that offers the primitives' names.

    Raises:
        CannotJudge: it offers none of them.
    """
    label = name or str(getattr(target, "__name__", type(target).__name__))
    mapped = isinstance(target, Mapping)
    functions = {key: target.get(key) if mapped else getattr(target, key, None) for key in suite.primitives}
    return _subject(label, {key: f for key, f in functions.items() if callable(f)}, suite)


def locate(target: str, suite: Suite) -> None:
    """Check that a target exists, without running any code of it.

    Raises:
        UsageError: there is no such target.
    """
    path = Path(target)
    if target in suite.rooms() or _is_path(target, path):
        if target not in suite.rooms():
            _check_path(target, path)
        return
    _look_here()
    try:
        found = importlib.util.find_spec(target.partition(".")[0])
    except (ImportError, ValueError):
        found = None
    if found is None:
        _no_target(target, suite)


def load(target: str, suite: Suite) -> Subject:
    """Import a target: a built-in technique's name, a file, a package's folder or a dotted module.

    Raises:
        UsageError: there is no such target.
        CannotJudge: it does not import, or defines none of the primitives.
    """
    rooms = suite.rooms()
    if target in rooms and not Path(target).suffix:
        missing = suite.missing(target)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise CannotJudge(f"{target} needs {' and '.join(missing)}, which {verb} not installed.")
        return _from_package(target, rooms[target], suite)
    path = Path(target)
    if _is_path(target, path):
        return _from_path(target, path, suite)
    _look_here()
    try:
        found = importlib.util.find_spec(target)
    except (ImportError, ValueError):
        found = None
    if found is None:
        _no_target(target, suite)
    module = _import(target, lambda: importlib.import_module(target))
    return _from_package(target, module, suite)


def _look_here() -> None:
    """Let dotted modules be found in the working directory, after everything that is installed."""
    if os.getcwd() not in sys.path:
        sys.path.append(os.getcwd())


def _is_path(target: str, path: Path) -> bool:
    return not target or path.is_dir() or path.suffix in {".py", ".ipynb"} or os.sep in target or path.is_file()


def _check_path(target: str, path: Path) -> None:
    if not target or not path.exists():
        raise UsageError(f"{target or 'A target without a name'} does not exist.")
    if not path.is_file() and not path.is_dir():
        raise UsageError(f"{target} is neither a file nor a folder.")
    if path.suffix == ".ipynb":
        raise UsageError(f"{target} is a notebook; save its functions as a .py file and judge that.")
    if path.is_file() and path.suffix != ".py":
        raise UsageError(f"{target} is not a Python file.")


def _no_target(target: str, suite: Suite) -> NoReturn:
    names = ", ".join([*suite.techniques(), *suite.libraries()])
    raise UsageError(f"{target} is no file, no module and no built-in technique ({names}).")


def _from_path(target: str, path: Path, suite: Suite) -> Subject:
    _check_path(target, path)
    path = path.resolve()
    packaged = path.is_dir() or (path.parent / "__init__.py").is_file()
    if packaged:
        # A package is imported under its own name, with its parent on the path: never its own folder, which would
        # let a file called numpy.py or random.py shadow the real one.
        parts = [path.stem if path.is_file() else path.name]
        folder = path.parent
        while (folder / "__init__.py").is_file():
            parts.insert(0, folder.name)
            folder = folder.parent
        if not all(part.isidentifier() for part in parts):
            raise UsageError(f"{target} cannot be imported: {'.'.join(parts)} is no module name.")
        sys.path.insert(0, str(folder))
        name = ".".join(parts)
        module = _import(target, lambda: importlib.import_module(name))
        if not _inside(module, path):
            raise CannotJudge(f"{target}: the name {name} belongs to another module that Python finds first.")
    else:
        name = f"primcheck_subject_{path.stem}"
        module = _import(target, lambda: _execute(name, path))
    return _from_package(target, module, suite)


def _execute(name: str, path: Path) -> ModuleType:
    """Run a file as a module; where it imports a neighbour, its folder goes to the end of the path and it runs again."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path.name} is not a Python source file")
    for attempt in (1, 2):
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
            break
        except ModuleNotFoundError as error:
            neighbour = (error.name or "").split(".")[0]
            near = (path.parent / f"{neighbour}.py").is_file() or (path.parent / neighbour).is_dir()
            if attempt == 2 or not neighbour or not near:
                raise
            sys.path.append(str(path.parent))
    return module


def _import(target: str, act: Callable[[], ModuleType]) -> ModuleType:
    """Import, and turn whatever goes wrong into one sentence that says where."""
    try:
        return act()
    except SyntaxError as error:
        place = Path(error.filename or target).name + (f", line {error.lineno}" if error.lineno else "")
        raise CannotJudge(f"{target} does not load: syntax error in {place}: {error.msg}.") from error
    except SystemExit as error:
        raise CannotJudge(
            f"{target} does not load: it calls sys.exit({clean(repr(error.code), 40)}) while it is imported{where(error)}; "
            'put the program under `if __name__ == "__main__":`.'
        ) from error
    except ModuleNotFoundError as error:
        raise CannotJudge(
            f"{target} does not load: it imports {error.name}, which is not installed{where(error)}."
        ) from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise CannotJudge(f"{target} does not load: {describe(error)}{where(error)}.") from error


def where(error: BaseException) -> str:
    """Return the last place in the user's own files that an exception passed, as “ (file, line 3)”."""
    here = str(Path(__file__).parent)
    place = ""
    frame = error.__traceback__
    while frame is not None:
        file = frame.tb_frame.f_code.co_filename
        if not file.startswith((here, "<frozen", *_INSTALLED)):
            place = f" ({Path(file).name}, line {frame.tb_lineno})"
        frame = frame.tb_next
    return place


def _from_package(label: str, module: ModuleType, suite: Suite) -> Subject:
    """Collect the functions of a module and, where it is a package, of its submodules.

    What the package itself exports is what it offers. A name that two of its modules define differently, or that stands
    in one that does not import, cannot be judged, and that is said: it must not look as if it were not there.
    """
    functions: dict[str, Callable[..., Any]] = {}
    unclear: dict[str, str] = {}
    exported = set()
    for part in _parts(label, module, suite, unclear):
        for name in suite.primitives:
            candidate = vars(part).get(name)
            if candidate is None and part is module:
                candidate = _attribute(part, name)
            if not callable(candidate) or not _own(candidate, module):
                continue
            if part is module:
                exported.add(name)
            if name in functions and functions[name] is not candidate and name not in exported:
                places = f"{functions[name].__module__} and {part.__name__}"
                unclear.setdefault(name, f"{name} is defined twice, in {places}; judge the modules one by one.")
            functions.setdefault(name, candidate)
    for name in exported & set(unclear):
        del unclear[name]
    return _subject(label, {n: f for n, f in functions.items() if n not in unclear}, suite, unclear)


def _attribute(module: ModuleType, name: str) -> Any:
    """Return what a module's own `__getattr__` gives for a name; nothing where it fails."""
    try:
        return getattr(module, name, None)
    except Exception:
        return None


def _parts(label: str, module: ModuleType, suite: Suite, unclear: dict[str, str]) -> Iterable[ModuleType]:
    yield module
    for root in map(Path, vars(module).get("__path__", ())):
        for path in sorted(root.rglob("*.py")):
            relative = path.relative_to(root).with_suffix("").parts
            if any(part.startswith("_") or not part.isidentifier() for part in relative):
                continue
            name = ".".join([module.__name__, *relative])
            try:
                yield _import(label, lambda name=name: importlib.import_module(name))  # type: ignore[misc]  # mypy cannot infer it
            except CannotJudge as error:
                text = path.read_text("utf-8", "replace")
                defined = set(re.findall(r"^(?:def|class) (\w+)", text, re.MULTILINE)) & set(suite.primitives)
                unclear.update({name: str(error) for name in defined})


def _own(function: Any, module: ModuleType) -> bool:
    """Tell whether a function is the target's, not one that it imported from an installed package."""
    origin = sys.modules.get(getattr(function, "__module__", None) or "")
    same = origin is not None and origin.__name__.split(".")[0] == module.__name__.split(".")[0]
    return same or not str(getattr(origin, "__file__", None) or "").startswith(_INSTALLED)


def _inside(module: ModuleType, path: Path) -> bool:
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    return any(place and Path(place).resolve().is_relative_to(path) for place in places)


def _subject(
    label: str, functions: Mapping[str, Callable[..., Any]], suite: Suite, unclear: Mapping[str, str] | None = None
) -> Subject:
    unclear = unclear or {}
    if not functions:
        if unclear:
            raise CannotJudge(next(iter(unclear.values())))
        some = ", ".join(list(suite.primitives)[:4])
        raise CannotJudge(
            f"{label} defines none of the primitives ({some}, …); `primcheck list` shows the names that are looked for."
        )
    return with_programs(Subject(label, functions, unclear), suite)
