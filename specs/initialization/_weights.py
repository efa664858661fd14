"""What the initializers share: fans, laws, cases, bad shapes, samples, cost and layers."""

from collections.abc import Callable

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Distribution,
    Normal,
    Output,
    Reject,
    Size,
    Statistic,
    TruncatedNormal,
    Uniform,
)

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2

WEIGHTS = Output("weights", lambda shape: tuple(shape), dtype="float64")
COST = Cost(flops=lambda shape: 2 * np.prod(shape), moved=lambda shape, itemsize: itemsize * np.prod(shape))


def fan_in(shape: tuple[int, ...]) -> float:
    """Return how many inputs a unit has."""
    return np.prod(shape[:1] if len(shape) == 2 else shape[1:])


def fan_out(shape: tuple[int, ...]) -> float:
    """Return how many units an input goes to."""
    return np.prod(shape[1:] if len(shape) == 2 else (shape[0], *shape[2:]))


def connections(shape: tuple[int, ...], fan: str) -> float:
    """Return the fan that a convention asks for."""
    return {"in": fan_in(shape), "out": fan_out(shape), "average": (fan_in(shape) + fan_out(shape)) / 2}[fan]


def normal_law(variance: float, tails: str) -> Distribution:
    """Return the normal law of a variance; one with truncated tails is wider before it is cut."""
    return {
        "plain": Normal(0.0, np.sqrt(variance)),
        "truncated": TruncatedNormal(0.0, np.sqrt(variance) / STD_OF_TRUNCATED),
    }[tails]


def uniform_law(variance: float) -> Distribution:
    """Return the uniform law of a variance, around 0."""
    return Uniform(-np.sqrt(3 * variance), np.sqrt(3 * variance))


TAILS = Convention(
    "tails",
    "What becomes of draws beyond two standard deviations",
    plain="they stay: PyTorch, Caffe, Chainer, Deep Learning from Scratch",
    truncated="drawn again, and the rest is widened to the same variance: Keras, TensorFlow, JAX, Flax",
)

FAN_IN_FIRST = Convention(
    "fan",
    "Which fan the variance is divided by",
    **{
        "in": "fan_in: the paper's eq. 10, the default of PyTorch, Keras, JAX and Caffe; Chainer, CS231n",
        "out": "fan_out: the paper's eq. 14, PyTorch's mode='fan_out', Caffe's FAN_OUT",
        "average": "(fan_in + fan_out)/2: Caffe's AVERAGE; fan_avg in JAX' and TensorFlow's variance scaling",
    },
)

AVERAGE_FIRST = Convention(
    "fan",
    "Which fan the variance is divided by",
    **{
        "average": "(fan_in + fan_out)/2: the paper, PyTorch, Keras, TensorFlow, JAX, Chainer",
        "in": "fan_in: Caffe's default, Deep Learning from Scratch, many tutorials (CS231n's 1/√n)",
    },
)

LAYERS = (
    Case("dense layer", shape=(4, 3), hunts="weights of another shape or type than asked for"),
    Case("one input", shape=(1, 6), hunts="a fan_in of 1, taken for none"),
    Case("one output", shape=(6, 1), hunts="a fan_out of 1, taken for none"),
    Case("one weight", shape=(1, 1), hunts="an axis that is squeezed away"),
    Case("convolution", shape=(4, 3, 2, 5), hunts="a kernel that is taken to be square"),
    Case("convolution in one dimension", shape=(4, 3, 5), hunts="a kernel that is taken to have two axes"),
    Case("convolution in three dimensions", shape=(4, 3, 2, 1, 3), hunts="a kernel with an axis too many"),
    Case("kernel of one position", shape=(5, 3, 1, 1), hunts="a 1×1 convolution taken for a dense layer"),
    Case("no outputs", shape=(4, 0), hunts="an empty layer that makes the draw fail"),
)


def negative_sizes(**options: float) -> tuple[Reject, ...]:
    """Return shapes that do not exist, with the options that an initializer demands."""
    return (
        Reject("negative size", shape=(4, -3), **options, hunts="a negative number of units"),
        Reject("negative only size", shape=(-4,), **options, hunts="a negative length"),
    )


SHAPES_WITHOUT_FANS = (
    *negative_sizes(),
    Reject("one axis", shape=(5,), hunts="a bias: a shape of one axis has no fans"),
    Reject("no axes", shape=(), hunts="a scalar, which has no fans"),
    Reject("six axes", shape=(2, 2, 2, 2, 2, 2), hunts="a kernel of four axes, more than any layer has"),
)


def many_calls(law: Callable[..., Distribution]) -> Statistic:
    """Return a statistic of layers so small that half a connection more or less can be seen."""
    return Statistic(
        "small layer, many calls",
        hunts="an average of the fans that is rounded down: 2 for 2½",
        of="weights",
        law=law,
        values=dict(shape=(2, 3), steps=1200),
    )


def samples(law: Callable[..., Distribution]) -> tuple[Statistic, ...]:
    """Return the statistics of weights whose scale comes from fans: fan_in and fan_out differ, as do height and width."""
    return (
        Statistic(
            "dense layer",
            hunts="a wrong scale: variance for deviation, another factor, the other fan; a wrong law; rows that repeat",
            of="weights",
            law=law,
            values=dict(shape=(500, 400)),
        ),
        Statistic(
            "convolution",
            hunts="fans without the kernel's area, or with the axes in another order",
            of="weights",
            law=law,
            values=dict(shape=(48, 80, 3, 5)),
        ),
        Statistic(
            "convolution in three dimensions",
            hunts="fans without the last of the kernel's axes",
            of="weights",
            law=law,
            values=dict(shape=(32, 20, 3, 2, 5)),
        ),
    )


SIZES = dict(
    tiny=Size("LeNet-5, the first convolution", shape=(6, 1, 5, 5)),
    small=Size("LeNet-5, the third convolution", shape=(120, 16, 5, 5)),
    large=Size("VGG-16, the last convolution", shape=(512, 512, 3, 3)),
)
