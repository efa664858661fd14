"""The operators of mutation: what may stand in the place of a node of source code."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import Any

_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_NEIGHBOURS = (
    ("maximum", "minimum"),
    ("fmax", "fmin"),
    ("max", "min"),
    ("argmax", "argmin"),
    ("floor", "ceil"),
    ("sum", "mean"),
    ("var", "std"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("sqrt", "square"),
    ("sin", "cos"),
    ("exp", "expm1"),
    ("log", "log1p"),
    ("any", "all"),
    ("cumsum", "cumprod"),
    ("float64", "float32"),
    ("isnan", "isinf"),
    ("logical_and", "logical_or"),
)
_NAMES = dict(_NEIGHBOURS) | {b: a for a, b in _NEIGHBOURS}


def replacements(node: ast.AST, holder: ast.AST, field: str) -> Iterator[ast.AST | None]:
    """Yield what may stand in a node's place; None where the place may be left empty."""
    if _unordered(node, holder):
        return
    kind = type(node)
    if kind in _BY_KIND:
        yield from _BY_KIND[kind](node)
    if isinstance(node, ast.expr) and _is_bound(holder, field, node):
        # A bound of a slice or of a range, one too far and one too short.
        yield ast.BinOp(node, ast.Add(), ast.Constant(1))
        yield ast.BinOp(node, ast.Sub(), ast.Constant(1))
    if isinstance(holder, ast.Slice):
        yield None


def inert(node: ast.AST) -> bool:
    """Tell whether nothing inside a node decides what a function returns: checks of lengths, warnings, message texts."""
    if isinstance(node, ast.keyword):
        return node.arg in _SILENT
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(node, ast.Raise) or (isinstance(called, ast.Attribute) and called.attr == "errstate")


def _unordered(node: ast.AST, holder: ast.AST) -> bool:
    """Tell whether a node is a sequence whose order means nothing: types, axes to reduce over, words to choose from."""
    if not isinstance(node, (ast.Tuple, ast.List)):
        return False
    if isinstance(holder, ast.keyword) and holder.arg == "axis":
        return True
    if isinstance(holder, ast.Call) and isinstance(holder.func, ast.Name) and holder.func.id == "isinstance":
        return True
    return all(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in node.elts)


def _is_bound(holder: ast.AST, field: str, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return False
    if isinstance(holder, ast.Slice):
        return field in {"lower", "upper"}
    loop = isinstance(holder, ast.Call) and field == "args" and isinstance(holder.func, ast.Name)
    return loop and holder.func.id in {"range", "prange"}  # type: ignore[attr-defined]  # `loop` says what it is


def _with(node: Any, **fields: Any) -> Any:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _swapped(items: list[Any]) -> Iterator[list[Any]]:
    """Yield a list with two neighbours exchanged; equal ones change nothing."""
    for i in range(len(items) - 1):
        if ast.dump(items[i]) != ast.dump(items[i + 1]) and not isinstance(items[i], ast.Starred):
            yield [*items[:i], items[i + 1], items[i], *items[i + 2 :]]


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    yield from (_with(node, op=operator()) for operator in _OPERATORS.get(type(node.op), ()))
    yield from (node.left, node.right)
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow, ast.FloorDiv)):
        yield _with(node, left=node.right, right=node.left)


def _augmented(node: ast.AugAssign) -> Iterator[ast.AST]:
    yield from (_with(node, op=operator()) for operator in _OPERATORS.get(type(node.op), ()))
    yield ast.Assign([node.target], node.value)
    yield ast.Pass()


def _comparison(node: ast.Compare) -> Iterator[ast.AST]:
    for i, operator in enumerate(node.ops):
        for other in _COMPARISONS[type(operator)]:
            yield _with(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])
    if len(node.ops) > 1:
        yield _with(node, ops=node.ops[1:], left=node.comparators[0], comparators=node.comparators[1:])
        yield _with(node, ops=node.ops[:-1], comparators=node.comparators[:-1])


def _boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for i in range(len(node.values)):
        rest = node.values[:i] + node.values[i + 1 :]
        yield rest[0] if len(rest) == 1 else _with(node, values=rest)


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, float):
        changed = dict.fromkeys((value * 1.01, 2 * value, -value, 0.0, 1.0))
        yield from (ast.Constant(v) for v in changed if v != value)


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in _NAMES:
        yield _with(node, attr=_NAMES[node.attr])
    if node.attr == "dtype":
        yield ast.Constant("float32")
    if node.attr == "T":
        yield node.value


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and node.id in _NAMES:
        yield _with(node, id=_NAMES[node.id])


_SILENT = frozenset({"strict", "like"})
"""Keywords that check what the caller has made sure of, or choose the type of an array, not what stands in it."""


def _call(node: ast.Call) -> Iterator[ast.AST]:
    yield from (_with(node, args=args) for args in _swapped(node.args))
    for i, keyword in enumerate(node.keywords):
        if keyword.arg not in _SILENT:
            yield _with(node, keywords=node.keywords[:i] + node.keywords[i + 1 :])
    if node.args and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]
    if isinstance(node.func, ast.Attribute) and not (
        isinstance(node.func.value, ast.Name) and node.func.value.id in {"np", "math"}
    ):
        # x.sum() → x
        yield node.func.value


def _conditional(node: ast.IfExp) -> Iterator[ast.AST]:
    yield from (node.body, node.orelse)


def _sequence(node: ast.Tuple | ast.List) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load):
        yield from (_with(node, elts=elements) for elements in _swapped(node.elts))


def _if(node: ast.If | ast.While) -> Iterator[ast.AST]:
    if isinstance(node, ast.If):
        yield _with(node, test=ast.Constant(True))
    yield _with(node, test=ast.Constant(False))


def _loop(node: ast.comprehension) -> Iterator[ast.AST]:
    yield from (_with(node, ifs=node.ifs[:i] + node.ifs[i + 1 :]) for i in range(len(node.ifs)))


def _assignment(node: ast.Assign) -> Iterator[ast.AST]:
    # Without the first assignment of a name nothing runs: that proves nothing about the suite.
    if all(isinstance(target, (ast.Subscript, ast.Attribute)) for target in node.targets) or _rebinds(node):
        yield ast.Pass()


def _rebinds(node: ast.Assign) -> bool:
    targets = {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    used = {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
    return bool(targets) and targets <= used


def _removed(_: ast.AST) -> Iterator[ast.AST]:
    yield ast.Pass()


def _jump(node: ast.Break | ast.Continue) -> Iterator[ast.AST]:
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    yield ast.Pass()


_BY_KIND: dict[type[ast.AST], Callable[[Any], Iterator[ast.AST]]] = {
    ast.BinOp: _binary,
    ast.AugAssign: _augmented,
    ast.Compare: _comparison,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Name: _name,
    ast.Call: _call,
    ast.IfExp: _conditional,
    ast.Tuple: _sequence,
    ast.List: _sequence,
    ast.If: _if,
    ast.While: _if,
    ast.comprehension: _loop,
    ast.Assign: _assignment,
    ast.Expr: _removed,
    ast.Raise: _removed,
    ast.Break: _jump,
    ast.Continue: _jump,
}
