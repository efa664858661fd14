"""Starter files: what someone begins with who is to write a primitive; it says what is missing until it is there."""

from __future__ import annotations

import textwrap

from primcheck.report.primitive import arguments
from primcheck.spec import Primitive

WIDTH = 100


def starter(primitives: list[Primitive], file: str) -> str:
    """Return a Python file with a function to be written for each primitive."""
    titles = "; ".join(primitive.title for primitive in primitives)
    head = textwrap.fill(f'"""{titles}.', WIDTH)
    head += f'\n\nSee how far it is:  primcheck run {file}\n"""\n\nimport numpy as np\n'
    return "\n\n".join([head, *(_function(primitive) for primitive in primitives)])


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
