"""Friendly inputs certify wrong code: every spec holds the inputs that tell, by what its signature says it is about.

The requirements hang on options and shapes, not on names of primitives, so that a new primitive is held to them too.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from primcheck.question import Question, questions
from primcheck.spec import Count, Pair, Primitive, Real
from primcheck.suite import Suite

SUITE = Suite()
Predicate = Callable[[dict[str, Any]], bool]


def asked(primitive: Primitive) -> list[Question]:
    """Return the questions of a primitive in float64, under every alternative of every convention on its own."""
    found = questions(primitive, ("float64",))
    found += [q for q in questions(primitive, ("float32",)) if "float64" not in q.case.dtypes]
    for convention in primitive.conventions:
        for alternative in list(convention.alternatives)[1:]:
            found += questions(primitive, ("float64",), {convention.name: alternative})
    return found


def pair(value: Any) -> tuple[int, int]:
    """Return rows and columns of an int or a pair."""
    return (value, value) if isinstance(value, int) else tuple(value)


def windows(names: dict[str, Any]) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Return kernel, stride, padding and size of a pooling call."""
    kernel = pair(names["kernel"])
    stride = kernel if names["stride"] is None else pair(names["stride"])
    return kernel, stride, pair(names["padding"]), (names["h"], names["w"])


def ragged(names: dict[str, Any]) -> bool:
    """Tell whether the last window does not end where the padded input does."""
    kernel, stride, padding, size = windows(names)
    return any((n + 2 * p - k) % s for k, s, p, n in zip(kernel, stride, padding, size, strict=True))


WINDOWED: dict[str, Predicate] = {
    "a stride that is neither 1 nor the kernel": lambda a: windows(a)[1] not in {(1, 1), windows(a)[0]},
    "windows that overlap": lambda a: windows(a)[1][0] < windows(a)[0][0],
    "windows with gaps": lambda a: windows(a)[1][0] > windows(a)[0][0],
    "no padding": lambda a: windows(a)[2] == (0, 0),
    "padding 1": lambda a: 1 in windows(a)[2],
    "padding 2": lambda a: 2 in windows(a)[2],
    "a size that the stride does not divide": ragged,
    "height and width that differ": lambda a: a["h"] != a["w"],
    "a kernel that is not square": lambda a: windows(a)[0][0] != windows(a)[0][1],
    "an even kernel": lambda a: windows(a)[0][0] % 2 == 0,
    "one channel": lambda a: a["c"] == 1,
    "one image": lambda a: a["n"] == 1,
    "no image": lambda a: a["n"] == 0,
}


def strides(names: dict[str, Any]) -> list[tuple[int, int]]:
    """Return kernel and stride of a convolution, for rows and for columns."""
    return list(zip(names["w"].shape[2:], pair(names["stride"]), strict=True))


def padding(names: dict[str, Any]) -> tuple[int, int]:
    """Return the padding of a convolution; none where a word stands for it."""
    return (-1, -1) if isinstance(names["padding"], str) else pair(names["padding"])


def cut_off(names: dict[str, Any]) -> bool:
    """Tell whether a convolution's last window does not end where the padded input does."""
    dilation = pair(names.get("dilation", 1))
    sides = zip(names["x"].shape[2:], strides(names), padding(names), dilation, strict=True)
    return any(p >= 0 and (n + 2 * p - d * (k - 1) - 1) % s for n, (k, s), p, d in sides)


CONVOLVED: dict[str, Predicate] = {
    "as many channels out as in, or not": lambda a: a["w"].shape[0] != a["w"].shape[1],
    "one channel": lambda a: a["x"].shape[1] == 1,
    "one image": lambda a: a["x"].shape[0] == 1,
    "no image": lambda a: a["x"].shape[0] == 0,
    "height and width that differ": lambda a: a["x"].shape[2] != a["x"].shape[3],
    "a kernel that is not square": lambda a: a["w"].shape[2] != a["w"].shape[3],
    "an even kernel": lambda a: a["w"].shape[2] % 2 == 0,
    "a stride that is neither 1 nor the kernel": lambda a: any(s not in (1, k) for k, s in strides(a)),
    "windows that overlap": lambda a: any(s < k for k, s in strides(a)),
    "windows with gaps": lambda a: any(s > k for k, s in strides(a)),
    "no padding": lambda a: padding(a) == (0, 0),
    "padding 1": lambda a: 1 in padding(a),
    "padding 2": lambda a: 2 in padding(a),
}

