"""What the pooling of whole images has in common: layouts, bad inputs, sizes."""

from primcheck.spec import Case, Reject, Size, of_shape

IMAGES = dict(n=2, c=3, h=4, w=5)

LAYOUTS = (
    Case("images", **IMAGES, hunts="a result for other axes than the last two"),
    Case("square images", n=2, c=2, h=3, w=3, hunts="anything but one side taken for the other"),
    Case("upright images", n=2, c=2, h=5, w=2, hunts="one side taken for the other"),
    Case("as wide as deep", n=2, c=4, h=3, w=4, hunts="images taken for (N, H, W, C), which fits here"),
    Case("one row", n=2, c=3, h=1, w=6, hunts="an axis of length 1 that is dropped"),
    Case("one column", n=2, c=3, h=5, w=1, hunts="an axis of length 1 that is dropped"),
    Case("one position", n=3, c=2, h=1, w=1, hunts="an image that already is its result"),
    Case("one channel", n=3, c=1, h=2, w=4, hunts="an axis of length 1 that is dropped from (N, C)"),
    Case("one image", n=1, c=4, h=3, w=2, hunts="an axis of length 1 that is dropped from (N, C)"),
    Case("one channel of one image", n=1, c=1, h=3, w=4, hunts="a number in place of a matrix of one"),
    Case("no images", n=0, c=3, h=2, w=2, hunts="an empty batch that makes the call fail"),
    Case("no channels", n=2, c=0, h=3, w=4, hunts="images without channels that make the call fail"),
)

BAD_IMAGES = (
    Reject("three axes", **IMAGES, x=of_shape((3, 4, 5)), hunts="one image without a batch"),
    Reject("two axes", **IMAGES, x=of_shape((4, 5)), hunts="a matrix in place of images"),
    Reject("five axes", **IMAGES, x=of_shape((2, 3, 4, 5, 1)), hunts="images with three axes of positions"),
    Reject("no images without rows", n=0, c=3, h=0, w=5, hunts="a result of nothing, in a batch that hides it"),
    Reject("images without rows", n=2, c=3, h=0, w=5, hunts="a result of nothing"),
    Reject("images without columns", n=2, c=3, h=4, w=0, hunts="a result of nothing"),
)

BAD_GRADIENTS = (
    Reject("gradient of one number", **IMAGES, dy=of_shape((1, 1)), hunts="a gradient that broadcasts"),
    Reject("gradient of one image", **IMAGES, dy=of_shape((1, 3)), hunts="a gradient that broadcasts over the batch"),
    Reject("gradient of x's shape", **IMAGES, dy=of_shape((2, 3, 4, 5)), hunts="a gradient of x, not of y"),
    Reject("gradient with four axes", **IMAGES, dy=of_shape((2, 3, 1, 1)), hunts="a gradient of a y with four axes"),
)

SIZES = dict(
    tiny=Size("ResNet-20 on CIFAR-10, the last pooling, 4 images", n=4, c=64, h=8, w=8),
    small=Size("ResNet-50, the last pooling, 8 images", n=8, c=2048, h=7, w=7),
    large=Size("SqueezeNet, the last pooling, 32 images", n=32, c=1000, h=13, w=13),
)
