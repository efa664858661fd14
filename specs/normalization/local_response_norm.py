"""Local response normalization: each value divided by a power of the squares in channels nearby, and its gradient.

    s_c  = k + α/n · Σ x_j²        over the channels  c − ⌊n/2⌋ ≤ j ≤ c + ⌊(n − 1)/2⌋  that there are

    y_c  = x_c / s_c^β

    dx_c = dy_c / s_c^β − 2·α/n·β · x_c · Σ dy_j·x_j / s_j^(β+1)        over all j that have c in their window:
                                                                        c − ⌊(n − 1)/2⌋ ≤ j ≤ c + ⌊n/2⌋

x, y, dy and dx are (N, C, H, W), c and j are channels; every example and position stands alone. n is `size` ≥ 1. An odd
window has its channel in the middle, an even one has n/2 channels before and n/2 − 1 after, so that the window of the
gradient is its mirror image. Beyond the first and the last channel there is nothing, which adds 0; α is divided by n all
the same. α is `alpha`, β is `beta`, k is `k`, each 0 or more.

Where libraries differ:
    - Whether α is divided by n is a convention (`alpha_over`). AlexNet's paper does not divide: its α = 1e-4 with n = 5
      is 5e-4 where α is divided.
    - PyTorch, ONNX and Caffe have β = 0.75 and k = 1, and α = 1e-4; Caffe has α = 1. AlexNet and Chainer have k = 2,
      n = 5, α = 1e-4. TensorFlow has α = 1, β = 0.5, k = 1 (`bias`), and a depth_radius of 5, which is n = 11.
    - TensorFlow and Caffe have odd windows only. In PyTorch an even one lies as here. TensorFlow's is float32 at most.
    - Caffe can also sum over a square of positions inside one channel (WITHIN_CHANNEL), with k = 1. That is another
      primitive.

Edge cases: with k = 0, a window of zeros is 0/0 = NaN. A NaN spoils every channel whose window covers it, at its own
position only; in the gradient also those that share a window with one of these.

Krizhevsky, Sutskever and Hinton, ImageNet Classification with Deep Convolutional Neural Networks, NIPS 2012, section
3.3. Defaults as in torch.nn.LocalResponseNorm of PyTorch 2.13, with its n = 5 from AlexNet; gradient as in Caffe.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Real,
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

NAN = float("nan")
MAPS = dict(n=2, c=7, h=1, w=3)
STRONG = dict(**MAPS, alpha=1.0)
SPIKED = given(np.where(np.arange(14).reshape(1, 7, 1, 2) == 6, NAN, np.arange(14).reshape(1, 7, 1, 2) / 4 - 1))
HOMOGENEOUS = dict(n=2, c=4, h=1, w=3, beta=0.5, k=0.0, x=uniform(0.5, 2.0))

X = Tensor("x", "n c h w")
OPTIONS = (Count("size", 5, low=1), Real("alpha", 1e-4, low=0), Real("beta", 0.75, low=0), Real("k", 1.0, low=0))
ALPHA_OVER = Convention(
    "alpha_over",
    "What α is divided by",
    size="the size of the window: PyTorch, ONNX, Caffe",
    one="nothing: AlexNet's paper, tf.nn.local_response_normalization, Chainer",
)

SIZES = dict(
    tiny=Size("CaffeNet, the second response normalization, 1 image", n=1, c=256, h=13, w=13),
    small=Size("CaffeNet, the first response normalization, 8 images", n=8, c=96, h=27, w=27),
    large=Size("GoogLeNet, the first response normalization, 32 images", n=32, c=64, h=56, w=56),
)

SHARED = (
    Case("as in AlexNet", **MAPS, x=normal(std=30), k=2.0, hunts="anything, at the sizes that activations have"),
    Case("strong", **STRONG, hunts="windows that are shifted, cut short or wrapped around, or α divided otherwise"),
    Case("size of three", **STRONG, size=3, hunts="a window of five built in"),
    Case("even size", **STRONG, size=4, hunts="an even window of five channels, or one that leans to the other side"),
    Case("size of two", **STRONG, size=2, hunts="an even window that leans to the other side"),
    Case("size of one", **STRONG, size=1, hunts="anything but the window: it is the channel itself"),
    Case("window wider than the channels", n=2, c=3, h=2, w=2, size=9, alpha=1.0, hunts="a window that overruns"),
    Case("square maps", n=2, c=3, h=3, w=3, size=3, alpha=1.0, hunts="a window along rows or columns: all fit"),
    Case(
        "many positions",
        n=1,
        c=3,
        h=19,
        w=27,
        size=3,
        alpha=1.0,
        x=choice(-1, 1, 2),
        hunts="positions taken in blocks, of which one, or a last single position, is left out or mixed up",
    ),
    Case("one channel", n=2, c=1, h=2, w=3, alpha=1.0, hunts="α divided by the channels there are"),
    Case("one image", n=1, c=6, h=2, w=2, alpha=1.0, hunts="an axis of length 1 that is dropped"),
    Case("no images", n=0, c=3, h=2, w=2, hunts="an empty batch that makes the call fail"),
    Case("k of two", **STRONG, k=2.0, hunts="a k of 1 built in"),
    Case("alpha of zero", **MAPS, alpha=0.0, k=4.0, hunts="anything but k^β: there are no windows"),
    Case("beta of one", **STRONG, beta=1.0, hunts="anything but the exponent"),
    Case("beta of a half", **STRONG, beta=0.5, hunts="an exponent of ¾ built in"),
    Case("beta of one and a half", **STRONG, beta=1.5, hunts="an exponent of ¾ built in, or one cut off at 1"),
    Case("beta near three quarters", **STRONG, beta=0.75 * 1.01, hunts="an exponent that is rounded to ¾"),
    Case("mean of ten", **STRONG, x=normal(mean=10), hunts="squared sums for sums of squares"),
    Case("large values", **STRONG, x=normal(std=1e6), hunts="values that are clipped"),
    Case("faint values", **STRONG, x=normal(std=1e-6), k=1e-12, hunts="a k that is replaced where it is small"),
    Case(
        "small channels behind a large one",
        x=given(np.reshape([1e4, 1.0, 1.0, 1.0, 1.0, 1.0], (1, 6, 1, 1))),
        size=3,
        alpha=3.0,
        beta=1.0,
        hunts="a running sum over the channels, in which what a large one leaves behind drowns the small ones",
    ),
    Case("sparse", **STRONG, x=choice(0, 0, 0, 3), hunts="a division by what a window of zeros holds"),
    Case("whole window without k", **HOMOGENEOUS, size=9, alpha=2.0, hunts="a k of 0 that is taken for one not given"),
    Case("NaN in one channel", x=SPIKED, size=3, alpha=1.0, hunts="a NaN that spreads beyond its window, or is lost"),
)

SHARED_REJECTS = (
    Reject("three axes", **MAPS, x=of_shape((7, 2, 3)), hunts="an x that is not (N, C, H, W)"),
    Reject("size zero", **MAPS, size=0, hunts="a window without channels"),
    Reject("negative size", **MAPS, size=-3, hunts="a window of fewer than no channels"),
    Reject("negative alpha", **MAPS, alpha=-1.0, hunts="a divisor that can become 0 or negative"),
    Reject("negative beta", **MAPS, beta=-0.75, hunts="a multiplication in place of the division"),
    Reject("negative k", **MAPS, k=-1.0, hunts="the power of a negative number"),
)

local_response_norm = Primitive(
    title="Local response normalization across channels",
    inputs=(X,),
    options=OPTIONS,
    outputs=(Output("y", "n c h w"),),
    conventions=(ALPHA_OVER,),
    cases=(
        *SHARED,
        Case("beta of zero", **STRONG, beta=0.0, exact=True, hunts="a y that is not x: s⁰ is 1"),
        Case(
            "by hand",
            x=given([[[[1]], [[2]], [[3]]]]),
            size=2,
            alpha=2.0,
            beta=1.0,
            k=3.0,
            when={"alpha_over": "size"},
            hunts="anything: s is 3 + 1 = 4, 3 + 1 + 4 = 8, 3 + 4 + 9 = 16",
        ),
        Case(
            "by hand, undivided",
            x=given([[[[1]], [[2]], [[3]]]]),
            size=2,
            alpha=1.0,
            beta=1.0,
            k=3.0,
            when={"alpha_over": "one"},
            hunts="anything: s is 3 + 1 = 4, 3 + 1 + 4 = 8, 3 + 4 + 9 = 16",
        ),
    ),
    laws=(
        Law(
            "without α, x is divided by k^β",
            lambda x, y, k, beta: y * k**beta - x,
            hunts="windows that count although α is 0",
            where=lambda alpha: alpha == 0,
        ),
        Law(
            "without k, the squares of a whole window add up to n/α",
            lambda y, size, alpha, alpha_over: (y**2).sum(1) * alpha - (size if alpha_over == "size" else 1),
            hunts="a divisor that is not the root of the window's squares",
            where=lambda c, size, beta, k: k == 0 and beta == 0.5 and (size - 1) // 2 >= c - 1,
        ),
    ),
    rejects=SHARED_REJECTS,
    cost=Cost(
        flops=lambda n, c, h, w, size: n * c * h * w * (2 * size + 5),
        moved=lambda n, c, h, w, itemsize: 2 * itemsize * n * c * h * w,
    ),
    sizes=SIZES,
    independent="n",
)

local_response_norm_backward = Primitive(
    title="The gradient of local response normalization",
    inputs=(Tensor("dy", "n c h w"), X),
    options=OPTIONS,
    outputs=(Output("dx", "n c h w"),),
    conventions=(ALPHA_OVER,),
    cases=(
        Case("large upstream gradient", **STRONG, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *SHARED,
        Case("beta of zero", **STRONG, beta=0.0, exact=True, hunts="a dx that is not dy: y is x"),
        Case("gradient of zero", **STRONG, dy=constant(0), hunts="a gradient that does not come from dy"),
        Case(
            "gradient of one channel",
            **dict(n=1, c=7, h=1, w=1, size=4, alpha=1.0),
            dy=given(np.eye(7)[3].reshape(1, 7, 1, 1)),
            hunts="a gradient for channels that are not in the window, or none for one that is",
        ),
        Case(
            "by hand",
            dy=given([[[[4]], [[8]], [[16]]]]),
            x=given([[[[1]], [[2]], [[3]]]]),
            size=2,
            alpha=2.0,
            beta=1.0,
            k=3.0,
            when={"alpha_over": "size"},
            hunts="anything: s is 4, 8, 16, dy/s is 1, 1, 1, and dy·x/s² is ¼, ¼, 3/16",
        ),
        Case(
            "by hand, undivided",
            dy=given([[[[4]], [[8]], [[16]]]]),
            x=given([[[[1]], [[2]], [[3]]]]),
            size=2,
            alpha=1.0,
            beta=1.0,
            k=3.0,
            when={"alpha_over": "one"},
            hunts="anything: s is 4, 8, 16, dy/s is 1, 1, 1, and dy·x/s² is ¼, ¼, 3/16",
        ),
    ),
    laws=(
        Law(
            "dx is at right angles to x",
            lambda dx, x: (dx * x).sum(1),
            hunts="a divisor taken as a constant: without k and with β = ½, stretching x changes nothing",
            where=lambda beta, k: k == 0 and beta == 0.5,
        ),
    ),
    rejects=(
        *SHARED_REJECTS,
        Reject("dy of one image", **MAPS, dy=of_shape((1, 7, 1, 3)), hunts="a gradient that broadcasts"),
    ),
    cost=Cost(
        flops=lambda n, c, h, w, size: n * c * h * w * (3 * size + 12),
        moved=lambda n, c, h, w, itemsize: 3 * itemsize * n * c * h * w,
    ),
    sizes=SIZES,
    independent="n",
)