CHOICES: dict[str, tuple[str, Predicate]] = {
    "dilation": ("a dilated kernel", lambda a: max(pair(a["dilation"])) > 1),
    "groups": ("more than one group", lambda a: a["groups"] > 1),
    "padding": ("a size that the stride does not divide", cut_off),
}

STATISTICS: dict[str, Predicate] = {
    "an ε that is not the default": lambda a: a["eps"] not in {1e-5, 0.0},
    "one example": lambda a: a["x"].shape[0] == 1,
    "one channel": lambda a: a["x"].ndim > 1 and a["x"].shape[1] == 1,
    "images that are not square": lambda a: a["x"].ndim == 4 and a["x"].shape[2] != a["x"].shape[3],
    "a large mean": lambda a: a["x"].size > 0 and abs(np.nanmean(a["x"])) > 100,
    "a constant column": lambda a: a["x"].shape[0] > 1 and bool(np.any(np.ptp(a["x"], axis=0) == 0)),
}

STEPPED: dict[str, Predicate] = {
    "the first step": lambda a: a["step"] == 1,
    "the second step": lambda a: a["step"] == 2,
    "the tenth step": lambda a: a["step"] == 10,
}

OPTIMIZER: dict[str, Predicate] = {
    "a gradient that is 0": lambda a: a["grad"].size > 0 and not a["grad"].any(),
    "a tiny gradient": lambda a: a["grad"].any() and np.abs(a["grad"]).max() < 1e-6,
    "a huge gradient": lambda a: a["grad"].size > 0 and np.abs(a["grad"]).max() > 1e6,
    "no parameters": lambda a: a["grad"].size == 0,
    "a rate that is not the default": lambda a: a["lr"] != a["default lr"],
}


def requirements(primitive: Primitive) -> Iterator[tuple[str, Predicate]]:
    """Yield what the cases of a primitive must contain."""
    options = {o.name: o for o in (*primitive.inputs, *primitive.options)}
    tensors = {t.name for t in primitive.tensors}
    if isinstance(options.get("kernel"), Pair):
        yield from WINDOWED.items()
    if isinstance(options.get("stride"), Pair) and {"x", "w"} <= tensors:
        yield from CONVOLVED.items()
        # A transposed convolution has its windows in the output, where none is cut off.
        yield from (CHOICES[name] for name in CHOICES if name in options and "output_padding" not in options)
        if "b" in tensors:
            yield "a bias that is not 0", lambda a: bool(np.any(a["b"]))
    if "gamma" in tensors and "x" in tensors and "eps" in options:
        yield from STATISTICS.items() if "running_mean" not in tensors or "momentum" in options else ()
    if {"param", "grad"} <= tensors:
        yield from OPTIMIZER.items()
        if isinstance(options.get("step"), Count):
            yield from STEPPED.items()
    if isinstance(options.get("rate"), Real):
        for rate in (0.0, 0.2, 0.5, 0.8):
            yield f"rate {rate}", lambda a, rate=rate: a["rate"] == rate
    if "dy" in tensors:
        yield "an upstream gradient that is not all ones", lambda a: len(np.unique(a["dy"])) > 1
        yield "a large upstream gradient", lambda a: bool(np.any(np.abs(a["dy"]) > 50))
    if "iteration" in options:
        yield "iteration 0", lambda a: a["iteration"] == 0
        yield "a late iteration", lambda a: a["iteration"] >= 100
    if primitive.floating and any(t.shape == "*" for t in primitive.tensors):
        yield "an empty array", lambda a: any(isinstance(v, np.ndarray) and v.size == 0 for v in a.values())
    for option in primitive.options:
        if isinstance(option, Real) and isinstance(option.default, float):
            yield (
                f"{option.name} that is not the default",
                lambda a, o=option: a[o.name] != o.default,
            )


