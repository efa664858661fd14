"""`primcheck compare`: what changed between two records."""

from __future__ import annotations

from pathlib import Path

import click

from primcheck.faults import UsageError


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--fail-slower",
    metavar="PERCENT",
    help="Leave with 4 where something got slower by more than this, e.g. 25%; without it slower times are only told.",
)
def command(old: Path, new: Path, fail_slower: str | None) -> int:
    """Compare two records: verdicts that got worse leave with 1; times are relative to each run's own baseline."""
    from primcheck.commands._output import show
    from primcheck.compare import compare, comparison_text
    from primcheck.record import read

    allowed = 0.25
    if fail_slower is not None:
        try:
            allowed = float(fail_slower.removesuffix("%")) / 100
        except ValueError:
            allowed = -1.0
        if not 0 < allowed < 100:
            raise UsageError(f"--fail-slower takes a percentage such as 25%, not {fail_slower!r}.")
    found = compare(read(old), read(new), allowed)
    show(comparison_text(found))
    return found.exit_code(slower_matters=fail_slower is not None)
