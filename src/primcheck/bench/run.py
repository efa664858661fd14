"""A benchmark run: judge first, then time what passed, and stream both into one record."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from primcheck.bench.measure import LONGEST, Contestant, take_turns
from primcheck.bench.pool import Pool, make_pool, shapes_of
from primcheck.bench.statistics import Ratio, ratio_of, speed_verdict
from primcheck.faults import CannotJudge, MissingLibrary, UsageError
from primcheck.manner import manner_of
from primcheck.question import by_name
from primcheck.session import Tally, not_judged, opening
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.subject import Subject, load
from primcheck.suite import Suite
from primcheck.supervisor import judge_target
from primcheck.verdict import BAD, excused


@dataclass(frozen=True)
class BenchSettings:
    """The options of a benchmark besides those of the judging that comes before it."""

    sizes: tuple[str, ...] = ("tiny", "small")
    against: str = "vectorized"
    rounds: int = 25
    budget: float = 1.5
    threads: int = 1


def bench_lines(
    suite: Suite, targets: Iterable[str], settings: Settings, bench: BenchSettings
) -> Iterator[dict[str, Any]]:
    """Yield the lines of a benchmark's record: verdicts first, then measurements.

    Raises:
        UsageError: a size or target does not exist.
        CannotJudge: the baseline does not load.
    """
    chosen = list(dict.fromkeys([*targets, bench.against]))
    primitives = suite.select(settings.only)
    started = time.monotonic()
    options = replace(settings)
    line = opening(suite, chosen, options)
    line["options"] |= {"sizes": list(bench.sizes), "against": bench.against, "threads": bench.threads}
    yield line
    tally = Tally(settings.strict)
    sound: dict[tuple[str, str], bool] = {}
    conventions: dict[tuple[str, str], Mapping[str, str]] = {}
    for target in chosen:
        try:
            for lines in judge_target(suite, target, primitives, settings):
                for line in lines:
                    tally.add(line)
                    yield {**line, "timed": False} if line["type"] == "style" else line
                    if line["type"] == "verdict" and line["kind"] != "reject" and not excused(line):
                        key = target, line["primitive"]
                        sound[key] = sound.get(key, True) and line["status"] not in BAD | {"not_run", "not_implemented"}
                        # The first verdict tells; later ones may be of alternatives that are offered besides.
                        conventions.setdefault(key, line["convention"])
        except CannotJudge as error:
            line = not_judged(target, str(error))
            tally.add(line)
            yield line
    subjects = {t: load(t, suite) for t in chosen if any(name == t for name, _ in sound)}
    for primitive in primitives:
        # What reads code in a foreign style takes time of its own, which would be called the code's.
        fields = [
            t
            for t in subjects
            if sound.get((t, primitive.name)) and not manner_of(subjects[t].functions[primitive.name]).style
        ]
        wrong = [
            t for t in subjects if sound.get((t, primitive.name)) is False and primitive.name in subjects[t].functions
        ]
        before: dict[str, tuple[float, float]] = {}
        for size in (s for s in bench.sizes if s in primitive.sizes):
            try:
                heat = _Heat(suite, primitive, size, subjects, fields, settings, bench, conventions, before)
            except MissingLibrary:
                # Its cases were not run either, which the verdicts above say.
                continue
            yield from heat.lines()
            for target in wrong:
                yield {**_blank(target, primitive, size, bench), "verdict": "invalid"}
    yield tally.end(time.monotonic() - started)


class _Heat:
    """One primitive at one size: every sound implementation against the baseline."""

    def __init__(
        self,
        suite: Suite,
        primitive: Primitive,
        size: str,
        subjects: Mapping[str, Subject],
        names: list[str],
        settings: Settings,
        bench: BenchSettings,
        conventions: Mapping[tuple[str, str], Mapping[str, str]],
        before: dict[str, tuple[float, float]],
    ) -> None:
        self.primitive, self.size, self.bench, self.before = primitive, size, bench, before
        self.rng = np.random.default_rng()
        self.dtype = settings.dtypes[0]
        pools: dict[str, Pool] = {}
        self.entries: list[Contestant] = []
        self.too_slow: dict[str, float] = {}
        self.work = 0.0
        for name in names:
            convention = conventions[name, primitive.name]
            key = str(sorted(convention.items()))
            if key not in pools:
                pools[key] = make_pool(suite, primitive, size, self.dtype, convention, settings.seed)
                self.work = cost_of(pools[key])[1] or 1.0
            subject = subjects[name]
            declines = subject.declines(primitive)
            question = pools[key].question
            options = {i.name for i in (*primitive.inputs, *primitive.options)}
            asked = {n: v for n, v in question.names.items() if n in options}
            asked |= {n: v for n, v in question.steps[0].items() if n in options} | primitive.positional(
                question.steps[0]
            )
            if declines and declines(primitive=primitive.name, **asked):
                continue
            guess = self._guess(name)
            if guess > LONGEST:
                self.too_slow[name] = guess
                continue
            self.entries.append(Contestant(name, subject.functions[primitive.name], pools[key]))

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield a measurement for each contestant."""
        for name, guess in self.too_slow.items():
            yield {**_blank(name, self.primitive, self.size, self.bench), "verdict": "too_slow", "estimate": guess}
        ready = []
        for entry in self.entries:
            seconds = entry.warm_up(self.rng)
            self.before[entry.name] = seconds, self.work
            if entry.trouble:
                yield self._invalid(entry)
            elif seconds > LONGEST:
                blank = _blank(entry.name, self.primitive, self.size, self.bench)
                yield {**blank, "verdict": "too_slow", "estimate": seconds, "first_call": entry.first_call}
            else:
                ready.append(entry)
        baseline = next((entry for entry in ready if entry.name == self.bench.against), None)
        control = None
        if baseline is not None:
            control = replace(baseline, samples=[])
        entered = [*ready, *([control] if control else [])]
        while entered:
            take_turns(entered, self.rng, rounds=self.bench.rounds, budget=self.bench.budget * len(entered))
            fallen = [entry for entry in entered if entry.trouble]
            if not fallen:
                break
            # A wrong answer ends a contestant's race and voids the round; the others start again without it.
            for entry in fallen:
                yield self._invalid(entry)
                entered.remove(entry)
                if entry in (baseline, control):
                    return
            for entry in entered:
                entry.samples.clear()
        noise = ratio_of(control.samples, baseline.samples) if control and baseline else None
        for entry in ready:
            if not entry.trouble:
                yield self._measured(entry, baseline, noise)

    def _guess(self, name: str) -> float:
        """Estimate the seconds of a call from the size before, by the work the cost model says there is."""
        if name not in self.before:
            return 0.0
        seconds, work = self.before[name]
        return seconds * self.work / work

    def _invalid(self, entry: Contestant) -> dict[str, Any]:
        line = _blank(entry.name, self.primitive, self.size, self.bench)
        return {**line, "verdict": "invalid", "message": entry.trouble}

    def _measured(self, entry: Contestant, baseline: Contestant | None, noise: Ratio | None) -> dict[str, Any]:
        flops, moved = cost_of(entry.pool)
        line = {
            **_blank(entry.name, self.primitive, self.size, self.bench),
            "shapes": shapes_of(entry.pool),
            "dtype": entry.pool.question.dtype,
            "loops": entry.loops,
            "samples": entry.samples,
            "first_call": entry.first_call,
            "bytes": moved,
            "flops": flops,
        }
        if baseline is not None and noise is not None:
            ratio = noise if entry is baseline else ratio_of(entry.samples, baseline.samples)
            line["ratio"] = ratio.line()
            line["control"] = noise.line()
            line["verdict"] = "same" if entry is baseline else speed_verdict(ratio, noise)
        return line


