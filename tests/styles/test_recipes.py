"""The style files themselves: every recipe answers a primitive, in its words, by names that the style expects."""

import inspect

import pytest

from primcheck.spec import Rng
from primcheck.style import BuiltIn, Follows, Way
from primcheck.styles.expected import fit, read
from primcheck.styles.plan import as_json, from_json
from primcheck.styles.planning import understood
from primcheck.styles.rooms import Room, rooms, words_of
from primcheck.suite import Suite

SUITE = Suite()
STYLES = rooms(SUITE.package)
RECIPES = [(room, name) for room in STYLES for name in room.recipes]


@pytest.mark.parametrize(("room", "name"), RECIPES, ids=[f"{room.name}.{name}" for room, name in RECIPES])
def test_a_recipe_speaks_the_primitives_words(room: Room, name: str) -> None:
    """Inputs in their order, options and conventions that exist, alternatives that the convention has."""
    primitive = SUITE.primitive(name.partition("__")[0])
    parameters = inspect.signature(room.recipes[name]).parameters
    placed = [n for n, p in parameters.items() if p.kind is p.POSITIONAL_OR_KEYWORD and n not in {"theirs", "memory"}]
    assert tuple(placed) == primitive.arguments
    options = {option.name for option in primitive.options}
    conventions = {c.name: set(c.alternatives) for c in primitive.conventions}
    for key, parameter in parameters.items():
        if parameter.kind is not parameter.KEYWORD_ONLY:
            continue
        if isinstance(parameter.default, Follows):
            assert set(parameter.default.alternatives) <= conventions[key], key
        elif isinstance(parameter.default, Way):
            assert key not in conventions, f"{key} is a convention's name"
            assert key not in options
        else:
            assert key in options, key
            assert parameter.default is parameter.empty or isinstance(parameter.default, BuiltIn)
    expected = {one.made.name for one in room.expected}
    assert expected & set(words_of(room.recipes[name])), "asks nothing that the style expects"
    assert not any(isinstance(option, Rng) and option.name != "rng" for option in primitive.options)


@pytest.mark.parametrize("room", STYLES, ids=lambda room: room.name)
def test_a_style_says_what_it_is(room: Room) -> None:
    """A title, a source, a docstring; and every signature that it expects is used by some recipe."""
    assert room.style.title
    assert room.style.source
    used = {word for recipe in room.recipes.values() for word in words_of(recipe)}
    idle = {one.made.name for one in room.expected} - used
    assert not idle


def test_signatures_are_fitted_by_names_words_and_order() -> None:
    """A role is played by the parameter of its name, else of a word for it, else by the next that is left."""
    from primcheck.inventory import Parameter

    (wanted,) = (one.made for one in read("f(x, w, b?)"))
    also = {"w": frozenset({"kernel"})}

    def of(*names: str) -> tuple[Parameter, ...]:
        return tuple(Parameter(name, "either", required=True) for name in names)

    call = fit(wanted, of("kernel", "x"), "f", also)
    assert not isinstance(call, str)
    assert [role for role, _, _ in call.places] == ["w", "x"]
    guessed = fit(wanted, of("x", "q"), "f", also)
    assert not isinstance(guessed, str)
    assert guessed.score < call.score
    assert fit(wanted, of("x"), "f", also) == "it takes no w"
    assert fit(wanted, of("x", "w", "b", "q"), "f", also) == "its q is not understood"


def test_plans_travel_as_json() -> None:
    """A plan that has been JSON is the same plan."""
    import json
    from types import ModuleType

    from primcheck.inventory import take

    def affine_forward(x, w, b):  # type: ignore[no-untyped-def]
        return x @ w + b, None

    module = ModuleType("layers")
    module.affine_forward = affine_forward  # type: ignore[attr-defined]
    reading = understood(take(module), STYLES, SUITE.primitives)
    ((plan,),) = reading.plans.values()
    assert from_json(json.loads(json.dumps(as_json(plan)))) == plan
