"""What the primitives of batch normalization share: shapes, options, one convention, bad inputs and sizes."""

import math
from typing import Any

from numpy.typing import NDArray

from primcheck.spec import Convention, Real, Reject, Size, Tensor, of_shape, uniform

IMAGES = dict(n=4, c=3, spatial=(2, 5))
DENSE = dict(n=8, c=5)
WIDE_AS_DEEP = dict(n=3, c=4, spatial=(2, 4))


def examples(spatial: tuple[int, ...] = ()) -> str:
    """Return the shape of x: (n, c) for dense layers, (n, c, h, w) for images."""
    return " ".join(["n c", *map(str, spatial)])


def channels(axes: str) -> str:
    """Return the shape of the parameters."""
    return "features" if axes == "feature" else "c"


def independent(axes: str) -> str | None:
    """Return the axis whose results do not depend on each other, where x and the parameters share it."""
    return "c" if axes == "channel" else None


def elements(n: int, c: int, spatial: tuple[int, ...] = ()) -> int:
    """Return the number of elements of x."""
    return math.prod((n, c, *spatial))


def features(c: int, axes: str, spatial: tuple[int, ...] = ()) -> int:
    """Return how many means and variances there are."""
    return c * math.prod(spatial) if axes == "feature" else c


def positions(axes: str, spatial: tuple[int, ...] = ()) -> int:
    """Return how many values one example gives to each mean."""
    return 1 if axes == "feature" else math.prod(spatial)


def by_feature(values: NDArray[Any], n: int, features: int, positions: int) -> NDArray[Any]:
    """Return an array shaped as x with three axes, so that sums over the first and the last belong to one feature."""
    return values.reshape(n, features, positions)


SIZES = dict(features=features, positions=positions)

X = Tensor("x", examples)
GAMMA, BETA = Tensor("gamma", channels), Tensor("beta", channels)
RUNNING = (Tensor("running_mean", channels), Tensor("running_var", channels, draw=uniform(0.5, 2.0)))
EPS = Real("eps", 1e-5, low=0)

AXES = Convention(
    "axes",
    "What shares a mean and a variance",
    channel="all positions of an image's channel: the paper's section 3.2, PyTorch, Keras, Flax, Caffe, CS231n",
    feature="nothing, every (c, h, w) stands alone: Deep Learning from Scratch (4-D input is flattened to (N, C·H·W))",
)

BAD_SHAPES = (
    Reject("three axes", **DENSE, x=of_shape((8, 5, 2)), hunts="an x that is neither (N, C) nor (N, C, H, W)"),
    Reject("three axes, one value", **DENSE, x=of_shape((8, 5, 1)), hunts="an x with a last axis of one value"),
    Reject("five axes", **IMAGES, x=of_shape((4, 3, 3, 5, 1)), hunts="an x with three axes of positions"),
    Reject("gamma too short", **DENSE, gamma=of_shape((4,)), hunts="a γ with fewer values than there are channels"),
    Reject("gamma of one value", **DENSE, gamma=of_shape((1,)), hunts="a γ that broadcasts"),
    Reject(
        "gamma with four axes",
        **IMAGES,
        gamma=of_shape((1, 3, 1, 1)),
        hunts="a γ shaped to broadcast: the parameters have one axis",
    ),
    Reject(
        "gamma of every position",
        **IMAGES,
        gamma=of_shape((30,)),
        when={"axes": "channel"},
        hunts="a γ of C·H·W values where channels are normalized",
    ),
    Reject(
        "gamma of channels",
        **IMAGES,
        gamma=of_shape((3,)),
        when={"axes": "feature"},
        hunts="a γ of C values where every feature is normalized apart",
    ),
    Reject("negative epsilon", **DENSE, eps=-1e-5, hunts="a negative ε: the root of a negative number"),
)

LAYERS = dict(
    tiny=Size("ResNet-20 on CIFAR-10, the last stage, 2 images", n=2, c=64, spatial=(8, 8)),
    small=Size("ResNet-50, the last stage, 8 images", n=8, c=512, spatial=(7, 7)),
    large=Size("ResNet-50, the first stage, 32 images", n=32, c=64, spatial=(56, 56)),
)