def cost_of(pool: Pool) -> tuple[float, float]:
    """Return the operations and the bytes of one call by the spec's cost model."""
    question = pool.question
    cost = question.primitive.cost
    if cost is None:
        return 0.0, 0.0
    names = {**question.names, "itemsize": np.dtype(question.precision).itemsize}
    return float(by_name(cost.flops, names)), float(by_name(cost.moved, names))


def parse_sizes(text: str) -> tuple[str, ...]:
    """Read a comma-separated list of sizes, smallest first.

    Raises:
        UsageError: one is not known.
    """
    known = ("tiny", "small", "large")
    chosen = {part.strip() for part in text.split(",") if part.strip()}
    wrong = sorted(chosen - set(known))
    if wrong or not chosen:
        raise UsageError(f"{', '.join(wrong) or 'Nothing'} is no size; choose from {', '.join(known)}.")
    return tuple(size for size in known if size in chosen)


def _blank(name: str, primitive: Primitive, size: str, bench: BenchSettings) -> dict[str, Any]:
    return {
        "type": "measurement",
        "implementation": name,
        "primitive": primitive.name,
        "size": size,
        "shapes": {},
        "dtype": None,
        "threads": bench.threads,
        "loops": 0,
        "samples": [],
        "first_call": None,
        "baseline": bench.against,
        "ratio": None,
        "verdict": "inconclusive",
        "bytes": None,
        "flops": None,
        "share_of_limit": None,
        "memory": None,
    }
