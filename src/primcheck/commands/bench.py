"""`primcheck bench`: time what is right."""

from __future__ import annotations

import os
from pathlib import Path

import click

from primcheck.commands._options import convention_option, default_record, format_option, only_option, seed_option


@click.command()
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@only_option
@click.option("--sizes", default="tiny,small", show_default=True, help="tiny, small, large: sizes from real networks.")
@click.option("--against", default="vectorized", show_default=True, metavar="TARGET", help="The baseline.")
@click.option(
    "--dtype",
    type=click.Choice(["float32", "float64"]),
    default="float32",
    show_default=True,
    help="Precision to time.",
)
@convention_option
@click.option("--rounds", type=click.IntRange(min=7), default=25, show_default=True, help="Samples, at most, of each.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Threads for every library.")
@seed_option
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the record goes (JSON lines), e.g. as the base of a later compare; by default a new file in reports/.",
)
@format_option
def command(
    targets: tuple[str, ...],
    only: str | None,
    sizes: str,
    against: str,
    dtype: str,
    convention: tuple[str, ...],
    rounds: int,
    threads: int,
    seed: int,
    save: Path | None,
    style: str,
) -> int:
    """Judge, then time what passed: interleaved in one run, fresh values and a checked answer for every call.

    Without TARGET the built-in techniques are timed. Every time is relative to the baseline's in the same round.
    Code that is read in a foreign style is judged and not timed.
    """
    # Libraries read these when they are first loaded, which is after this line.
    for variable in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB_MAXIMUM", "NUMBA"):
        os.environ[f"{variable}_NUM_THREADS"] = str(threads)

    from threadpoolctl import threadpool_limits

    from primcheck.bench.run import BenchSettings, bench_lines, parse_sizes
    from primcheck.commands._output import Progress, emit
    from primcheck.record import RecordWriter, collect
    from primcheck.settings import Settings, parse_conventions
    from primcheck.subject import locate
    from primcheck.suite import Suite

    suite = Suite()
    settings = Settings(only, (dtype,), parse_conventions(convention, suite), seed=seed)
    bench = BenchSettings(parse_sizes(sizes), against, rounds, threads=threads)
    chosen = targets or tuple(suite.techniques())
    path = save or default_record("bench", chosen)
    lines = []
    count = sum(len(set(bench.sizes) & set(p.sizes)) for p in suite.select(only)) * len({*chosen, against})
    for target in (*chosen, against):
        locate(target, suite)
    with (
        threadpool_limits(threads),
        RecordWriter(path) as writer,
        Progress("timing", count) as progress,
    ):
        for line in bench_lines(suite, chosen, settings, bench):
            writer.write(line)
            lines.append(line)
            if line["type"] == "measurement":
                progress.saw(line)
    emit(style, [collect(lines, path.name)])
    click.echo(f"Record: {path}", err=True)
    return int(lines[-1]["exit_code"])
