"""Honest code loses nothing by being isolated: the same verdicts, ratios and readings as in this process."""

import os
from pathlib import Path
from typing import Any

import pytest

from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.suite import Suite

STYLES = sorted((Path(__file__).parents[1] / "styles" / "code").glob("*.py"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing to isolate with")


def said(target: str, only: str | None, *, isolated: bool) -> tuple[Any, Any]:
    """Return what is said of each case but for storage, and of the style."""
    suite = Suite()
    lines = list(run_lines(suite, [target], Settings(only, timeout=60.0, diagnosed=False, isolated=isolated)))
    verdicts = {
        (line["primitive"], line["case"], line["dtype"], str(line["convention"])): (line["status"], line["message"])
        for line in lines
        if line["type"] == "verdict" and line["kind"] in {"value", "reject"}
    }
    return verdicts, [line for line in lines if line["type"] == "style"]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_foreign_styles(path: Path) -> None:
    """Code in a foreign style is read here from its inventory, and asked there by its recipes."""
    only = "relu*,dense*,dropout*,adam,sgd,momentum,softmax_cross_entropy_loss"
    assert said(str(path), only, isolated=True) == said(str(path), only, isolated=False)


@pytest.mark.parametrize(
    ("target", "only"),
    [
        ("vectorized", "adam,dropout,max_pool2d*,non_max_suppression,box_*,glorot*"),
        ("plain", "sgd,conv2d,step_lr"),
        ("primcheck.reference", "perceptron_update"),
    ],
)
def test_techniques(target: str, only: str) -> None:
    """A built-in technique is a package that is copied by itself."""
    suite = Suite()
    names = [name for pattern in only.split(",") for name in suite.primitives if Path(name).match(pattern)]
    assert said(target, ",".join(names), isolated=True) == said(target, ",".join(names), isolated=False)
