"""`primcheck report`: any report from recorded runs."""

from __future__ import annotations

from pathlib import Path

import click

from primcheck.commands._options import FORMATS, WITNESS_FORMATS


@click.command()
@click.argument("records", metavar="RUN.jsonl...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice([*FORMATS, *WITNESS_FORMATS]),
    default="text",
    show_default=True,
    help="What is printed; the last two are for records of `primcheck witness`.",
)
def command(records: tuple[Path, ...], style: str) -> int:
    """Print the report of one or more recorded runs, without judging anything again."""
    from primcheck.commands._output import emit
    from primcheck.record import read

    found = [read(path) for path in records]
    emit(style, found)
    for record in found:
        if record.trouble:
            click.echo(f"primcheck: {record.name} is incomplete: {record.trouble}.", err=True)
    if not all(record.complete for record in found):
        return 3
    codes = {int(record.end["exit_code"]) for record in found if record.end}
    # The order in which exit codes apply: could not judge, wrong, slower, fine.
    return next((code for code in (3, 1, 4) if code in codes), 0)
