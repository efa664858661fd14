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


def fan(shape: tuple[int, ...], kind: str) -> float:
    """Return fan_in, fan_out or their average, of (in, out) dense weights or (out, in, *kernel) convolution weights."""
    return {
        "in": np.prod(shape[:1] if len(shape) == 2 else shape[1:]),
        "out": np.prod(shape[1:] if len(shape) == 2 else (shape[0], *shape[2:])),
        "average": (fan(shape, "in") + fan(shape, "out")) / 2 if kind == "average" else 0,
    }[kind]


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

LAYERS = (
    Case("dense layer", shape=(4, 3), hunts="weights of another shape or type than asked for"),
    Case("one input", shape=(1, 6), hunts="a fan of 1"),
    Case("one output", shape=(6, 1), hunts="a fan of 1 on the other side"),
    Case("one weight", shape=(1, 1), hunts="an axis that is squeezed away"),
    Case("convolution", shape=(4, 3, 2, 5), hunts="a kernel that is taken to be square"),
    Case("convolution in one dimension", shape=(4, 3, 5), hunts="a kernel that is taken to have two axes"),
    Case("convolution in three dimensions", shape=(4, 3, 2, 1, 3), hunts="a kernel with an axis too many"),
    Case("kernel of one position", shape=(5, 3, 1, 1), hunts="a 1×1 convolution taken for a dense layer"),
    Case("no inputs", shape=(0, 4), hunts="a division by a fan of 0"),
    Case("no outputs", shape=(4, 0), hunts="an empty layer that makes the draw fail"),
    Case("no channels", shape=(4, 0, 3, 3), hunts="a division by a fan of 0, with a kernel"),
)

NEGATIVE_SIZES = (
    Reject("negative size", shape=(4, -3), hunts="a negative number of units"),
    Reject("negative first size", shape=(-4, 3), hunts="a negative number of units in front"),
)

SHAPES_WITHOUT_FANS = (
    *NEGATIVE_SIZES,
    Reject("one axis", shape=(5,), hunts="a bias: a shape of one axis has no fans"),
    Reject("no axes", shape=(), hunts="a scalar, which has no fans"),
    Reject("six axes", shape=(2, 2, 2, 2, 2, 2), hunts="a kernel of four axes, more than any layer has"),
)


def samples(law: Callable[..., Distribution]) -> tuple[Statistic, ...]:
    """Return the statistics of weights whose scale comes from fans: fan_in and fan_out differ, as do height and width."""
    return (
        Statistic(
            "dense layer",
            hunts="a wrong scale: variance for deviation, another factor, the other fan; a wrong law; rows that repeat",
            of="weights",
            law=law,
            values=dict(shape=(600, 400)),
        ),
        Statistic(
            "convolution",
            hunts="fans without the kernel's area, or with the axes in another order",
            of="weights",
            law=law,
            values=dict(shape=(96, 160, 3, 5)),
        ),
    )


SIZES = dict(
    tiny=Size("LeNet-5, the first convolution", shape=(6, 1, 5, 5)),
    small=Size("LeNet-5, the third convolution", shape=(120, 16, 5, 5)),
    large=Size("VGG-16, the last convolution", shape=(512, 512, 3, 3)),
)
