"""What a run was asked for, besides its targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from primcheck.faults import UsageError
from primcheck.styles.reading import ANY, Choice
from primcheck.suite import Suite


@dataclass(frozen=True)
class Settings:
    """The options of a run; `conventions` maps a primitive's name to the conventions asked of it.

    Without `diagnosed` nothing is said about why something fails; without `offered` a function is not judged under
    alternatives that it takes as keywords and that nobody asked for; what is `shown` gets its smallest failing input;
    what is `isolated` runs in a process that is shut in.
    """

    only: str | None = None
    dtypes: tuple[str, ...] = ("float32", "float64")
    conventions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    strict: bool = False
    seed: int = 0
    timeout: float = 60.0
    fail_fast: bool = False
    jobs: int = 1
    diagnosed: bool = True
    offered: bool = True
    choice: Choice = ANY
    shown: bool = True
    isolated: bool = False

    def line(self) -> dict[str, object]:
        """Return the options for the record."""
        return {
            "only": self.only,
            "dtypes": list(self.dtypes),
            "conventions": {name: dict(chosen) for name, chosen in self.conventions.items()},
            "strict": self.strict,
            "timeout": self.timeout,
            "fail_fast": self.fail_fast,
            "jobs": self.jobs,
            "style": self.choice.style,
            "isolated": self.isolated,
        }


def parse_conventions(texts: tuple[str, ...], suite: Suite) -> dict[str, dict[str, str]]:
    """Read choices such as `adam.epsilon=hat`.

    Raises:
        UsageError: the primitive, the convention or the alternative does not exist; what exists is named.
    """
    chosen: dict[str, dict[str, str]] = {}
    for text in (part.strip() for item in texts for part in item.split(",")):
        name, dot, rest = text.partition(".")
        convention, equals, value = rest.partition("=")
        if not dot or not equals:
            raise UsageError(f"{text!r} is no convention; write it as PRIMITIVE.CONVENTION=ALTERNATIVE.")
        primitive = suite.primitive(name)
        known = {c.name: list(c.alternatives) for c in primitive.conventions}
        if convention not in known:
            has = f"its conventions are {', '.join(known)}" if known else "it has none"
            raise UsageError(f"{name} has no convention called {convention}; {has}.")
        if value not in known[convention]:
            raise UsageError(f"{name}.{convention} is one of {', '.join(known[convention])}, not {value}.")
        if chosen.setdefault(name, {}).setdefault(convention, value) != value:
            raise UsageError(f"{name}.{convention} is asked to be both {chosen[name][convention]} and {value}.")
    for name, asked in chosen.items():
        primitive = suite.primitive(name)
        full = {**primitive.default_convention, **asked}
        for combination in primitive.excluded:
            if all(full[key] == value for key, value in combination.items()):
                both = " with ".join(f"{key}={value}" for key, value in combination.items())
                raise UsageError(f"{name} does not define {both}.")
    return chosen


def parse_dtypes(text: str) -> tuple[str, ...]:
    """Read a comma-separated list of precisions.

    Raises:
        UsageError: one is not judged here.
    """
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [part for part in chosen if part not in {"float32", "float64"}]
    if wrong or not chosen:
        raise UsageError(
            f"{', '.join(wrong) or 'Nothing'} is no precision that is judged; choose from float32, float64."
        )
    return chosen
