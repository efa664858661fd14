"""`primcheck witness`: which libraries agree with the reference."""

from __future__ import annotations

from pathlib import Path

import click

from primcheck.commands._options import WITNESS_FORMATS, default_record, only_option, out_option


@click.command()
@click.argument("libraries", metavar="[LIBRARY]...", nargs=-1)
@only_option
@out_option
@click.option(
    "--format",
    "style",
    type=click.Choice(WITNESS_FORMATS),
    default="witness",
    show_default=True,
    help="The table of agreement, or the page of dialects as Markdown.",
)
def command(libraries: tuple[str, ...], only: str | None, out: Path | None, style: str) -> int:
    """Ask other libraries the suite's cases: which agree with the reference, under which convention, and how closely.

    Without LIBRARY every one that is installed is asked, each under the convention that it follows and under every other
    one that it offers. A library that differs is a finding, not a failure: the command leaves with 0 where at least
    one library was asked, and with 3 where none is installed.
    """
    from primcheck.commands._output import Progress, emit
    from primcheck.faults import CannotJudge, UsageError
    from primcheck.record import RecordWriter, collect
    from primcheck.session import Tally, not_judged, opening
    from primcheck.settings import Settings
    from primcheck.suite import Suite
    from primcheck.witness import testimony

    suite = Suite()
    unknown = [name for name in libraries if name not in suite.libraries()]
    if unknown:
        raise UsageError(f"{', '.join(unknown)} is none of the bindings to libraries: {', '.join(suite.libraries())}.")
    settings, primitives = Settings(only), suite.select(only)
    missing = {name: suite.missing(name) for name in libraries or suite.libraries()}
    chosen = [name for name, lacks in missing.items() if libraries or not lacks]
    if not chosen:
        needed = sorted({library for lacks in missing.values() for library in lacks})
        raise CannotJudge(f"None of the libraries is installed; install one of {', '.join(needed)}.")
    path = out or default_record("witness", tuple(chosen))
    tally, lines = Tally(strict=False), []
    with RecordWriter(path) as writer, Progress("asking", len(chosen) * len(primitives)) as progress:

        def note(line: dict[str, object]) -> None:
            tally.add(line)
            lines.append(line)
            writer.write(line)
            progress.saw(line)

        note(opening(suite, chosen, settings))
        for library in chosen:
            try:
                for found in testimony(suite, library, primitives, settings):
                    for line in found:
                        note(line)
            except CannotJudge as error:
                note(not_judged(library, str(error)))
        judged = bool(tally.totals["pass"])
        note({**tally.end(0.0), "exit_code": 0 if judged else 3})
    emit(style, [collect(lines, path.name)])
    click.echo(f"Record: {path}", err=True)
    return 0 if judged else 3
