"""`primcheck grade`: judge a folder of submissions."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from primcheck.commands._options import only_option

FORMATS = ("text", "csv", "gradescope")


@click.command()
@click.argument("directory", type=click.Path(path_type=Path))
@only_option
@click.option("--rubric", type=click.Path(dir_okay=False, path_type=Path), help="Points for each primitive (TOML).")
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default="one a core", help="Judges."
)
@click.option("--shard", metavar="I/K", default="1/1", show_default=True, help="Grade part I of K only.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("GRADES.jsonl"),
    show_default=True,
    help="The book of grades: what is done in it is not done again.",
)
@click.option("--seed", type=click.IntRange(min=0), help="The seed of the inputs; drawn at random when none is given.")
@click.option(
    "--budget",
    type=click.FloatRange(min=1, max=86_400),
    default=120.0,
    show_default=True,
    help="Seconds for one submission.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1, max=3_600),
    default=10.0,
    show_default=True,
    help="Seconds for one call.",
)
@click.option("--trust", is_flag=True, help="Grade even where the code cannot be fenced in, because you trust it.")
@click.option("--dask", metavar="ADDRESS", help="Let the judges run on the dask.distributed cluster at this address.")
@click.option(
    "--format", "style", type=click.Choice(FORMATS), default="text", show_default=True, help="What is printed."
)
def command(
    directory: Path,
    only: str | None,
    rubric: Path | None,
    jobs: int,
    shard: str,
    out: Path,
    seed: int | None,
    budget: float,
    timeout: float,
    trust: bool,
    dask: str | None,
    style: str,
) -> int:
    """Grade the submissions in DIRECTORY: each file and each folder in it is one student's work.

    Every submission is judged in isolation, with inputs that are drawn when the book of grades is begun. A record is
    written as soon as a submission is done; run the command again to go on after an interruption.

    \b
    primcheck grade handed_in --only 'relu,softmax,adam'
    primcheck grade handed_in --rubric rubric.toml --format csv > grades.csv

    A rubric gives points:

    \b
    partial = true               # for a part of the cases a part of the points
    other_conventions = false    # right, but under another convention: none
    [points]
    adam = 3
    "*_backward" = 2
    [conventions]
    "adam.epsilon" = "hat"

    Exit codes: 0 all are graded, 2 wrong usage, 3 some could not be judged, or not safely.
    """
    from primcheck.commands._output import Progress
    from primcheck.faults import CannotJudge, UsageError
    from primcheck.grading.book import open_book
    from primcheck.grading.judging import grader
    from primcheck.grading.rubric import equal_points, read_rubric
    from primcheck.grading.submissions import shard as part_of
    from primcheck.grading.submissions import submissions
    from primcheck.isolation.protection import protection
    from primcheck.report.grades import as_csv, as_gradescope, class_summary
    from primcheck.suite import Suite

    suite = Suite()
    if rubric is None and only is None:
        raise UsageError("Say what is graded: --only 'relu,adam' gives a point for each, --rubric FILE says how many.")
    found = part_of(submissions(directory), _part(shard))
    points = read_rubric(rubric, suite) if rubric else equal_points(str(only), suite)
    if rubric and only:
        points = points.among({primitive.name for primitive in suite.select(only)})
    fence = protection()
    if not fence.complete and not trust:
        raise CannotJudge(f"Submissions cannot be fenced in here: {fence}. Pass --trust if you trust all of them.")
    book = open_book(out, suite.digest, points, seed, str(fence))
    waiting = [submission for submission in found if not book.done(submission.name, submission.digest)]
    if len(waiting) < len(found):
        click.echo(f"{len(found) - len(waiting)} of {len(found)} submissions are graded in {out} already.", err=True)
    if dask is None:
        from primcheck.grading.batch import graded

        coming = graded(waiting, partial(grader, points, book.seed, timeout, budget), jobs, budget)
    else:
        from primcheck.grading.cluster import graded as graded_on

        options = ["--seed", str(book.seed), "--budget", str(budget), "--timeout", str(timeout)]
        options += ["--trust"] if trust else []
        coming = graded_on(waiting, points, options, suite.digest, dask)
    with book, Progress("grading", len(waiting)) as progress:
        for submission, record in coming:
            book.add({**record, "digest": submission.digest})
            progress.saw({"implementation": submission.name, "primitive": ""})
    mine = [book.grades[submission.name] for submission in found]
    shown = {"text": class_summary, "csv": as_csv, "gradescope": as_gradescope}
    click.echo(shown[style](mine), nl=False)
    click.echo(f"Grades: {out}", err=True)
    return 3 if any(record["faults"] for record in mine) else 0


def _part(text: str) -> tuple[int, int]:
    """Read a part such as 3/40."""
    from primcheck.faults import UsageError

    index, _, count = text.partition("/")
    if not (index.isdigit() and count.isdigit() and 1 <= int(index) <= int(count)):
        raise UsageError(f"--shard takes I/K, such as 3/40 for the third of forty parts, not {text!r}.")
    return int(index), int(count)
