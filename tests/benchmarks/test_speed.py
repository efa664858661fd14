"""The callables and inputs of `primcheck bench` under pytest-benchmark: its JSON, comparisons and histograms work.

    pytest tests/benchmarks --benchmark-enable --benchmark-json speed.json
    pytest tests/benchmarks --benchmark-enable --benchmark-compare --benchmark-histogram

Every call has fresh inputs, and every result is checked before the next call. Without --benchmark-enable each callable
is called once, as a test.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from primcheck.bench.pool import Pool, make_pool
from primcheck.call import as_results
from primcheck.spec import Primitive
from primcheck.subject import Subject, load
from primcheck.suite import Suite

SUITE = Suite()


@cache
def technique(name: str) -> Subject:
    """Load a technique once."""
    return load(name, SUITE)


@cache
def pool(name: str, size: str) -> Pool:
    """Draw the inputs of a primitive at a size, once for all techniques."""
    primitive = SUITE.primitive(name)
    return make_pool(SUITE, primitive, size, "float32", primitive.default_convention, 0)


@pytest.mark.parametrize("size", ["tiny"])
@pytest.mark.parametrize("name", SUITE.techniques())
@pytest.mark.parametrize("primitive", [p for p in SUITE.primitives.values() if p.sizes], ids=lambda p: p.name)
def test_speed(benchmark: Callable[..., Any], primitive: Primitive, name: str, size: str) -> None:
    """Time one technique on one primitive; a wrong answer fails."""
    function, inputs = technique(name).functions[primitive.name], pool(primitive.name, size)
    rng = np.random.default_rng(0)
    latest: list[tuple[Any, Any]] = []
    results: list[Any] = []

    def call(*positional: Any, **named: Any) -> None:
        results.append(function(*positional, **named))

    def check() -> None:
        while results:
            result, (_, key) = results.pop(), latest.pop()
            assert inputs.trouble(as_results(result, inputs.question), key) == ""

    def fresh() -> tuple[list[Any], dict[str, Any]]:
        check()
        arguments, key = inputs.fresh(rng)
        latest.append((arguments, key))
        return primitive.arranged(arguments)

    benchmark.group = f"{primitive.name}, {size}"  # type: ignore[attr-defined]  # a fixture, not only a callable
    benchmark.pedantic(call, setup=fresh, rounds=50, warmup_rounds=3)  # type: ignore[attr-defined]
    check()