ALL = [(primitive, name, test) for primitive in SUITE.primitives.values() for name, test in requirements(primitive)]


@pytest.mark.parametrize(
    ("primitive", "name", "test"), ALL, ids=lambda v: getattr(v, "name", v if isinstance(v, str) else "-")
)
def test_the_cases_hold_what_tells(primitive: Primitive, name: str, test: Predicate) -> None:
    """At least one case of the primitive has it."""
    default = {"default lr": next((o.default for o in primitive.options if o.name == "lr"), None)}
    for question in asked(primitive):
        for step in question.steps:
            if test({**default, **question.names, **step}):
                return
    pytest.fail(f"no case of {primitive.name} has {name}")


OPTIMIZERS = [p for p in SUITE.primitives.values() if {"param", "grad"} <= {t.name for t in p.tensors}]


@pytest.mark.parametrize("primitive", OPTIMIZERS, ids=lambda p: p.name)
def test_optimizers_walk(primitive: Primitive) -> None:
    """Optimizers are judged over ten and more steps with changing gradients, from a fresh and from a resumed state."""
    long = [q for q in questions(primitive, ("float64",)) if len(q.steps) >= 10]
    walks = [q for q in long if len({step["grad"].tobytes() for step in q.steps}) > 1]
    state = [t.name for t in primitive.tensors if t.name not in {"param", "grad"}]
    if state:
        starts = [any(np.any(q.steps[0][name]) for name in state) for q in walks]
        assert True in starts, "no walk resumes"
        assert False in starts, "no walk starts fresh"
    assert any(len({step.get("lr") for step in q.steps}) > 1 for q in walks), "no walk changes its rate"


@pytest.mark.parametrize(
    "primitive", [p for p in SUITE.primitives.values() if "kernel" in {o.name for o in p.options}], ids=lambda p: p.name
)
def test_windows_meet_special_values(primitive: Primitive) -> None:
    """Where the largest is picked: all-negative input under padding, ties, NaN and −∞."""
    if not any(output.exact for output in primitive.outputs) and "ties" not in primitive.default_convention:
        pytest.skip("nothing is picked")
    inputs = [(q, q.steps[0]["x"]) for q in questions(primitive, ("float64",)) if q.steps[0]["x"].size]
    assert any((x < 0).all() and q.names["padding"] != 0 for q, x in inputs), "no all-negative input under padding"
    assert any(len(np.unique(x)) < x.size / 2 for _, x in inputs), "no ties"
    assert any(np.isnan(x).any() for _, x in inputs), "no NaN"
    assert any(np.isneginf(x).any() for _, x in inputs), "no −∞"


def quarters(values: np.ndarray) -> bool:
    """Tell whether sums of such numbers are exact in float32, in any order."""
    return bool((4 * values == np.rint(4 * values)).all() and np.abs(values).sum() < 2**20)


@pytest.mark.parametrize("primitive", list(SUITE.primitives.values()), ids=lambda p: p.name)
def test_sums_stay_short(primitive: Primitive) -> None:
    """No case adds up so many terms that naive sums in float32 would be accused."""
    if primitive.uses:
        pytest.skip("a program's sums are those of its primitives")
    for question in asked(primitive):
        for value in question.steps[0].values():
            assert not isinstance(value, np.ndarray) or value.size <= 4096 or quarters(value), question.case.name


@pytest.mark.parametrize("primitive", list(SUITE.primitives.values()), ids=lambda p: p.name)
def test_every_law_is_asked(primitive: Primitive) -> None:
    """A law that holds for no case proves nothing."""
    from primcheck.store import holds

    for law in primitive.laws:
        assert any(holds(law, question) for question in asked(primitive)), law.name
