"""The page of a primitive, from its spec alone."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from tabulate import tabulate

from primcheck import chance
from primcheck.question import ask, by_name, resolve
from primcheck.spec import (
    REQUIRED,
    Behaviour,
    Case,
    Count,
    Counts,
    Flag,
    Pair,
    Primitive,
    Real,
    Reals,
    Statistic,
    Tensor,
)
from primcheck.suite import Suite

WIDTHS = {"maxcolwidths": [30, 76]}


def primitive_page(primitive: Primitive, suite: Suite) -> str:
    """Return the definition, signature, conventions, cases, laws, statistics, rejects, mistakes and sizes as text."""
    parts = [primitive.definition, f"{primitive.signature} → {', '.join(o.name for o in primitive.outputs)}"]
    parts.append(_table("Arguments", ("name", "what it is"), arguments(primitive)))
    rows = [
        (c.name if i == 0 else "", f"{alternative}{' (default)' if i == 0 else ''}", who)
        for c in primitive.conventions
        for i, (alternative, who) in enumerate(c.alternatives.items())
    ]
    if rows:
        title = "Conventions: " + "; ".join(f"{c.name}: {c.asks[0].lower()}{c.asks[1:]}" for c in primitive.conventions)
        parts.append(_table(title, ("convention", "alternative", "who uses it"), rows, [20, 24, 60]))
    undefined = (" with ".join(f"{k}={v}" for k, v in out.items()) for out in primitive.excluded)
    parts += [f"Not defined: {combination}." for combination in undefined]
    parts.append(_table("Cases", ("case", "what it hunts"), [(c.name, c.hunts) for c in primitive.cases]))
    parts.append(_table("Laws", ("law", "what it hunts"), [(law.name, law.hunts) for law in primitive.laws]))
    parts.append(
        _table(
            "Statistics (each test accuses right code with probability below 1e-12; what is given as a figure with ± is a"
            " behaviour, with a margin that chance does not come near, and no bound)",
            ("statistic", "what it hunts", "finds with probability above 0.999"),
            [(s.name, s.hunts, _power(primitive, s)) for s in primitive.statistics],
            [26, 40, 40],
        )
    )
    parts.append(_table("Should be refused", ("input", "why"), [(r.name, r.hunts) for r in primitive.rejects]))
    mistakes = [(m.name.replace("_", " "), m.says.split("\n")[0]) for m in suite.mistakes(primitive)]
    parts.append(_table("Known mistakes", ("mistake", "what was done"), mistakes))
    sizes = [(name, size.name) for name, size in primitive.sizes.items()]
    parts.append(_table("Benchmark sizes", ("size", "from"), sizes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(
    title: str, headers: tuple[str, ...], rows: Iterable[tuple[str, ...]], widths: list[int] | None = None
) -> str:
    rows = list(rows)
    if not rows:
        return ""
    return f"{title}\n" + tabulate(rows, headers=headers, maxcolwidths=widths or [30, 76], disable_numparse=True)


def arguments(primitive: Primitive) -> list[tuple[str, str]]:
    """Return what each input and option is, by name, in words."""
    rows = []
    for item in (*primitive.inputs, *primitive.options):
        if isinstance(item, Tensor):
            shape = item.shape
            form = (
                "of a shape that depends on the options" if callable(shape) else f"shape ({', '.join(shape.split())})"
            )
            what = f"array of {item.dtype}, {'any shape' if shape == '*' else form}"
            what += f"; handed over in the list {item.within}" if item.within else ""
        elif isinstance(item, Real):
            what = f"float in {_interval(item)}"
        elif isinstance(item, (Count, Counts, Pair)):
            kinds = {Count: "int", Counts: "sequence of ints", Pair: "int or pair (rows, columns)"}
            what = kinds[type(item)] + (f", at least {item.low}" if item.low >= 0 else "")
            what += "".join(f', or "{word}"' for word in getattr(item, "words", ()))
        elif isinstance(item, Reals):
            what = "sequence of floats"
        elif isinstance(item, Flag):
            what = "bool"
        else:
            what = "numpy.random.Generator"
        default = getattr(item, "default", REQUIRED)
        rows.append((item.name, what + ("" if default is REQUIRED else f"; default {default}")))
    return rows


def _interval(option: Real) -> str:
    left = "(" if option.open_low or math.isinf(option.low) else "["
    right = ")" if option.open_high or math.isinf(option.high) else "]"
    return f"{left}{option.low:g}, {option.high:g}{right}".replace("inf", "∞")


def _power(primitive: Primitive, statistic: Statistic) -> str:
    """Return what deviations the statistic's sample is large enough to find: by its bounds, on a sample of its size."""
    case = Case(statistic.name, hunts="", **statistic.values)
    convention = {**primitive.default_convention, **statistic.when}
    question = ask(primitive, case, "float64" if primitive.floating else None, convention)
    output = next(o for o in primitive.outputs if o.name == statistic.of)
    shape = resolve(output.shape, question.names)
    sample = np.zeros((len(question.steps), *shape) if len(question.steps) > 1 else shape)
    law = by_name(statistic.law, {**question.names, **question.steps[0]})
    if isinstance(law, Behaviour):
        return f"{law.name}: {law.expected:g} ± {law.allowed:g}"
    found = {f.name: f for f in chance.examine(sample, sample, law)}
    wanted = ("mean", "standard deviation", "share of True", "largest gap between the distribution functions")
    return "; ".join(f"{name} off by {found[name].finds:.2g}" for name in wanted if name in found)
