"""Definitions alone: of a notebook, of a program that trains when imported, of a file that does not load as a whole."""

from __future__ import annotations

import ast
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from primcheck.absent import lenient, pretend
from primcheck.faults import CannotJudge
from primcheck.mending import told

_QUIET = {
    "abs", "bool", "dict", "float", "frozenset", "int", "len", "list", "max", "min", "namedtuple", "object", "partial",
    "range", "set", "sorted", "str", "sum", "tuple", "type", "TypeVar", "zip",
}  # fmt: skip
"""Functions that an assignment may call and still be a definition."""

_MODULES = {"np", "numpy", "math", "functools", "collections", "typing", "operator", "itertools"}

_SETTING = {
    "append",
    "insert",
    "seed",
    "seterr",
    "set_printoptions",
    "filterwarnings",
    "simplefilter",
    "use",
    "setattr",
}
"""Calls that set things up and may stand between definitions."""


def trains(text: str) -> bool:
    """Tell whether a file computes with its own functions when it is imported, beside defining them."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return False
    own = {node.name for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return bool(own) and any(_computes(node, own) for node in body)


def _computes(node: ast.stmt, own: set[str]) -> bool:
    if isinstance(node, (ast.For, ast.While, ast.With)):
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return bool(names & own) and not names & {"globals", "setattr", "locals", "vars"}
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in own


def cells(path: Path) -> list[tuple[str, str]]:
    """Return the code cells of a notebook, each with its place, without lines that only notebooks understand.

    Raises:
        CannotJudge: it is no notebook.
    """
    try:
        book = json.loads(path.read_text("utf-8"))
        found = book["cells"] if "cells" in book else [c for sheet in book["worksheets"] for c in sheet["cells"]]
        code = [cell.get("source", cell.get("input", "")) for cell in found if cell["cell_type"] == "code"]
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CannotJudge(
            f"{path} is no notebook, or a damaged one; save it again from where it was written."
        ) from error
    texts = ["".join(source) for source in code]
    kept = [(f"{path} cell {i + 1}", text) for i, text in enumerate(texts) if not text.lstrip().startswith("%%")]
    return [(place, re.sub(r"(?m)^(\s*)[%!?].*$", r"\1pass", text)) for place, text in kept]


def define(name: str, sources: list[tuple[str, str]]) -> tuple[ModuleType, list[str]]:
    """Make a module of what some texts define, each with its place; what fails is left out, and told."""
    module = ModuleType(name)
    module.__file__ = sources[0][0] if sources else None
    sys.modules[name] = module
    left: list[str] = []
    trouble: dict[str, None] = {}
    with lenient():
        for place, text in sources:
            for statement, error in _statements(text):
                if error is not None:
                    what = f"what stands around line {error.lineno} of {_short(place)} is left out"
                    trouble[what if sources[0][1] == text else f"{what}: {told(error)}"] = None
                elif statement is not None and _defines(statement):
                    trouble.update(dict.fromkeys(_run(statement, place, module)))
                elif statement is not None and not _is_text(statement):
                    left.append(f"line {statement.lineno} of {_short(place)}")
    if left:
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        trouble[f"only definitions are taken: {left[0]}{more} is not run"] = None
    return module, list(trouble)


def _run(statement: ast.stmt, place: str, module: ModuleType) -> Iterator[str]:
    for _ in range(20):
        try:
            code: Any = compile(ast.Module([statement], []), place, "exec")
            exec(code, vars(module))
        except Exception as error:
            made_up = pretend(error)
            if not made_up:
                yield f"line {statement.lineno} of {_short(place)} is left out: {told(error)}"
                return
            yield made_up
        else:
            return


def _statements(text: str) -> Iterator[tuple[ast.stmt | None, SyntaxError | None]]:
    """Yield the statements of a text; where it is no Python, those that are, and what is wrong with the others."""
    try:
        yield from ((node, None) for node in ast.parse(text).body)
        return
    except SyntaxError:
        pass
    except ValueError:
        return
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if re.match(r"[A-Za-z_@]", line)]
    starts = [i for k, i in enumerate(starts) if not (k and lines[starts[k - 1]].startswith("@"))]
    starts = [i for i in starts if not re.match(r"(else|elif|except|finally)\b", lines[i])]
    for start, end in itertools.pairwise([*starts, len(lines)]):
        try:
            block = ast.parse("\n" * start + "\n".join(lines[start:end]))
        except SyntaxError as error:
            yield None, error
        except ValueError:
            continue
        else:
            yield from ((node, None) for node in block.body)


def _defines(node: ast.stmt) -> bool:
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return True
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        return node.value is None or all(_quiet(n) for n in ast.walk(node.value) if isinstance(n, ast.Call))
    if isinstance(node, (ast.If, ast.Try)):
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return "__name__" not in names and all(
            _defines(n) for n in ast.iter_child_nodes(node) if isinstance(n, ast.stmt)
        )
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _SETTING


def _quiet(call: ast.Call) -> bool:
    root = call.func
    while isinstance(root, ast.Attribute):
        root = root.value
    if isinstance(root, ast.Name) and isinstance(call.func, ast.Attribute):
        return root.id in _MODULES
    return isinstance(root, ast.Name) and root.id in _QUIET


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _short(place: str) -> str:
    return Path(place).name
