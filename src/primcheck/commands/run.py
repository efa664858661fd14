"""`primcheck run`: judge."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from pathlib import Path

import click

from primcheck.commands._options import (
    convention_option,
    default_record,
    dtype_option,
    format_option,
    isolated_option,
    jobs_option,
    only_option,
    out_option,
    seed_option,
    worker_option,
)


@click.command()
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@only_option
@dtype_option
@convention_option
@click.option("--strict", is_flag=True, help="Count accepted bad input, notes and missing functions as failures.")
@seed_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1, max=86_400),
    default=60.0,
    show_default=True,
    help="Seconds that one call may take.",
)
@click.option("--fail-fast", is_flag=True, help="Stop after the first primitive that fails.")
@jobs_option
@isolated_option
@worker_option
@click.option(
    "--style", "follow", metavar="NAME", help="Read foreign code in this style: a name, or a style file of your own."
)
@click.option("--mapping", metavar="FILE", help="A TOML file that says what functions of other names are.")
@out_option
@format_option
def command(
    targets: tuple[str, ...],
    only: str | None,
    dtype: str,
    convention: tuple[str, ...],
    strict: bool,
    seed: int,
    timeout: float,
    fail_fast: bool,
    jobs: int,
    isolated: bool,
    workers: tuple[str, ...],
    follow: str | None,
    mapping: str | None,
    out: Path | None,
    style: str,
) -> int:
    """Judge implementations: files, notebooks, folders of packages, dotted modules, or built-in techniques by name.

    Without TARGET the built-in techniques are judged. Functions are found by the primitives' names
    (`primcheck list`), or read in the style of a course or library that they follow; what is missing is not a failure.

    \b
    primcheck run layers.py
    primcheck run mylib.nn --only 'adam,*pool*' --dtype float32
    primcheck run layers.py --convention adam.epsilon=hat
    primcheck run assignment2.ipynb --style coursera
    primcheck run handed_in.py --isolated
    primcheck run --worker 'node layers.js'
    """
    from primcheck.commands._output import Progress, emit
    from primcheck.faults import UsageError
    from primcheck.isolation.programs import PREFIX, command_of, is_program
    from primcheck.record import RecordWriter, collect
    from primcheck.session import run_lines
    from primcheck.settings import Settings, parse_conventions, parse_dtypes
    from primcheck.styles.mapping import NOTHING, read
    from primcheck.styles.reading import Choice
    from primcheck.subject import locate
    from primcheck.suite import Suite

    if math.isnan(timeout):
        raise UsageError("--timeout takes a number of seconds, not nan.")
    suite = Suite()
    settings = Settings(
        only, parse_dtypes(dtype), parse_conventions(convention, suite), strict, seed, timeout, fail_fast, jobs
    )
    choice = Choice(follow, read(mapping) if mapping else NOTHING)
    choice.styles(suite.package)
    settings = replace(settings, isolated=isolated or bool(workers), choice=choice)
    chosen = (*targets, *(f"{PREFIX}{line}" for line in workers)) or tuple(suite.techniques())
    path = out or default_record("run", chosen)
    lines = []
    # What was typed is checked before the record is opened, so that a typing error does not empty an old one.
    count = len(suite.select(only)) * len(chosen)
    for target in chosen:
        if is_program(target):
            command_of(target)
        else:
            locate(target, suite)
    coming = run_lines(suite, chosen, settings)
    opening = [next(coming), next(coming)]
    with RecordWriter(path) as writer, Progress("judging", count) as progress:
        for line in itertools.chain(opening, coming):
            writer.write(line)
            lines.append(line)
            progress.saw(line)
    emit(style, [collect(lines, path.name)])
    click.echo(f"Record: {path}", err=True)
    return int(lines[-1]["exit_code"])
