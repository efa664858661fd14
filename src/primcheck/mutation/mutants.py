"""Mutants: every small change that the operators below make to one module's functions, one change at a time.

The operators are those of the literature (King and Offutt, A Fortran language system for mutation-based software
testing, 1991) with what numerical code adds: axes, bounds of slices and ranges, dtypes, reductions that are each
other's neighbours. What is compiled to the same code is no mutant, nor is a changed text of an error message.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from primcheck.mutation.operators import inert, replacements

Function = ast.FunctionDef | ast.AsyncFunctionDef

Site = tuple[ast.stmt, ast.AST, str, int | None]
"""A statement; and the node, the field and the position in it where a part of the statement hangs."""


@dataclass(frozen=True)
class Mutant:
    """A change: in which function, what a line was and what it is now; `code` runs the changed module."""

    function: str
    before: str
    after: str
    code: CodeType

    @property
    def name(self) -> str:
        """The change in a line; the same as long as the line itself is."""
        return f"{self.function}: {self.before}  →  {self.after}"


def mutants(source: str, path: str, functions: frozenset[str] | None = None) -> Iterator[Mutant]:
    """Yield every mutant of a module's functions and constants, or of those named."""
    tree = ast.parse(source)
    same = _bytecode(compile(tree, path, "exec"))
    seen: dict[str, int] = {}
    for name, item in _named(tree, functions):
        for site in _sites(item):
            before = _line(site[0])
            for _, changed in _changes(site):
                code = _compiled(tree, path)
                if code is None or _bytecode(code) == same:
                    continue
                mutant = Mutant(name, before, _after(site, changed), code)
                # Equal lines of a function are told apart by their number.
                seen[mutant.name] = seen.get(mutant.name, 0) + 1
                count = seen[mutant.name]
                yield mutant if count == 1 else Mutant(name, before, f"{mutant.after} [{count}]", code)


def twice(source: str, path: str, functions: frozenset[str]) -> Iterator[Mutant]:
    """Yield the functions named with the same kind of change in two of their lines."""
    tree = ast.parse(source)
    for name, item in _named(tree, functions):
        sites = list(_sites(item))
        for i, one in enumerate(sites):
            before = _line(one[0])
            for kind, changed in _changes(one):
                after = _after(one, changed)
                for other in sites[i + 1 :]:
                    if other[0] is one[0] or type(_there(other)).__name__ != kind[0]:
                        continue
                    also = _line(other[0])
                    for other_kind, other_changed in _changes(other):
                        code = _compiled(tree, path) if other_kind == kind else None
                        if code is not None:
                            both = f"{after}; {_after(other, other_changed)}"
                            yield Mutant(name, f"{before}; {also}", both, code)


def _named(tree: ast.Module, functions: frozenset[str] | None) -> Iterator[tuple[str, ast.stmt]]:
    for item in tree.body:
        name = defined(item)
        if name is not None and (functions is None or name in functions):
            yield name, item


_DECLARATIONS = frozenset({"annotation", "returns", "ctx", "type_comment", "decorator_list", "type"})
"""Parts of the syntax that say what a thing is, not what is done; `type` is what a handler catches."""


def defined(item: ast.stmt) -> str | None:
    """Return the name that a statement of a module defines: a function's, or a constant's."""
    if isinstance(item, Function):
        return item.name
    if isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
        return item.targets[0].id
    return None


def _sites(item: ast.stmt) -> Iterator[Site]:
    """Yield every node of a constant, or of a function's defaults and body, as the place where it hangs."""
    if not isinstance(item, Function):
        yield from _below(item, item)
        return
    function = item
    for holder, field in ((function.args, "defaults"), (function.args, "kw_defaults")):
        for index, default in enumerate(getattr(holder, field)):
            if default is not None:
                yield function, holder, field, index
                yield from _below(function, default)
    for index, statement in enumerate(function.body):
        if not _docstring(statement):
            yield statement, function, "body", index
            if not inert(statement):
                yield from _below(statement, statement)


def _below(statement: ast.stmt, node: ast.AST) -> Iterator[Site]:
    for field, value in ast.iter_fields(node):
        if field in _DECLARATIONS:
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST):
                owner = child if isinstance(child, ast.stmt) else statement
                yield owner, node, field, index
                if not inert(child):
                    yield from _below(owner, child)


Kind = tuple[str, str, int]
"""What a change does, whatever it does it to: the node's type, its operator, which of its replacements."""


def _changes(site: Site) -> Iterator[tuple[Kind, ast.AST]]:
    """Put every replacement of a node in its place, one after the other, and the node itself back at the end."""
    _, holder, field, index = site
    there = _there(site)

    def put(node: ast.AST | None) -> None:
        if index is None:
            setattr(holder, field, node)
        else:
            getattr(holder, field)[index] = node

    try:
        for number, new in enumerate(replacements(there, holder, field)):
            put(None if new is None else ast.fix_missing_locations(ast.copy_location(new, there)))
            operator = type(getattr(there, "op", None)).__name__
            yield (type(there).__name__, operator, number), (there if new is None else new)
    finally:
        put(there)


def _there(site: Site) -> ast.AST:
    """Return the node that hangs at a site."""
    _, holder, field, index = site
    found: ast.AST = getattr(holder, field) if index is None else getattr(holder, field)[index]
    return found


def _after(site: Site, changed: ast.AST) -> str:
    """Return the changed statement as a line; one that was itself replaced stands in its holder."""
    child = _there(site)
    if isinstance(changed, ast.Pass):
        return "(removed)"
    return _line(child if isinstance(child, ast.stmt) else site[0])


def _compiled(tree: ast.Module, path: str) -> CodeType | None:
    try:
        return compile(tree, path, "exec")
    except (SyntaxError, ValueError, TypeError):
        return None


def _bytecode(code: CodeType) -> tuple[object, ...]:
    """Return what a module does, whatever its line numbers: code, names and constants, nested ones too."""
    constants = tuple(_bytecode(c) if isinstance(c, CodeType) else (type(c), repr(c)) for c in code.co_consts)
    return code.co_code, code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars, constants


def _line(node: ast.AST) -> str:
    """Return a statement as a line: of a compound one its head, of a function its defaults."""
    if isinstance(node, Function):
        plain = [*node.args.args][len(node.args.args) - len(node.args.defaults) :]
        pairs = [
            *zip(plain, node.args.defaults, strict=True),
            *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
        ]
        return "defaults " + ", ".join(f"{argument.arg}={ast.unparse(value)}" for argument, value in pairs if value)
    head = copy.copy(node)
    for field in ("body", "orelse", "finalbody", "handlers", "decorator_list"):
        if isinstance(getattr(head, field, None), list):
            setattr(head, field, [ast.Pass()] if field == "body" else [])
    return ast.unparse(ast.fix_missing_locations(head)).removesuffix("pass").strip().replace("\n", " ")


def _docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
