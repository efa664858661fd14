"""Cases: the inputs that are asked, each with what it hunts; bad inputs that should be refused; sizes to time."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any


class Case:
    """Inputs, and what they hunt.

    `values` names, in one place, sizes (n=2), draws (x=normal()), options (stride=2); what is not named has its default.
    With `steps`, the case is a trajectory: results named like an input are carried into the next step.
    `when` limits the case to some conventions; `exact` demands the truth to the bit; `dtypes` leaves out a precision
    in which the inputs cannot be represented. A case that is not `compared` is held by the laws alone. `after` names
    another case and the seconds it may take: a slower implementation is not asked. `refusable` says why right code may
    raise an exception here, where that is as good as an answer.
    """

    def __init__(
        self,
        name: str,
        *,
        hunts: str,
        steps: int = 1,
        exact: bool = False,
        dtypes: tuple[str, ...] = ("float32", "float64"),
        when: Mapping[str, str | tuple[str, ...]] | None = None,
        compared: bool = True,
        after: tuple[str, float] | None = None,
        refusable: str = "",
        **values: Any,
    ) -> None:
        self.name = name
        self.compared = compared
        self.after = after
        self.refusable = refusable
        self.hunts = hunts
        self.steps = steps
        self.exact = exact
        self.dtypes = dtypes
        self.when = {key: (v,) if isinstance(v, str) else v for key, v in (when or {}).items()}
        self.values = values

    def having(self, **values: Any) -> Case:
        """Return the case with other values."""
        other = copy.copy(self)
        other.values = values
        return other

    def applies(self, convention: Mapping[str, str]) -> bool:
        """Tell whether the case is asked under these conventions."""
        return all(convention[name] in allowed for name, allowed in self.when.items())


class Reject(Case):
    """A bad input that an implementation should refuse with an exception."""

    def __init__(self, name: str, *, hunts: str, when: Mapping[str, str] | None = None, **values: Any) -> None:
        super().__init__(name, hunts=hunts, when=when, dtypes=("float64",), **values)


class Size(Case):
    """A benchmark size, with the network it was taken from."""

    def __init__(self, source: str, **values: Any) -> None:
        super().__init__(source, hunts=source, **values)
