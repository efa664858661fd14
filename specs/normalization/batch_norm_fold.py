"""Batch normalization at inference, folded into the layer before it: one layer that does the work of two.

    s  = γ / √(running_var + ε)

    w' = w·s        b' = (b − running_mean)·s + β

    layer(x; w', b') = γ·(layer(x; w, b) − running_mean) / √(running_var + ε) + β        for every x

w is (in, out) for a dense layer x·w + b, or (out, in, kh, kw) for a convolution: s has one value for each output, and
multiplies the columns of the one, the filters of the other. b, γ (`gamma`), β (`beta`), `running_mean` and `running_var`
are (out,). ε is `eps` ≥ 0, inside the root. The results are new arrays, w' and b' called `w` and `b`.

At inference a batch normalization is a straight line per channel, and so is a layer: the two are one. It holds for a
normalization directly behind the layer, with nothing between them, and with running statistics, never with those of a
batch. Where the layer has no bias, b is 0.

Libraries agree on the formula; they differ in where the outputs are. PyTorch keeps dense weights as (out, in), TensorFlow
and Keras keep convolutions as (kh, kw, in, out). ε is 1e-5 in PyTorch, Flax, ONNX and Caffe, 1e-3 in Keras, 2e-5 in
Chainer, 1e-6 in Deep Learning from Scratch: the folded layer needs the ε that the normalization had. Caffe divides its
running sums by a third blob first; as long as that is 0, they count as 0.

Edge cases: a running variance of 0 is divided by √ε; with ε = 0 it is a division by 0, and the weights become ±∞ or NaN.
A NaN in w stays where it is, one in γ, β or the statistics spoils its own output.

Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference, CVPR 2018,
arXiv:1712.05877, section 3.2, equation 14. The bias as in torch.nn.utils.fusion of PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Size,
    Tensor,
    choice,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

from ._layout import EPS

NAN = float("nan")
DENSE = dict(inputs=3, out=5)
FILTERS = dict(inputs=3, out=4, kernel=(2, 3))
PLAIN = dict(gamma=constant(1), beta=constant(0), running_mean=constant(0), running_var=constant(1))


def weights(kernel=()):
    """The shape of w: (in, out) for dense layers, (out, in, kh, kw) for convolutions."""
    return " ".join(["out inputs", *map(str, kernel)]) if kernel else "inputs out"


def count(inputs, out, kernel=()):
    """The number of weights."""
    return inputs * out * int(np.prod(kernel))


def rows(w):
    """One row of weights for each output."""
    return w.T if w.ndim == 2 else w.reshape(w.shape[0], int(np.prod(w.shape[1:])))


def applied(w, b):
    """What a layer makes of one patch of numbers none of which is like another."""
    return rows(w) @ np.cos(np.arange(1, rows(w).shape[1] + 1)) + b


batch_norm_fold = Primitive(
    title="Batch normalization folded into the layer before it",
    inputs=(
        Tensor("w", weights),
        *(Tensor(name, "out") for name in ("b", "gamma", "beta", "running_mean")),
        Tensor("running_var", "out", draw=uniform(0.5, 2.0)),
    ),
    options=(EPS,),
    outputs=(Output("w", weights), Output("b", "out")),
    cases=(
        Case("dense layer", **DENSE, hunts="factors along the inputs of (in, out), or a bias that is not scaled"),
        Case("square dense layer", inputs=4, out=4, hunts="rows scaled for columns: both fit where in = out"),
        Case("filters", **FILTERS, hunts="factors along the wrong axis of (out, in, kh, kw)"),
        Case("as many filters as inputs", inputs=3, out=3, kernel=(2, 2), hunts="factors along the input channels"),
        Case("as many filters as columns", inputs=2, out=3, kernel=(2, 3), hunts="factors along the kernel's columns"),
        Case("one by one filters", inputs=4, out=4, kernel=(1, 1), hunts="a convolution that is taken for dense"),
        Case("one output", inputs=4, out=1, kernel=(2, 2), hunts="anything but outputs exchanged: there is only one"),
        Case("one input", inputs=1, out=4, hunts="an axis of length 1 that is dropped"),
        Case("no outputs", inputs=4, out=0, kernel=(2, 2), hunts="a layer of nothing that makes the call fail"),
        Case("no inputs", inputs=0, out=3, hunts="a layer without weights, which still has a bias"),
        Case("fresh normalization", **DENSE, **PLAIN, hunts="an ε that is forgotten where all else does nothing"),
        Case("without bias", **FILTERS, b=constant(0), hunts="anything but b misplaced: there is none"),
        Case("without mean", **DENSE, running_mean=constant(0), hunts="anything but the mean: there is none"),
        Case("without shift", **DENSE, beta=constant(0), hunts="anything but β misplaced: there is none"),
        Case("scale of one", **DENSE, gamma=constant(1), hunts="anything but a forgotten γ"),
        Case("scales of zero", **FILTERS, gamma=choice(0, 0, -2), hunts="a b' that is found by dividing by γ"),
        Case("mean of a thousand", **DENSE, running_mean=normal(mean=1000), hunts="digits lost in the bias"),
        Case("variance as small as epsilon", **FILTERS, running_var=uniform(5e-6, 2e-5), hunts="ε outside the root"),
        Case("variance of zero", **DENSE, running_var=constant(0), hunts="a division by 0 that ε should prevent"),
        Case("large epsilon", **FILTERS, eps=0.5, hunts="an ε that is built in, or outside the root"),
        Case("without epsilon", **DENSE, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
        Case("deviation of one", **DENSE, running_var=constant(0.75), eps=0.25, hunts="anything but a forgotten root"),
        Case("NaN in one weight", **DENSE, w=given([[1] * 5, [1, NAN, 1, 1, 1], [1] * 5]), hunts="a NaN that spreads"),
        Case(
            "by hand",
            inputs=2,
            out=2,
            w=given([[1, 2], [3, -4]]),
            b=given([5, 1]),
            gamma=given([4, -2]),
            beta=given([1, 0.5]),
            running_mean=given([3, 5]),
            running_var=given([1, 13]),
            eps=3.0,
            exact=True,
            hunts="anything: the factors are 4/√(1 + 3) = 2 and −2/√(13 + 3) = −½",
        ),
        Case(
            "filters by hand",
            kernel=(1, 2),
            inputs=1,
            out=2,
            w=given([[[[1, 2]]], [[[3, -4]]]]),
            b=given([5, 1]),
            gamma=given([4, -2]),
            beta=given([1, 0.5]),
            running_mean=given([3, 5]),
            running_var=given([1, 13]),
            eps=3.0,
            exact=True,
            hunts="anything: the factors of the two filters are 2 and −½",
        ),
    ),
    laws=(
        Law(
            "the folded layer is the layer and its normalization",
            lambda w, b, gamma, beta, running_mean, running_var, eps, next_w, next_b: (
                applied(next_w, next_b) - (gamma * (applied(w, b) - running_mean) / np.sqrt(running_var + eps) + beta)
            ),
            hunts="one layer that does not do what the two did",
            where=lambda w: np.isfinite(w).all(),
        ),
    ),
    rejects=(
        Reject(
            "three axes", **DENSE, w=of_shape((4, 3, 5)), hunts="weights neither dense nor of two-dimensional filters"
        ),
        Reject("filters of one axis", **DENSE, w=of_shape((5, 3, 4)), hunts="weights of one-dimensional filters"),
        Reject("bias of two axes", **DENSE, b=of_shape((1, 5)), hunts="a bias shaped to broadcast"),
        Reject("bias too long", **DENSE, b=of_shape((6,)), hunts="a bias with more values than there are outputs"),
        Reject("gamma of one value", **DENSE, gamma=of_shape((1,)), hunts="a γ that broadcasts"),
        Reject("gamma of the inputs", **DENSE, gamma=of_shape((3,)), hunts="a γ with one value for each input"),
        Reject(
            "beta with four axes", **FILTERS, beta=of_shape((4, 1, 1, 1)), hunts="a β shaped to broadcast over filters"
        ),
        Reject("running mean of one value", **FILTERS, running_mean=of_shape((1,)), hunts="a mean that broadcasts"),
        Reject(
            "running variance with two axes",
            **DENSE,
            running_var=of_shape((1, 5), constant(1)),
            hunts="a variance that broadcasts",
        ),
        Reject("negative epsilon", **DENSE, eps=-1e-5, hunts="a negative ε: the root of a negative number"),
    ),
    cost=Cost(
        flops=lambda inputs, out, kernel=(): count(inputs, out, kernel) + 6 * out,
        moved=lambda inputs, out, itemsize, kernel=(): 2 * itemsize * count(inputs, out, kernel),
    ),
    sizes=dict(
        tiny=Size("ResNet-20 on CIFAR-10, a layer of the first stage", inputs=16, out=16, kernel=(3, 3)),
        small=Size("ResNet-50, a layer of the second stage", inputs=128, out=128, kernel=(3, 3)),
        large=Size("ResNet-18, a layer of the last stage", inputs=512, out=512, kernel=(3, 3)),
    ),
    independent=None,
)
