"""Options that several commands share, each written once."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from primcheck.faults import UsageError

only_option = click.option(
    "--only", metavar="NAMES", help="Primitives, comma-separated; wildcards allowed: 'adam,*pool*'."
)
dtype_option = click.option(
    "--dtype", default="float32,float64", show_default=True, metavar="TYPES", help="Precisions to judge in."
)
convention_option = click.option(
    "--convention",
    multiple=True,
    metavar="P.C=A",
    help="Judge primitive P under alternative A of its convention C; may be repeated.",
)
seed_option = click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Other inputs.")
jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to judge with."
)
out_option = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the record goes (JSON lines); by default a new file in reports/.",
)
FORMATS = ("text", "markdown", "junit")
WITNESS_FORMATS = ("witness", "dialects")

isolated_option = click.option(
    "--isolated",
    is_flag=True,
    help="Load and call the code in a process that is shut in: for code that you do not trust.",
)
worker_option = click.option(
    "--worker",
    "workers",
    multiple=True,
    metavar="COMMAND",
    help="Judge a program in any language that speaks the protocol (docs/protocol.md); always isolated.",
)

format_option = click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="What is printed.",
)


def default_record(kind: str, targets: tuple[str, ...]) -> Path:
    """Return the path of a new record in reports/: no run overwrites another's.

    Raises:
        UsageError: the folder cannot be made here.
    """
    names = "-".join(Path(target).stem for target in targets)[:60]
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    folder = Path("reports")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"Cannot make {folder}/ here ({error.strerror}); say where the record goes with --out."
        ) from error
    if not os.access(folder, os.W_OK):
        raise UsageError(f"Cannot write to {folder}/; say where the record goes with --out.")
    path, count = folder / f"{kind}-{names}-{stamp}.jsonl", 1
    while path.exists():
        count += 1
        path = folder / f"{kind}-{names}-{stamp}-{count}.jsonl"
    return path
