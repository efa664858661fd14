"""The Python interface: judge a target, or a single function, and look at the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from primcheck.faults import UsageError
from primcheck.record import Record, collect
from primcheck.report.text import text
from primcheck.session import run_lines
from primcheck.settings import Settings, parse_conventions, parse_dtypes
from primcheck.styles.mapping import NOTHING, read
from primcheck.styles.reading import Choice
from primcheck.subject import Subject, from_object
from primcheck.suite import Suite


@dataclass(frozen=True)
class Report:
    """The result of a run. A notebook and a shell show it as a report; `verdicts` and `diagnoses` are the lines of the record."""

    record: Record

    @property
    def exit_code(self) -> int:
        """The code that the command line would leave with: 0 where all is well."""
        return int(self.record.end["exit_code"]) if self.record.end else 3

    @property
    def passed(self) -> bool:
        """True where at least one case passed and nothing failed or was left unjudged."""
        return self.exit_code == 0

    @property
    def verdicts(self) -> list[dict[str, Any]]:
        """One mapping a case."""
        return self.record.verdicts

    @property
    def diagnoses(self) -> list[dict[str, Any]]:
        """What is wrong, in words, best explanation first."""
        return self.record.diagnoses

    def __str__(self) -> str:
        return text([self.record])

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from primcheck.report.page import page

        return page([self.record])

    def __repr__(self) -> str:
        # A shell shows what was asked for; nobody calls `check` to see an address.
        return str(self).rstrip()


def run(
    target: Any,
    *,
    only: str | None = None,
    dtype: str = "float32,float64",
    conventions: Mapping[str, str] | None = None,
    strict: bool = False,
    seed: int = 0,
    timeout: float = 60.0,
    jobs: int = 1,
    isolated: bool = False,
    style: str | None = None,
    mapping: str | None = None,
) -> Report:
    """Judge a target: a file's path, a dotted module, a built-in technique's name, or a module, class, object or mapping.

    Args:
        target: What to judge; functions are found by the primitives' names.
        only: Primitives, comma-separated, wildcards allowed; all by default.
        dtype: Precisions to judge in.
        conventions: Choices such as `{"adam.epsilon": "hat"}`.
        strict: Count accepted bad input, notes and missing functions as failures.
        seed: Another one gives other inputs.
        timeout: Seconds that one call may take.
        jobs: Processes to judge with.
        style: Read foreign code in this style, a name or a style file's path; without it, it is recognized.
        mapping: A TOML file that says what functions of other names are.
        isolated: Judge code that you do not trust: it is loaded and called in a process that is shut in.

    Returns:
        The report; `passed` tells whether all is well.

    Raises:
        UsageError: a name in the arguments does not exist, or an object is to be isolated.
        CannotJudge: an object offers none of the primitives.
    """
    suite = Suite()
    texts = tuple(f"{name}={value}" for name, value in (conventions or {}).items())
    settings = Settings(only, parse_dtypes(dtype), parse_conventions(texts, suite), strict, seed, timeout, jobs=jobs)
    if isolated and not isinstance(target, str):
        raise UsageError("What is here already cannot be isolated; give its file, or its name as a dotted module.")
    choice = Choice(style, read(mapping) if mapping else NOTHING)
    choice.styles(suite.package)
    settings = replace(settings, isolated=isolated, choice=choice)
    subject = target if isinstance(target, (str, Subject)) else from_object(target, suite, choice=choice)
    return Report(collect(run_lines(suite, [subject], settings)))


def check(function: Callable[..., Any], primitive: str | None = None, **options: Any) -> Report:
    """Judge one function; `primitive` names what it is where its own name does not. Options as for `run`.

    Raises:
        UsageError: there is no such primitive.
    """
    suite = Suite()
    name = primitive or str(getattr(function, "__name__", ""))
    suite.primitive(name)
    return run(from_object({name: function}, suite, getattr(function, "__name__", name)), **{"only": name, **options})
