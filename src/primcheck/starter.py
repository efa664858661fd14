"""Starter files: what someone begins with who is to write a primitive; it says what is missing until it is there."""

from __future__ import annotations

import textwrap

from primcheck.faults import UsageError
from primcheck.report.primitive import arguments
from primcheck.spec import Primitive
from primcheck.styles.expected import Expected, Signature
from primcheck.styles.rooms import Room, words_of

WIDTH = 100


def starter(primitives: list[Primitive], file: str, style: Room | None = None) -> str:
    """Return a Python file with what is to be written for each primitive: a function, or what a style has for it.

    Raises:
        UsageError: the style has nothing for one of the primitives.
    """
    titles = "; ".join(primitive.title for primitive in primitives)
    head = textwrap.fill(f'"""{titles}.', WIDTH)
    head += f'\n\nSee how far it is:  primcheck run {file}\n"""\n\nimport numpy as np\n'
    parts = [_function(primitive) for primitive in primitives] if style is None else _styled(primitives, style)
    return "\n\n".join([head, *parts])


def _styled(primitives: list[Primitive], style: Room) -> list[str]:
    """Return what a style expects for some primitives, each function and class once."""
    wanted: dict[str, tuple[Expected, list[str], list[Primitive]]] = {}
    for primitive in primitives:
        recipe = next((r for name, r in style.recipes.items() if name.partition("__")[0] == primitive.name), None)
        words = words_of(recipe) if recipe else []
        found = [expected for expected in style.expected if expected.made.name in words]
        if not found:
            some = ", ".join(dict.fromkeys(name.partition("__")[0] for name in style.recipes))
            raise UsageError(f"{style.style.title} has nothing for {primitive.name}; it has {some}.")
        for expected in found:
            _, used, about = wanted.setdefault(expected.made.name, (expected, [], []))
            used += words
            about.append(primitive)
    return [_expected(*entry) for entry in wanted.values()]


def _expected(expected: Expected, words: list[str], primitives: list[Primitive]) -> str:
    """Return a function or a class of a style, to be written."""
    formula = "\n\n".join(dict.fromkeys(p.formula for p in primitives if p.formula))
    doc = textwrap.indent(f"{expected.made.name}.\n\n{textwrap.indent(formula, '    ')}".rstrip(), "    ")
    title = f'    """{doc.strip()}\n    """\n'
    if not expected.of_class:
        return f"def {_call(expected.made)}:\n{title}{_todo(expected.made.name, '    ')}"
    methods = [m for m in expected.methods if m.name in words] or list(expected.methods)
    made = Signature(("__init__",), expected.made.roles)
    parts = [f"    def {_call(made, 'self')}:\n{_todo(expected.made.name, '        ')}"]
    parts += [f"    def {_call(m, 'self')}:\n{_todo(f'{expected.made.name}.{m.name}', '        ')}" for m in methods]
    return f"class {expected.made.name}:\n{title}\n" + "\n".join(parts)


def _call(signature: Signature, *first: str) -> str:
    roles = sorted(signature.roles, key=lambda role: not role.required)
    words = [*first, *(role.name if role.required else f"{role.name}=None" for role in roles)]
    return f"{signature.name}({', '.join(words)})"


def _todo(name: str, indent: str) -> str:
    return f'{indent}raise NotImplementedError("{name} is not written yet: put your code in the place of this line")\n'


def _function(primitive: Primitive) -> str:
    results = ", ".join(output.name for output in primitive.outputs)
    described = [f"{name}: {what}" for name, what in arguments(primitive)]
    chosen = [f"{c.name}: {c.asks}; “{c.default}” is {c.alternatives[c.default]}" for c in primitive.conventions]
    doc = [f"{primitive.title}."]
    if primitive.formula:
        doc += ["", textwrap.indent(primitive.formula, "    ")]
    doc += ["", "Args:", *(_hanging(line) for line in described)]
    doc += ["", "Returns:", _hanging(results)]
    if chosen:
        doc += ["", "Libraries differ; this is asked for:", *(_hanging(line) for line in chosen)]
    doc += ["", f"`primcheck show {primitive.name}` tells all about it."]
    body = textwrap.indent("\n".join(doc), "    ", lambda line: bool(line.strip()))
    todo = f"{primitive.name} is not written yet: put your code in the place of this line, and return {results}"
    return (
        f'def {primitive.signature}:\n    """{body.strip()}\n    """\n'
        f'    raise NotImplementedError(\n        "{todo}"\n    )\n'
    )


def _hanging(line: str) -> str:
    return textwrap.fill(line, WIDTH - 4, initial_indent="    ", subsequent_indent="        ")
