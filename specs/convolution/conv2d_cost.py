"""What a two-dimensional convolution costs.

    shape           = (N, O, H', W')
    multiplications = N · O · H' · W' · C/groups · kh · kw
    parameters      = O · C/groups · kh · kw + O

x_shape is (N, C, H, W) and w_shape (O, C/groups, kh, kw), four whole numbers each; stride, padding, dilation and groups
are those of conv2d, and so are H' and W'. All results are whole numbers. Multiplications are those of the plain sum for
all N images: one for each tap and channel of every result, those with cells of padding counted. Parameters are weights
and biases, which do not depend on the size of the images.

Counts in the literature differ by a factor of 2: "flops" counts an addition with each multiplication, as PyTorch's
flop counter does, "multiply-adds" or MACs count the pair once, as here. Keras and TensorFlow count the same parameters.

The classic example: 5×5 from 192 to 32 channels over 28×28 takes 120,422,400 multiplications, and with 1×1 to 16
channels before it 2,408,448 + 10,035,200 = 12,443,648 in both layers, a tenth.

He and Sun, Convolutional Neural Networks at Constrained Time Cost, arXiv:1412.1710, equation 1; the example: Szegedy
et al., Going Deeper with Convolutions, arXiv:1409.4842, §4 and table 1, as told in Coursera, Convolutional Neural
Networks, 2017, week 2.
"""

import math

from primcheck.spec import Case, Cost, Count, Counts, Law, Output, Pair, Primitive, Reject, Size

SMALL = dict(x_shape=(2, 3, 7, 9), w_shape=(4, 3, 3, 2))
STRIDED = dict(x_shape=(2, 3, 8, 7), w_shape=(4, 3, 3, 2), stride=2)

