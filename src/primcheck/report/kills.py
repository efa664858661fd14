"""The kill matrix as text."""

from __future__ import annotations

import string

from tabulate import tabulate

from primcheck.kill_matrix import Kill
from primcheck.report.markdown import long_table

_COLUMNS = string.digits[1:] + string.ascii_lowercase + string.ascii_uppercase


def kill_table(primitive: str, found: list[Kill]) -> str:
    """Return the matrix of one primitive with a key to its columns."""
    cases = list(dict.fromkeys(case for kill in found for case in kill.statuses))
    marks = [_COLUMNS[i] if i < len(_COLUMNS) else "#" for i in range(len(cases))]
    rows = []
    for kill in found:
        line = "".join("·" if kill.statuses.get(c, "pass") in {"pass", "declined"} else "●" for c in cases)
        named = "itself" if kill.itself else ", ".join(kill.named) or "nothing"
        rows.append((kill.mistake.name, line, f"{len(kill.killers)}/{len(cases)}", named))
    table = tabulate(rows, headers=(primitive, "".join(marks), "rejected by", "named as"), disable_numparse=True)
    key = "\n".join(f"  {mark}  {case}" for mark, case in zip(marks, cases, strict=True))
    return f"{table}\n{key}"


def kills_page(found: list[Kill]) -> str:
    """Return a row a mistake as Markdown: how many cases reject it, which one alone, and what it is named."""
    rows = []
    for kill in found:
        cases = len(kill.statuses)
        only = kill.killers[0] if len(kill.killers) == 1 else ""
        named = "itself" if kill.itself else ", ".join(kill.named) or "nothing"
        says = kill.mistake.says.split("\n")[0]
        rows.append(
            (f"`{kill.mistake.primitive}`", kill.mistake.name, says, f"{len(kill.killers)} of {cases}", only, named)
        )
    headers = ("primitive", "mistake", "what was done", "rejected by", "by this case alone", "named as")
    parts = [
        "# Known mistakes, and what becomes of them",
        "Each function of `impls/mistaken/` is wrong on purpose. It is judged like any implementation, in float64; the diagnosis"
        " then has to find which mistake was made by looking at the answers alone.",
        summary(found).strip(),
        long_table(headers, rows),
    ]
    return "\n\n".join(parts) + "\n"


def summary(found: list[Kill]) -> str:
    """Return the matrix in one sentence, and the mistakes that break it."""
    killed = sum(bool(kill.killers) for kill in found)
    named = sum(kill.itself for kill in found)
    mixed = sum(kill.mixed for kill in found)
    what = f"mistakes ({mixed} of them under another convention)" if mixed else "mistakes"
    lines = [f"{killed} of {len(found)} {what} are rejected; {named} are named for what they are."]
    for kill in found:
        if not kill.killers:
            lines.append(f"  PASSES EVERY CASE  {kill.mistake.primitive} / {kill.mistake.name}")
        elif not kill.itself:
            others = ", ".join(kill.named) or "nothing"
            lines.append(f"  NAMED WRONGLY      {kill.mistake.primitive} / {kill.mistake.name}: {others}")
    return "\n".join(lines) + "\n"
