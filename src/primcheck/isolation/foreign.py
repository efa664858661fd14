"""Code in a foreign style, in a worker: its inventory comes here, plans go there and are carried out there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from primcheck.inventory import Entry
from primcheck.isolation.remote import Remote, RemoteFunction
from primcheck.settings import Settings
from primcheck.styles.plan import as_json
from primcheck.styles.planning import understood
from primcheck.styles.reading import Understood, gathered
from primcheck.styles.rooms import Room
from primcheck.suite import Suite


class Foreign(RemoteFunction):
    """A function that a worker makes of a plan and of the code in one of the target's modules."""

    def __init__(self, remote: Remote, name: str, planned: Any, judged: Any) -> None:
        super().__init__(remote, name, Entry(planned.plan.label, planned.plan.module, None), planned.manner)
        self.__signature__ = planned.__signature__
        self.plan, self.judged = planned.plan, judged


class _There(dict[str, Any]):
    """The namespace of a module in a worker, as far as plans need one: each name stands for itself and its module."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self.part = part

    def __missing__(self, name: str) -> tuple[int, str]:
        return self.part, name


def read(
    remote: Remote, functions: Mapping[str, RemoteFunction], styles: list[Room], suite: Suite, settings: Settings
) -> Understood:
    """Plan how foreign code is asked, let workers make functions of the plans, and return those as if they were here."""
    readings = [
        (_There(part), understood(inventory, styles, suite.primitives, settings.choice.told))
        for part, inventory in enumerate(remote.inventories)
    ]
    planned = gathered(readings, suite.primitives)
    if not planned.functions:
        return planned
    plans: list[dict[str, Any]] = []

    def there(one: Any) -> Any:
        part, head = one.judged
        name = f"plan {len(plans)}"
        plans.append({"name": name, "part": part, "plan": as_json(one.plan)})
        return Foreign(remote, name, one, functions.get(head))

    chosen = {name: there(one) for name, one in planned.functions.items()}
    others = {name: {label: there(one) for label, one in found.items()} for name, found in planned.others.items()}
    remote.resolve(plans)
    return replace(planned, functions=chosen, others=others)
