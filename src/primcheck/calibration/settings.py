"""What is calibrated: every random primitive under its choices of conventions, with the laws of its statistics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from primcheck.conventions import alternatives
from primcheck.examination import Examination
from primcheck.question import bind, by_name
from primcheck.spec import Behaviour, Case, Distribution, Primitive, Statistic
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite


@dataclass(frozen=True)
class Setting:
    """A random primitive under one choice of conventions."""

    primitive: Primitive
    convention: Mapping[str, str]

    @property
    def changed(self) -> dict[str, str]:
        """The conventions that are not the default ones."""
        default = self.primitive.default_convention
        return {name: value for name, value in self.convention.items() if value != default[name]}

    @property
    def label(self) -> str:
        """The primitive's name, and what is not as by default."""
        changed = ", ".join(f"{name}={value}" for name, value in self.changed.items())
        return f"`{self.primitive.name}`" + (f" ({changed})" if changed else "")

    @property
    def statistics(self) -> list[Statistic]:
        """The statistics that apply under the conventions."""
        return [s for s in self.primitive.statistics if all(self.convention[n] == v for n, v in s.when.items())]

    def law(self, statistic: Statistic) -> Distribution:
        """Return the law that a statistic's sample must follow."""
        case = Case(statistic.name, hunts=statistic.hunts, **statistic.values)
        law: Distribution = by_name(statistic.law, bind(self.primitive, case, self.convention))
        return law

    @property
    def kind(self) -> type[Distribution]:
        """The type of law that single results follow; figures that a whole sample must come to are none."""
        return next(type(law) for law in map(self.law, self.statistics) if not isinstance(law, Behaviour))

    def examination(self, subject: Subject, store: TruthStore, seed: int) -> Examination:
        """Return the examination of a subject under the conventions, in one precision: draws are float64 in any."""
        return Examination(subject, self.primitive, store, ("float64",), seed, asked=self.changed)


def settings_of(suite: Suite) -> Iterator[Setting]:
    """Yield every random primitive that has statistics, under every choice of conventions, the default first."""
    for primitive in suite.primitives.values():
        if primitive.random and primitive.statistics:
            default = primitive.default_convention
            for convention in (default, *alternatives(primitive, default)):
                yield Setting(primitive, convention)


def one_a_law(suite: Suite) -> list[Setting]:
    """Return every random primitive once for each type of law that a choice of conventions gives it."""
    found: dict[tuple[str, type], Setting] = {}
    for setting in settings_of(suite):
        found.setdefault((setting.primitive.name, setting.kind), setting)
    return list(found.values())
