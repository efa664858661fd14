"""`primcheck new`: begin to write a primitive."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("names", metavar="PRIMITIVE...", nargs=-1, required=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; PRIMITIVE.py by default."
)
@click.option("--style", metavar="NAME", help="Begin in the style of a course, such as cs231n or dlfs.")
def command(names: tuple[str, ...], out: Path | None, style: str | None) -> int:
    """Write a starter file: signature, definition, and a place for your code.

    \b
    primcheck new adam
    primcheck new relu relu_backward --out activations.py
    primcheck new batch_norm --style cs231n
    """
    from primcheck.faults import UsageError
    from primcheck.starter import starter
    from primcheck.styles.rooms import named
    from primcheck.suite import Suite

    suite = Suite()
    primitives = [suite.primitive(name) for name in dict.fromkeys(names)]
    whole = [primitive.name for primitive in primitives if primitive.uses]
    if whole:
        raise UsageError(f"{whole[0]} is run on your other primitives; there is nothing to write for it.")
    room = named(suite.package, style) if style else None
    path = out or Path(f"{primitives[0].name}.py")
    text = starter(primitives, str(path), room)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path} is already there and is not overwritten; choose another name with --out.") from error
    except OSError as error:
        raise UsageError(f"Cannot write {path}: {error.strerror}.") from error
    click.echo(f"Wrote {path}. Fill it in, and see how far it is:  primcheck run {path}")
    return 0
