"""Loading: turn a file, a package's folder or a dotted module into a Python module, and say in a sentence why it fails.

Knows nothing of primitives, so that whatever process a subject is loaded in needs nothing else of the suite.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from primcheck.absent import give_back, lenient, pretend
from primcheck.definitions import cells, define, trains
from primcheck.faults import CannotJudge, UsageError
from primcheck.mending import mend, told
from primcheck.texts import clean

TROUBLE, UNLOADED = "__primcheck_trouble__", "__primcheck_unloaded__"
"""Where a module keeps what was left out when it was loaded, and why it would not load as it is."""

# Looked up before any subject is loaded: one that empties sys.path shall not take our bearings away.
_INSTALLED = tuple({sysconfig.get_paths()[kind] for kind in ("stdlib", "purelib", "platlib")})


def is_path(target: str) -> bool:
    """Tell whether a target is meant as a path, not as a dotted name."""
    path = Path(target)
    return not target or path.is_dir() or path.suffix in {".py", ".ipynb"} or os.sep in target or path.is_file()


def check_path(target: str) -> None:
    """Check that a path is something that can be loaded, without running any code of it.

    Raises:
        UsageError: it does not exist, or is of another kind.
    """
    path = Path(target)
    if not target or not path.exists():
        raise UsageError(f"{target or 'A target without a name'} does not exist.")
    if not path.is_file() and not path.is_dir():
        raise UsageError(f"{target} is neither a file nor a folder.")
    if path.is_file() and path.suffix not in {".py", ".ipynb"}:
        raise UsageError(f"{target} is neither a Python file nor a notebook.")


def look_here() -> None:
    """Let dotted modules be found in the working directory, after everything that is installed."""
    if os.getcwd() not in sys.path:
        sys.path.append(os.getcwd())


def load_path(target: str) -> ModuleType:
    """Import a file or a package's folder.

    Raises:
        UsageError: there is no such path, or it cannot be imported under its name.
        CannotJudge: it does not load.
    """
    check_path(target)
    path = Path(target).resolve()
    if path.suffix == ".ipynb" and path.is_file():
        return importing(target, lambda: _notebook(path))
    if not path.is_dir() and not (path.parent / "__init__.py").is_file():
        name = f"primcheck_subject_{path.stem}"
        return importing(target, lambda: _leniently(target, name, path))
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
    module = importing(target, lambda: importlib.import_module(name))
    if not _inside(module, path):
        raise CannotJudge(f"{target}: the name {name} belongs to another module that Python finds first.")
    return module


def find(name: str) -> bool:
    """Tell whether there is a module of a dotted name."""
    look_here()
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def load_module(name: str) -> ModuleType:
    """Import a dotted module that `find` has found.

    Raises:
        CannotJudge: it does not load.
    """
    return importing(name, lambda: importlib.import_module(name))


def _notebook(path: Path) -> ModuleType:
    module, trouble = define(f"primcheck_subject_{path.stem.replace('-', '_').replace(' ', '_')}", cells(path))
    vars(module)[TROUBLE] = trouble
    return module


def _leniently(target: str, name: str, path: Path) -> ModuleType:
    """Run a file as a module; where it would train or does not load, take its definitions alone."""
    text = path.read_text("utf-8", "replace")
    first: BaseException | None = None
    if not trains(text):
        try:
            return _execute(name, path)
        except (KeyboardInterrupt, MemoryError):
            raise
        except BaseException as error:
            first = error
    module, trouble = define(name, [(str(path), text)])
    if first is not None:
        if not any(callable(value) and own(value, module) for key, value in vars(module).items() if key[:2] != "__"):
            raise first
        trouble = [f"as a whole it {sentence(target, first).removeprefix(f'{target} ').rstrip('.')}", *trouble]
    vars(module)[TROUBLE] = trouble
    return module


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


def importing(target: str, act: Callable[[], ModuleType]) -> ModuleType:
    """Import, and turn whatever goes wrong into one sentence that says where.

    What is missing or was taken away is made up for where it can be, so that the rest is judged; a module's TROUBLE tells.

    Raises:
        CannotJudge: with that sentence.
    """
    try:
        return _importing(target, act)
    finally:
        give_back()


def _importing(target: str, act: Callable[[], ModuleType]) -> ModuleType:
    made_up: dict[str, None] = {}
    first: BaseException | None = None
    for _ in range(20):
        before = set(sys.modules)
        try:
            with lenient():
                module = act()
        except (KeyboardInterrupt, CannotJudge):
            raise
        except BaseException as error:
            first = first or error
            pretence = pretend(error)
            if not pretence:
                raise CannotJudge(sentence(target, first)) from error
            made_up[pretence] = None
            _forget(set(sys.modules) - before)
        else:
            if first is not None:
                vars(module)[UNLOADED] = sentence(target, first)
                vars(module)[TROUBLE] = [*made_up, *vars(module).get(TROUBLE, ())]
            return module
    raise CannotJudge(sentence(target, first or ImportError("it imports too much that is not installed")))


def _forget(names: set[str]) -> None:
    """Take back what a failed import has left half done, so that the next one starts anew."""
    for name in names:
        file = str(getattr(sys.modules[name], "__file__", None) or "")
        if file and not file.startswith(_INSTALLED):
            del sys.modules[name]


def sentence(target: str, error: BaseException) -> str:
    """Return one sentence that says why a target does not load, and where."""
    if isinstance(error, SyntaxError):
        place = Path(error.filename or target).name + (f", line {error.lineno}" if error.lineno else "")
        hint = mend(error)
        return f"{target} does not load: syntax error in {place}: {error.msg}{f'; {hint}' if hint else ''}."
    if isinstance(error, SystemExit):
        return (
            f"{target} does not load: it calls sys.exit({clean(repr(error.code), 40)}) while it is imported{where(error)}; "
            'put the program under `if __name__ == "__main__":`.'
        )
    if isinstance(error, ModuleNotFoundError):
        return f"{target} does not load: it imports {error.name}, which is not installed{where(error)}."
    return f"{target} does not load: {told(error)}{where(error)}."


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


def own(function: Any, module: ModuleType) -> bool:
    """Tell whether a function is a target's, not one that it imported from an installed package."""
    origin = sys.modules.get(getattr(function, "__module__", None) or "")
    same = origin is not None and origin.__name__.split(".")[0] == module.__name__.split(".")[0]
    return same or not str(getattr(origin, "__file__", None) or "").startswith(_INSTALLED)


def _inside(module: ModuleType, path: Path) -> bool:
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    return any(place and Path(place).resolve().is_relative_to(path) for place in places)
