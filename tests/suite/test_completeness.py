"""Every primitive has everything, under one name everywhere; found by looking, so that a new one is held to it too."""

import inspect
import re

import pytest

from primcheck.spec import REQUIRED, Primitive
from primcheck.subject import load
from primcheck.suite import Suite

SUITE = Suite()
TECHNIQUES = {name: load(name, SUITE) for name in ("plain", "vectorized", "jit")}


EVERY = pytest.mark.parametrize("primitive", list(SUITE.primitives.values()), ids=lambda p: p.name)


def signature(primitive: Primitive) -> list[tuple[str, object]]:
    """Return the arguments of a spec with their defaults, conventions last."""
    inputs: list[tuple[str, object]] = [(name, inspect.Parameter.empty) for name in primitive.arguments]
    options = [(o.name, inspect.Parameter.empty if o.default is REQUIRED else o.default) for o in primitive.options]
    return [*inputs, *options, *((c.name, c.default) for c in primitive.conventions)]


@EVERY
def test_reference_has_the_spec_s_signature(primitive: Primitive) -> None:
    """Names, order, defaults and conventions of the reference are those of the spec."""
    parameters = inspect.signature(SUITE.reference(primitive)).parameters.values()
    assert [(p.name, p.default) for p in parameters] == signature(primitive)


@EVERY
@pytest.mark.parametrize("technique", sorted(TECHNIQUES))
def test_techniques_have_the_spec_s_signature(primitive: Primitive, technique: str) -> None:
    """Each technique offers each primitive, with the same names, order, defaults and conventions."""
    parameters = inspect.signature(TECHNIQUES[technique].functions[primitive.name]).parameters.values()
    assert [(p.name, p.default) for p in parameters] == signature(primitive)


@EVERY
def test_the_definition_names_its_source(primitive: Primitive) -> None:
    """A definition says what it is, and where that is written: a paper, a book, a course, a library with its version."""
    assert len(primitive.definition) > 200
    assert re.search(r"\d{4}|[A-Z]\w+ \d+\.\d+", primitive.definition), "no year, no version"


@EVERY
def test_the_spec_is_whole(primitive: Primitive) -> None:
    """Cases, rejects, cost and the sizes of real networks are all there, and every case says what it hunts."""
    assert len({case.name for case in primitive.cases}) == len(primitive.cases) > 0
    assert len({reject.name for reject in primitive.rejects}) == len(primitive.rejects)
    assert all(len(case.hunts) > 10 for case in (*primitive.cases, *primitive.rejects))
    # A single array of any shape leaves nothing to refuse; a program refuses by its primitives.
    assert primitive.rejects or primitive.uses or (len(primitive.inputs) == 1 and not primitive.options)
    assert primitive.cost is not None
    assert "tiny" in primitive.sizes
    assert not primitive.random or primitive.statistics


@EVERY
def test_every_alternative_says_who_uses_it(primitive: Primitive) -> None:
    """A convention without users is an invention."""
    for convention in primitive.conventions:
        assert len(convention.alternatives) > 1
        assert all(len(who) > 3 for who in convention.alternatives.values())


@EVERY
def test_mistakes_explain_themselves(primitive: Primitive) -> None:
    """A mistake's docstring is what its author would be shown: what was done, then what to do instead."""
    mistakes = SUITE.mistakes(primitive)
    assert mistakes or primitive.uses
    for mistake in mistakes:
        assert len(mistake.says.splitlines()) >= 2, f"{mistake.name} does not say what to do instead"
        parameters = list(inspect.signature(mistake.function).parameters)
        conventions = [c.name for c in primitive.conventions if c.name in parameters]
        assert parameters == [*primitive.arguments, *(option.name for option in primitive.options), *conventions]


def test_every_reference_has_a_spec() -> None:
    """No function of the reference is left without a spec: nothing is the truth that is not asked about."""
    import importlib
    from pathlib import Path

    package = importlib.import_module("primcheck.reference")
    for path in Path(next(iter(package.__path__))).glob("*/[!_]*.py"):
        module = importlib.import_module(f"primcheck.reference.{path.parent.name}.{path.stem}")
        public = [n for n, f in vars(module).items() if inspect.isfunction(f) and f.__module__ == module.__name__]
        assert {name for name in public if not name.startswith("_")} <= set(SUITE.primitives)
