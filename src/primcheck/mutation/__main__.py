"""Run a campaign: `python -m primcheck.mutation`. What stands in the record and has not changed since is not tried again."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from primcheck.faults import UsageError
from primcheck.mutation.campaign import Campaign, Task
from primcheck.mutation.reasons import read_reasons, unexplained
from primcheck.mutation.record import RECORD, merged, read, write
from primcheck.report.mutation import mutation_page
from primcheck.suite import Suite

PAGE = Path("reports/mutation.md")
ROOMS = ("reference", "vectorized", "jit")

_campaign: Campaign


@click.command()
@click.option("--rooms", default=",".join(ROOMS), show_default=True, help="Whose code is changed.")
@click.option("--only", help="Names of primitives, with wildcards, separated by commas.")
@click.option("-j", "--jobs", default=os.cpu_count() or 1, show_default=True, help="Processes.")
@click.option("--every", default=1, show_default=True, help="Try one mutant in so many; nothing is recorded then.")
@click.option("--anew", is_flag=True, help="Try everything, whatever stands in the record.")
@click.option("--compiled", is_flag=True, help="Compile mutants of jit: what draws, or a sample with --every.")
@click.option("--record", type=click.Path(path_type=Path), default=RECORD, show_default=True, help="The record.")
def main(rooms: str, only: str | None, jobs: int, every: int, anew: bool, compiled: bool, record: Path) -> None:
    """Change right code in every small way, and see what the suite says.

    Modules whose line in the record is up to date are skipped, so a campaign that was interrupted goes on where it was.
    What survives of code of jit that draws random numbers is tried again where mutants are compiled, and nothing else is.
    Where only cases have changed, what survived before is tried again: what was rejected is rejected still, as long as
    cases are added. Where one was taken away or made milder, take --anew.
    Leaves with 1 where a mutant survives and nobody has written down why that changes nothing.
    """
    # Kernels are changed as the Python that they are written in; what is compiled of mutants is not kept.
    os.environ["NUMBA_DISABLE_JIT"] = str(int(not compiled))
    scratch = tempfile.TemporaryDirectory()
    os.environ["NUMBA_CACHE_DIR"] = scratch.name
    chosen = tuple(room.strip() for room in rooms.split(","))
    if set(chosen) - set(ROOMS):
        raise click.UsageError(f"--rooms takes {', '.join(ROOMS)}.")
    try:
        # A module is shared by primitives: its line is about all of them, whichever are asked for.
        campaign = Campaign(Suite(), chosen, compiled=compiled)
        wanted = {primitive.name for primitive in campaign.suite.select(only)}
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    lines = read(record)
    sampled = every > 1
    done = {} if sampled or anew else {line["path"]: line for line in lines}
    tasks = [
        task
        for task in campaign.tasks()
        if wanted & set(task.primitives)
        and (sampled or task.draws or not compiled)
        and not _up_to_date(task, done.get(task.path), compiled)
    ]
    global _campaign  # workers are forked with what is loaded
    _campaign = campaign
    total = killed = 0
    tried: list[dict[str, Any]] = []
    for number, line in enumerate(_lines(tasks, done, jobs, every), 1):
        total, killed = total + line["mutants"], killed + line["killed"]
        click.echo(f"{number}/{len(tasks)}  {line['path']}: {line['killed']} of {line['mutants']} rejected")
        tried.append(line)
        if not sampled:
            lines = merged(lines, line)
            write(record, lines)
    click.echo(f"{killed} of {total} mutants rejected.")
    reasons = read_reasons()
    if not sampled and record == RECORD:
        PAGE.write_text(mutation_page(lines, reasons), "utf-8")
        tried = lines
    left = list(unexplained(tried, reasons))
    for text, survivor in left:
        click.echo(f"unexplained  {text}  [{survivor.get('kind', '')}] {survivor.get('example', '')}")
    sys.exit(1 if left else 0)


def _up_to_date(task: Task, line: dict[str, Any] | None, compiled: bool) -> bool:
    if line is None or (line["code"], line["asked"]) != (task.code, task.asked):
        return False
    return not (compiled and task.draws) or line.get("compiled", False)


def _lines(tasks: list[Task], done: dict[str, Any], jobs: int, every: int) -> Iterator[dict[str, Any]]:
    """Yield the modules' lines as they come; a process does a family of a room after the other, and keeps its questions."""
    families: dict[tuple[bool, str], list[Task]] = {}
    for task in tasks:
        families.setdefault((task.room == "jit", task.path.split("/")[1]), []).append(task)
    # The largest first, so that no process is left with one at the end; what runs slowly, as Python, last of all.
    sizes = {key: sum(Path(task.file).stat().st_size for task in family) for key, family in families.items()}
    jobs_to_do = [families[key] for key in sorted(families, key=lambda key: (key[0], -sizes[key]))]
    context = multiprocessing.get_context("fork")
    lines: multiprocessing.Queue[dict[str, Any]] = context.Queue()
    with context.Pool(jobs, initializer=_let, initargs=(lines,)) as pool:
        result = pool.map_async(partial(_examine, every=every, done=done), jobs_to_do, chunksize=1)
        waiting = len(tasks)
        while waiting and not (result.ready() and lines.empty()):
            with contextlib.suppress(queue.Empty):
                line = lines.get(timeout=1)
                if "fault" in line:
                    raise click.ClickException(line["fault"])
                yield line
                waiting -= 1
        result.get()


_out: multiprocessing.Queue[dict[str, Any]]


def _let(lines: multiprocessing.Queue[dict[str, Any]]) -> None:
    global _out  # the one thing a worker is given when it starts
    _out = lines


def _examine(family: list[Task], every: int, done: dict[str, Any]) -> None:
    for task in family:
        line = done.get(task.path)
        same = line if line and line["code"] == task.code else None
        try:
            _out.put(_campaign.examine(task, every=every, before=same))
        except Exception as error:
            _out.put({"fault": f"{task.path}: {type(error).__name__}: {error}"})
            raise
    _campaign.forget()


if __name__ == "__main__":
    main()
