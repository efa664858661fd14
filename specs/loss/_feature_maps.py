"""What the losses of style transfer are asked: feature maps of the layers that are used for it, and bad ones."""

from primcheck.spec import Reject, Size, of_shape

SIZES = dict(
    tiny=Size("LeNet-5, the second convolution", c=16, h=10, w=10),
    small=Size("VGG-16, conv3_1 of an image of 64 × 64", c=256, h=16, w=16),
    large=Size("VGG-16, conv1_2 of an image of 112 × 112", c=64, h=112, w=112),
)

IMAGE = dict(c=3, h=4, w=5)


def pair_rejects(first: str, second: str) -> tuple[Reject, ...]:
    """Return bad pairs of feature maps, which are called like this."""
    return (
        Reject("fewer channels", **IMAGE, **{second: of_shape((1, 4, 5))}, hunts="one channel that broadcasts"),
        Reject("another width", **IMAGE, **{second: of_shape((3, 4, 1))}, hunts="a column that broadcasts"),
        Reject("turned", **IMAGE, **{second: of_shape((3, 5, 4))}, hunts="height and width exchanged"),
        Reject(
            "a batch of images",
            **IMAGE,
            **{name: of_shape((2, 3, 4, 5)) for name in (first, second)},
            hunts="several images, whose batch axis would be taken for channels",
        ),
    )
