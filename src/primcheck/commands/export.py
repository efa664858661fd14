"""`primcheck export`: cases, truth and floor as files."""

from __future__ import annotations

from pathlib import Path

import click

from primcheck.commands._options import convention_option, dtype_option, only_option, seed_option


@click.command()
@click.argument("directory", type=click.Path(path_type=Path))
@only_option
@dtype_option
@convention_option
@seed_option
def command(directory: Path, only: str | None, dtype: str, convention: tuple[str, ...], seed: int) -> int:
    """Write the cases with their truth and floor into a new folder: safetensors files, and an index in JSON.

    \b
    primcheck export cases --only 'adam,*pool*'
    """
    from primcheck.export import INDEX, empty_folder, export
    from primcheck.settings import Settings, parse_conventions, parse_dtypes
    from primcheck.suite import Suite

    suite = Suite()
    settings = Settings(only, parse_dtypes(dtype), parse_conventions(convention, suite), seed=seed)
    primitives = suite.select(only)
    empty_folder(directory)
    count = sum(1 for _ in export(directory, suite, primitives, settings))
    click.echo(f"{count} primitive{'s' * (count != 1)} in {directory / INDEX}")
    return 0
