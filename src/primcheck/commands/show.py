"""`primcheck show`: everything the suite knows about one primitive."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", metavar="PRIMITIVE")
def command(name: str) -> int:
    """Show a primitive: definition, signature, conventions, cases and what they hunt, laws, known mistakes, sizes."""
    from primcheck.commands._output import show
    from primcheck.report.primitive import primitive_page
    from primcheck.suite import Suite

    suite = Suite()
    show(primitive_page(suite.primitive(name), suite), coloured=False)
    return 0