conv2d_cost = Primitive(
    title="The cost of two-dimensional convolution",
    inputs=(Counts("x_shape"), Counts("w_shape")),
    options=(
        Pair("stride", 1, low=1),
        Pair("padding", 0, words=("valid", "same")),
        Pair("dilation", 1, low=1),
        Count("groups", 1, low=1),
    ),
    outputs=(
        Output("shape", "4", dtype="int"),
        Output("multiplications", "", dtype="int"),
        Output("parameters", "", dtype="int"),
    ),
    cases=(
        Case("a layer", **SMALL, hunts="rows and columns exchanged, or a count for one image only"),
        Case("kernel of one", x_shape=(2, 4, 5, 6), w_shape=(3, 4, 1, 1), hunts="a size that shrinks without a cause"),
        Case("the whole image", x_shape=(2, 3, 5, 4), w_shape=(6, 3, 5, 4), hunts="a count over the input's positions"),
        Case("stride of two", **STRIDED, hunts="an output size rounded up, or a count over the input's positions"),
        Case("stride beyond the kernel", **{**STRIDED, "stride": (4, 3)}, hunts="an output size from the kernel"),
        Case("padded", **SMALL, padding=1, hunts="padding that is forgotten, or added once in place of twice"),
        Case("padded rows", **STRIDED, padding=(2, 0), hunts="one padding used for rows and columns alike"),
        Case("valid", **SMALL, padding="valid", hunts="the word that means no padding"),
        Case("same", **SMALL, padding="same", hunts="a size that is not kept"),
        Case("same, with a stride", **STRIDED, padding="same", hunts="a size that is kept in spite of the stride"),
        Case("dilated", **SMALL, dilation=(3, 2), hunts="an output size from the kernel without its gaps"),
        Case("all at once", **STRIDED, padding=(3, 1), dilation=(2, 3), hunts="options mixed up with each other"),
        Case("two groups", x_shape=(2, 4, 6, 5), w_shape=(6, 2, 3, 2), groups=2, hunts="channels of other groups"),
        Case("depthwise", x_shape=(1, 8, 6, 6), w_shape=(8, 1, 3, 3), groups=8, hunts="channels of other groups"),
        Case("one image", x_shape=(1, 3, 6, 5), w_shape=(4, 3, 3, 3), hunts="a factor for a single image"),
        Case("no images", x_shape=(0, 3, 6, 5), w_shape=(4, 3, 3, 3), hunts="parameters, which stay: images do not"),
        Case(
            "5×5 over 192 channels",
            x_shape=(1, 192, 28, 28),
            w_shape=(32, 192, 5, 5),
            padding="same",
            hunts="anything: 120,422,400 multiplications",
        ),
        Case(
            "the bottleneck before it",
            x_shape=(1, 192, 28, 28),
            w_shape=(16, 192, 1, 1),
            padding="same",
            hunts="anything: 2,408,448 multiplications",
        ),
        Case(
            "5×5 behind the bottleneck",
            x_shape=(1, 16, 28, 28),
            w_shape=(32, 16, 5, 5),
            padding="same",
            hunts="anything: 10,035,200 multiplications",
        ),
        Case(
            "a large batch",
            x_shape=(256, 512, 224, 224),
            w_shape=(512, 512, 3, 3),
            padding=1,
            hunts="32-bit numbers, which overflow: the count is 30,305,289,240,576",
        ),
    ),
    laws=(
        Law(
            "every result takes one kernel",
            lambda shape, multiplications, w_shape: (
                multiplications - math.prod(shape.tolist()) * math.prod(w_shape[1:])
            ),
            hunts="multiplications that do not belong to this shape",
            exact=True,
        ),
    ),
    rejects=(
        Reject("stride zero", **SMALL, stride=0, hunts="windows that never move on"),
        Reject("dilation zero", **SMALL, dilation=0, hunts="taps that all meet the same cell"),
        Reject("negative padding", **SMALL, padding=-1, hunts="an image that is cut in place of padded"),
        Reject("unknown padding", **SMALL, padding="full", hunts="a word that is taken for another one"),
        Reject("kernel larger than the image", x_shape=(1, 3, 2, 9), w_shape=(4, 3, 3, 3), hunts="a negative size"),
        Reject("other channels", x_shape=(2, 3, 7, 9), w_shape=(4, 2, 3, 3), hunts="weights of another layer"),
        Reject("kernel of no rows", x_shape=(2, 3, 7, 9), w_shape=(4, 3, 0, 3), hunts="windows without cells"),
        Reject("no channels", x_shape=(2, 0, 7, 9), w_shape=(4, 0, 3, 3), hunts="a sum over nothing"),
        Reject("inputs in no group", x_shape=(1, 3, 7, 9), w_shape=(4, 1, 3, 3), groups=2, hunts="a channel left over"),
        Reject(
            "outputs in no group", x_shape=(1, 4, 7, 9), w_shape=(3, 2, 3, 3), groups=2, hunts="an output left over"
        ),
        Reject("rows one and a half apart", **SMALL, stride=(1.5, 1), hunts="a stride that is no whole number"),
        Reject("columns one and a half apart", **SMALL, dilation=(1, 1.5), hunts="a dilation that is no whole number"),
        Reject("groups that do not divide", **SMALL, groups=2, hunts="channels that belong to no group"),
        Reject(
            "groups of one and a half", x_shape=(1, 3, 7, 9), w_shape=(3, 2, 3, 3), groups=1.5, hunts="half a group"
        ),
        Reject("groups of True", **SMALL, groups=True, hunts="a truth value that is taken for a number"),
        Reject("half an image", x_shape=(1.5, 3, 7, 9), w_shape=(4, 3, 3, 3), hunts="a size that is no whole number"),
        Reject("an image alone", x_shape=(3, 7, 9), w_shape=(4, 3, 3, 3), hunts="a shape without a batch axis"),
        Reject("negative sizes", x_shape=(-1, 3, 7, 9), w_shape=(4, 3, 3, 3), hunts="a count below 0"),
    ),
    cost=Cost(flops=lambda: 20, moved=lambda: 8 * 14),
    sizes=dict(
        tiny=Size(
            "ResNet-50, the first layer, 32 images",
            x_shape=(32, 3, 224, 224),
            w_shape=(64, 3, 7, 7),
            stride=2,
            padding=3,
        )
    ),
)
