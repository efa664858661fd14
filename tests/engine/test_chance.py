"""Chance: right samples pass, named wrong laws are found, and the stated rates are what is measured."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from primcheck.calibration.binomial import lower
from primcheck.chance import examine
from primcheck.spec import Bernoulli, Normal, TruncatedNormal, Uniform

SHAPE = (400, 500)
Draw = Callable[[np.random.Generator, tuple[int, ...]], Any]


def truncated(rng: np.random.Generator, shape: tuple[int, ...]) -> Any:
    """Draw a normal cut at 2 by redrawing."""
    values = rng.standard_normal(shape)
    while np.any(far := np.abs(values) > 2):
        values[far] = rng.standard_normal(int(far.sum()))
    return values


RIGHT: dict[str, tuple[Any, Draw]] = {
    "normal": (Normal(0.5, 2.0), lambda rng, shape: rng.normal(0.5, 2.0, shape)),
    "uniform": (Uniform(-1.0, 3.0), lambda rng, shape: rng.uniform(-1.0, 3.0, shape)),
    "truncated": (TruncatedNormal(0.0, 1.0), truncated),
    "coin": (Bernoulli(0.8), lambda rng, shape: rng.random(shape) < 0.8),
}


def failures(law: Any, draw: Draw, seed: int, shape: tuple[int, ...] = SHAPE, alarm: float = 1e-12) -> list[str]:
    """Return the tests that a sampler fails."""
    rng = np.random.default_rng(seed)
    findings = examine(draw(rng, shape), draw(rng, shape), law, alarm)
    return [finding.name for finding in findings if finding.deviation > finding.allowed]


@pytest.mark.parametrize("law", sorted(RIGHT))
def test_right_samples_pass(law: str) -> None:
    """Right code is not accused, whatever the seed."""
    for seed in range(20):
        assert failures(*RIGHT[law], seed) == []


@pytest.mark.parametrize("law", sorted(RIGHT))
def test_the_stated_rate_is_not_exceeded(law: str) -> None:
    """At a raised level of 5 % a test, the share of false alarms stays below it: the bounds hold."""
    runs, per_run, alarms = 200, 0, 0
    for seed in range(runs):
        rng = np.random.default_rng(seed)
        findings = examine(RIGHT[law][1](rng, (40, 50)), RIGHT[law][1](rng, (40, 50)), RIGHT[law][0], 0.05)
        per_run = len(findings)
        alarms += sum(finding.deviation > finding.allowed for finding in findings)
    assert alarms <= 0.05 * runs * per_run


@pytest.mark.parametrize("law", sorted(RIGHT))
def test_no_kind_of_test_exceeds_its_rate(law: str) -> None:
    """Each kind of test keeps the level for itself; none hides behind others that are more cautious."""
    runs, kinds = 1000, dict[str, list[bool]]()
    for seed in range(runs):
        rng = np.random.default_rng(seed)
        for finding in examine(RIGHT[law][1](rng, (20, 25)), RIGHT[law][1](rng, (20, 25)), RIGHT[law][0], 0.05):
            kinds.setdefault(finding.name, []).append(finding.deviation > finding.allowed)

    assert {name: sum(alarms) for name, alarms in kinds.items() if lower(sum(alarms), runs) > 0.05} == {}


def repeated_rows(rng: np.random.Generator, shape: tuple[int, ...]) -> Any:
    """Draw one row for all."""
    return np.broadcast_to(rng.standard_normal(shape[-1]), shape).copy()


def neighbours(rng: np.random.Generator, shape: tuple[int, ...]) -> Any:
    """Draw values correlated along a row."""
    values = rng.standard_normal((shape[0], shape[1] + 1))
    return (values[:, 1:] + 0.25 * values[:, :-1]) / np.sqrt(1 + 0.25**2)


WRONG: dict[str, tuple[Any, Draw, str]] = {
    "std off by 2 %": (Normal(0, 1), lambda rng, shape: rng.normal(0, 1.02, shape), "standard deviation"),
    "std off by −2 %": (Normal(0, 1), lambda rng, shape: rng.normal(0, 0.98, shape), "standard deviation"),
    "mean off": (Normal(0, 1), lambda rng, shape: rng.normal(0.03, 1, shape), "mean"),
    "limit off by 2 %": (Uniform(-1, 1), lambda rng, shape: rng.uniform(-1.02, 1.02, shape), "share of values outside"),
    "limit off by −2 %": (
        Uniform(-1, 1),
        lambda rng, shape: rng.uniform(-0.98, 0.98, shape),
        "distance of the extremes",
    ),
    "rate off by 0.01": (Bernoulli(0.5), lambda rng, shape: rng.random(shape) < 0.51, "share of True"),
    "right moments, wrong law": (
        Normal(0, 1),
        lambda rng, shape: rng.uniform(-np.sqrt(3), np.sqrt(3), shape),
        "largest gap",
    ),
    "tails piled up": (TruncatedNormal(0, 1), lambda rng, shape: rng.standard_normal(shape).clip(-2, 2), "largest gap"),
    "one row": (Normal(0, 1), repeated_rows, "along axis 0"),
    "neighbours": (Normal(0, 1), neighbours, "1 apart along axis 1"),
    "the same at every call": (
        Normal(0, 1),
        lambda _, shape: np.random.default_rng(3).standard_normal(shape),
        "next call",
    ),
    "constant": (Normal(0, 1), lambda _, shape: np.zeros(shape), "standard deviation"),
    "NaN": (Normal(0, 1), lambda rng, shape: np.where(rng.random(shape) < 1e-3, np.nan, 0), "outside"),
}


@pytest.mark.parametrize("what", sorted(WRONG))
def test_wrong_laws_are_found(what: str) -> None:
    """Each named deviation is found, by the test that is there for it, at every one of 20 seeds."""
    law, draw, name = WRONG[what]
    shape = (800, 800) if what.startswith("rate") else SHAPE
    for seed in range(20):
        assert any(name in failed for failed in failures(law, draw, seed, shape)), failures(law, draw, seed, shape)
