"""Measuring: contestants take turns in every round, in random order; each call has fresh inputs and is checked."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from primcheck.bench.pool import Pool
from primcheck.call import as_results

SHORTEST = 2e-4
"""Seconds that one sample should last: shorter calls are timed several at a time."""

LONGEST = 2.0
"""Seconds above which one call is too slow to be timed again and again."""


COMPILED = 10
"""How many times longer a first call may last, for it may have to compile."""


@dataclass
class Contestant:
    """One implementation at one size, with its samples in seconds a call."""

    name: str
    function: Callable[..., Any]
    pool: Pool
    loops: int = 1
    first_call: float = 0.0
    samples: list[float] = field(default_factory=list)
    trouble: str = ""

    def warm_up(self, rng: np.random.Generator) -> float:
        """Call once cold and then until the time settles; set the number of calls a sample; return seconds a call."""
        self.first_call = self.sample(rng)
        if self.trouble or self.first_call > COMPILED * LONGEST:
            return self.first_call
        best = self.sample(rng)
        if self.trouble or best > LONGEST:
            return best
        best = min(best, self.sample(rng))
        while not self.trouble and best * self.loops < SHORTEST and self.loops < 1024:
            self.loops = min(1024, max(2 * self.loops, int(SHORTEST / max(best, 1e-9))))
            best = min(best, self.sample(rng))
        return best

    def sample(self, rng: np.random.Generator) -> float:
        """Time one sample and check every result of it; return seconds a call."""
        prepared = []
        for _ in range(self.loops):
            arguments, key = self.pool.fresh(rng)
            prepared.append((*self.pool.question.primitive.arranged(arguments), key))
        results = []
        function, clock = self.function, time.perf_counter
        enabled = gc.isenabled()
        gc.disable()
        try:
            started = clock()
            for positional, named, _ in prepared:
                results.append(function(*positional, **named))
            seconds = clock() - started
        except Exception as error:
            self.trouble = f"{type(error).__name__}: {error}"
            return float("inf")
        finally:
            if enabled:
                gc.enable()
        for result, (_, _, key) in zip(results, prepared, strict=True):
            self.trouble = self.trouble or self.pool.trouble(as_results(result, self.pool.question), key)
        return seconds / self.loops


def take_turns(contestants: list[Contestant], rng: np.random.Generator, *, rounds: int, budget: float) -> None:
    """Measure in rounds until there are enough of them, or, from the seventh on, until the time is used up."""
    started = time.perf_counter()
    for done in range(rounds):
        if done >= 7 and time.perf_counter() - started > budget:
            break
        for position in rng.permutation(len(contestants)):
            contestant = contestants[position]
            contestant.samples.append(contestant.sample(rng))
        if any(contestant.trouble for contestant in contestants):
            break
