"""The record of a campaign: a JSON line for each module; reports are made from it alone."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

RECORD = Path("reports/mutation.jsonl")


def read(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a record; none where there is no record yet."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def merged(lines: list[dict[str, Any]], line: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the lines of a record with one added, or put in the place of an older one."""
    return sorted([*(old for old in lines if old["path"] != line["path"]), line], key=lambda one: str(one["path"]))


def write(path: Path, lines: list[dict[str, Any]]) -> None:
    """Write a record as a whole, or not at all."""
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    os.replace(fresh, path)
