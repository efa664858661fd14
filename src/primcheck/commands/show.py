"""`primcheck show`: everything the suite knows about one primitive."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("name", metavar="PRIMITIVE")
@click.option(
    "--figure",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw the primitive's figure into this file (.png, .svg or .pdf) in place of the text.",
)
def command(name: str, figure: Path | None) -> int:
    """Show a primitive: definition, signature, conventions, cases and what they hunt, laws, known mistakes, sizes.

    With --figure, its picture: for an initializer the activations of ten layers as histograms.
    """
    from primcheck.commands._output import show
    from primcheck.report.primitive import primitive_page
    from primcheck.suite import Suite

    suite = Suite()
    if figure is not None:
        from primcheck.report.figure import draw_figure

        primitive = suite.primitive(name)
        draw_figure(primitive, suite.reference(primitive), figure)
        click.echo(f"Figure: {figure}", err=True)
        return 0
    show(primitive_page(suite.primitive(name), suite), coloured=False)
    return 0
