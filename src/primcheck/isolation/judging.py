"""Judging many targets in isolation: one server of workers and one store of truths serve them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import TracebackType
from typing import Any

from primcheck.isolation.loading import loaded
from primcheck.isolation.remote import RemoteFunction
from primcheck.isolation.workers import Server
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.suite import Suite
from primcheck.supervisor import judge_here


class IsolatedJudge:
    """Judges targets one after the other, each in workers of its own. It must be closed.

    Unless it is `heeding` them, code has no say in what it does not support: what it declines by a function of its own
    is asked all the same.
    """

    def __init__(self, suite: Suite, store: TruthStore | None = None, *, heeding: bool = True) -> None:
        self._suite = suite
        self._heeding = heeding
        self._store = store or TruthStore(suite)
        self._server = Server()

    def lines(self, target: str, primitives: list[Primitive], settings: Settings) -> Iterator[list[dict[str, Any]]]:
        """Yield, primitive by primitive, the lines of the record about one target.

        Raises:
            UsageError: there is no such target.
            CannotJudge: it does not load, or offers nothing.
        """
        settings = replace(settings, isolated=True)
        with loaded(target, self._suite, settings, self._server) as subject:
            for function in () if self._heeding else subject.functions.values():
                if isinstance(function, RemoteFunction):
                    function.declines = None
            yield from judge_here(self._suite, subject, primitives, settings, self._store)

    def close(self) -> None:
        """End the server with all that belongs to it."""
        self._server.close()

    def __enter__(self) -> IsolatedJudge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
