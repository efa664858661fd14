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

from primcheck.faults import CannotJudge, UsageError
from primcheck.texts import clean, describe

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
    if path.suffix == ".ipynb":
        raise UsageError(f"{target} is a notebook; save its functions as a .py file and judge that.")
    if path.is_file() and path.suffix != ".py":
        raise UsageError(f"{target} is not a Python file.")


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
    if not path.is_dir() and not (path.parent / "__init__.py").is_file():
        name = f"primcheck_subject_{path.stem}"
        return importing(target, lambda: _execute(name, path))
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

    Raises:
        CannotJudge: with that sentence.
    """
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


def own(function: Any, module: ModuleType) -> bool:
    """Tell whether a function is a target's, not one that it imported from an installed package."""
    origin = sys.modules.get(getattr(function, "__module__", None) or "")
    same = origin is not None and origin.__name__.split(".")[0] == module.__name__.split(".")[0]
    return same or not str(getattr(origin, "__file__", None) or "").startswith(_INSTALLED)


def _inside(module: ModuleType, path: Path) -> bool:
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    return any(place and Path(place).resolve().is_relative_to(path) for place in places)
