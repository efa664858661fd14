"""`primcheck kill-matrix`: the proof that a wrong implementation does not pass."""

from __future__ import annotations

import click

from primcheck.commands._options import only_option


@click.command()
@only_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="A matrix a primitive, or one page with a row a mistake.",
)
def command(only: str | None, style: str) -> int:
    """Judge every known mistake: which cases reject it, and which mistake the diagnosis names.

    One table a primitive: a row a mistake, a column a case; ● where the case rejects the mistake. Leaves with 1
    where a mistake passes every case or is not named.
    """
    from primcheck.commands._output import Progress, show
    from primcheck.kill_matrix import kills
    from primcheck.report.kills import kill_table, kills_page, summary
    from primcheck.store import TruthStore
    from primcheck.suite import Suite

    suite = Suite()
    store = TruthStore(suite)
    primitives = suite.select(only)
    found = []
    with Progress("judging mistakes", sum(len(suite.mistakes(p)) for p in primitives)) as progress:
        for primitive in primitives:
            for kill in kills(suite, primitive, store):
                found.append(kill)
                progress.saw({"implementation": primitive.name, "primitive": kill.mistake.name})
            mine = [kill for kill in found if kill.mistake.primitive == primitive.name]
            if mine and style == "text":
                show(kill_table(primitive.name, mine) + "\n", coloured=False)
    show(kills_page(found) if style == "markdown" else summary(found), coloured=False)
    return 0 if all(kill.killers and kill.itself for kill in found) else 1
