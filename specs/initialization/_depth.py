"""How initial weights behave in a deep network: the spread of activations layer by layer, and units that stay equal."""

from collections.abc import Callable

import numpy as np

from primcheck.spec import Behaviour, Figure, Law, Statistic

WIDTH, DEPTH, NETWORKS = 100, 10, 3
INPUT = np.random.default_rng(2010).standard_normal((200, WIDTH))


def relu(x):
    """Return the positive part."""
    return np.maximum(x, 0)


def activations(weights, squash: Callable, x=INPUT) -> list:
    """Return what each layer of a network without biases puts out."""
    return [y := squash(x @ weights[0]), *activations(weights[1:], squash, y)] if len(weights) else []


def decades(weights, squash: Callable) -> float:
    """Return how many powers of ten lie between the spread of the last layer's activations and the first's."""
    return np.log10(np.std(activations(weights, squash)[-1]) / np.std(activations(weights, squash)[0]))


def saturated(weights, squash: Callable) -> float:
    """Return the share of the last layer's activations that are within a tenth of ±1."""
    return np.mean(np.abs(activations(weights, squash)[-1]) > 0.9)


def over_networks(measure: Callable, squash: Callable) -> Callable:
    """Return a measure's mean over the networks of a sample."""
    return lambda sample: np.mean(
        [measure(sample[k * DEPTH : (k + 1) * DEPTH], squash) for k in range(len(sample) // DEPTH)]
    )


def _deep(name: str, hunts: str, behaviour: Behaviour, **options: float) -> Statistic:
    return Statistic(
        name,
        hunts=hunts,
        of="weights",
        law=lambda: behaviour,
        values=dict(shape=(WIDTH, WIDTH), steps=NETWORKS * DEPTH, **options),
    )


def keeps_its_spread(squash: Callable) -> Statistic:
    """Return the statistic that ten layers keep the order of magnitude of the activations."""
    return _deep(
        f"ten layers of {squash.__name__} keep the spread of activations",
        "a scale with which a deep network's signal fades away or blows up",
        Behaviour("decades of spread from layer 1 to 10", over_networks(decades, squash), 0.0, 1.0),
    )


FADES = _deep(
    "ten layers of tanh fade at std 0.01",
    "a std that is larger than it says: a signal that should fade by a factor of ten a layer does not",
    Behaviour("decades of spread from layer 1 to 10", over_networks(decades, np.tanh), -9.0, 1.0),
    std=0.01,
)

# A unit of layer 10 adds up 100 inputs of about ±0.96 with weights of deviation 1, so it is tanh of a normal number of
# deviation 9.6, and |tanh| exceeds 0.9 beyond 1.47: in 88 of 100 cases.
SATURATES = _deep(
    "ten layers of tanh saturate at std 1",
    "a std that is smaller than it says: units that should sit at ±1 do not",
    Behaviour("share of saturated units in layer 10", over_networks(saturated, np.tanh), 0.88, 0.08),
    std=1.0,
)


def descend(first, second, x, target, rate, steps: int) -> tuple:
    """Return the weights of a network of one tanh layer after some steps of gradient descent on its squared error."""
    return (
        (first, second)
        if steps == 0
        else descend(
            first - rate * x.T @ (((h := np.tanh(x @ first)) @ second - target) @ second.T * (1 - h * h)),
            second - rate * h.T @ (h @ second - target),
            x, target, rate, steps - 1,
        )
    )  # fmt: skip


EXAMPLES, TARGETS = np.array([[1.0, -2.0, 0.5], [0.25, 1.0, -1.0]]), np.array([[1.0], [-0.5]])

STAY_EQUAL = Law(
    "equal weights leave equal units",
    lambda weights: np.ptp(descend(weights, np.full((4, 1), weights[0, 0]), EXAMPLES, TARGETS, 0.1, 5)[0], axis=1),
    hunts="weights that differ, where all units of a layer must stay the same however long it learns",
    where=lambda shape, value: tuple(shape) == (3, 4) and value != 0,
)

LEARN_NOTHING = Law(
    "zero weights learn nothing",
    lambda weights: descend(weights, weights[0][:, np.newaxis], EXAMPLES, TARGETS, 0.1, 5)[0],
    hunts="weights that are not exactly 0, through which no gradient comes to the layer below",
    where=lambda shape, value: tuple(shape) == (3, 4) and value == 0,
    exact=True,
)


def _random(std: float) -> np.ndarray:
    return np.random.default_rng(1).standard_normal((DEPTH, WIDTH, WIDTH)) * std


def classic() -> dict[str, list]:
    """Return the activations of the four choices that every course compares."""
    return {
        "std 1, tanh": activations(_random(1.0), np.tanh),
        "std 0.01, tanh": activations(_random(0.01), np.tanh),
        "Xavier, tanh": activations(_random(WIDTH**-0.5), np.tanh),
        "He, relu": activations(_random((2 / WIDTH) ** 0.5), relu),
    }


LAYER_BY_LAYER = Figure(
    "Activations through ten layers of 100 units",
    lambda draw: {
        "this one, tanh": activations([draw(shape=(WIDTH, WIDTH)) for _ in range(DEPTH)], np.tanh),
        "this one, relu": activations([draw(shape=(WIDTH, WIDTH)) for _ in range(DEPTH)], relu),
        **classic(),
    },
    columns="layer",
)
