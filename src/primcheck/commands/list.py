"""`primcheck list`: what there is."""

from __future__ import annotations

import click


@click.command()
@click.option("--family", help="Only one family: activation, pooling, …")
def command(family: str | None) -> int:
    """List the primitives, family by family, and the built-in implementations."""
    from tabulate import tabulate

    from primcheck.commands._output import show
    from primcheck.faults import UsageError
    from primcheck.suite import Suite

    suite = Suite()
    families = dict.fromkeys(p.family for p in suite.primitives.values())
    if family is not None and family not in families:
        raise UsageError(f"There is no family called {family}; there are {', '.join(families)}.")
    parts = []
    for name in [family] if family else families:
        members = [p for p in suite.primitives.values() if p.family == name]
        rows = [
            (p.name, p.title, len(p.cases) + len(p.laws) + len(p.statistics), len(suite.mistakes(p)),
             ", ".join(c.name for c in p.conventions))
            for p in members
        ]  # fmt: skip
        parts.append(
            f"{name}\n" + tabulate(rows, headers=("primitive", "what it is", "cases", "mistakes", "conventions"))
        )
    if family is None:
        parts.append(
            f"Built-in techniques: {', '.join(suite.techniques())}. Bindings to libraries: {', '.join(suite.libraries())}."
        )
    show("\n\n".join(parts) + "\n", coloured=False)
    return 0
