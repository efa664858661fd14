"""What the losses of style transfer are asked: feature maps of the layers that are used for it, and bad ones."""

from primcheck.spec import Reject, Size, of_shape

SIZES = dict(
    tiny=Size("LeNet-5, the second convolution", c=16, h=10, w=10),
    small=Size("VGG-16, conv4_2 of an image of 224 × 224", c=512, h=28, w=28),
    large=Size("VGG-16, conv2_2 of an image of 336 × 448", c=128, h=168, w=224),
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
