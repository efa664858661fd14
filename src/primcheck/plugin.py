"""The pytest plugin: `pytest --primcheck TARGET` collects one test a case; a failing one shows the verdict's reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from primcheck.settings import Settings


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the plugin's options; without --primcheck the plugin does nothing and imports nothing."""
    group = parser.getgroup("primcheck", "conformance of deep-learning primitives")
    group.addoption(
        "--primcheck", action="append", default=[], metavar="TARGET", help="judge a file, module or built-in technique"
    )
    group.addoption("--primcheck-only", metavar="NAMES", help="only these primitives: 'adam,*pool*'")
    group.addoption(
        "--primcheck-convention",
        action="append",
        default=[],
        metavar="P.C=A",
        help="judge primitive P under alternative A of its convention C",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add one item a case of every target."""
    for target in config.getoption("--primcheck"):
        collector = PrimcheckTarget.from_parent(session, name=target, nodeid=f"primcheck:{target}")
        items.extend(collector.collect())


class PrimcheckTarget(pytest.Collector):
    """A target, judged once, when it is collected: which cases there are is known only then."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each verdict."""
        from primcheck.faults import CannotJudge, SuiteFault, UsageError
        from primcheck.report.summary import case_id
        from primcheck.session import run_lines
        from primcheck.suite import Suite

        suite = Suite()
        try:
            lines = list(run_lines(suite, [self.name], self._settings(suite)))
        except (UsageError, CannotJudge, SuiteFault) as error:
            raise pytest.UsageError(str(error)) from None
        told: dict[str, list[dict[str, Any]]] = {}
        for line in lines:
            if line["type"] == "diagnosis":
                told.setdefault(line["primitive"], []).append(line)
        for line in lines:
            if line["type"] == "verdict" and line["kind"] != "reject" and line["status"] != "not_implemented":
                name = case_id(line) or "target"
                yield PrimcheckItem.from_parent(self, name=name, verdict=line, told=told.get(line["primitive"], []))

    def _settings(self, suite: Any) -> Settings:
        from primcheck.settings import Settings, parse_conventions

        texts = tuple(self.config.getoption("--primcheck-convention"))
        return Settings(self.config.getoption("--primcheck-only"), conventions=parse_conventions(texts, suite))


class WrongAnswer(Exception):
    """A case that did not pass."""


class PrimcheckItem(pytest.Item):
    """One case."""

    def __init__(self, *, verdict: dict[str, Any], told: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._verdict = verdict
        self._told = told

    def runtest(self) -> None:
        """Pass, skip or fail as the verdict says."""
        status = self._verdict["status"]
        from primcheck.verdict import excused

        if status == "declined" or excused(self._verdict):
            pytest.skip(self._verdict["message"])
        if status != "pass":
            raise WrongAnswer(self._verdict["message"])

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the verdict's reason in place of a traceback."""
        if not isinstance(excinfo.value, WrongAnswer):
            return super().repr_failure(excinfo, style)
        from primcheck.report.text import diagnosis_text

        verdict = self._verdict
        parts = [f"{verdict['status']}: {verdict['message']}"]
        if verdict["hunts"]:
            parts.append(f"hunts: {verdict['hunts']}")
        return "\n".join(parts + [diagnosis_text(diagnosis) for diagnosis in self._told[:1]])

    def reportinfo(self) -> tuple[str, None, str]:
        """Name the item as target and case."""
        return str(self.parent.name if self.parent else ""), None, f"{self._verdict['implementation']}: {self.name}"
