"""Batch normalization: each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted.

    µ = Σ x / n        σ² = Σ (x − µ)² / n        x̂ = (x − µ) / √(σ² + ε)        y = γ·x̂ + β

    running_mean ← m·running_mean + (1 − m)·µ                          (batch_norm, in training)
    running_var  ← m·running_var  + (1 − m)·σ²

    y = γ·(x − running_mean) / √(running_var + ε) + β                  (batch_norm_inference)

    dβ = Σ dy        dγ = Σ dy·x̂                                       (batch_norm_backward, of the training step)
    dx = γ/√(σ² + ε) · (dy − dβ/n − x̂·dγ/n)

x is (N, C), or (N, C, H, W) for images. The sums run over all n values of a channel: n = N for (N, C), n = N·H·W for
images. γ (`gamma`), β (`beta`), `running_mean` and `running_var` have one value per channel, (C,). ε is `eps` ≥ 0, inside
the root; m is `momentum`, 0 ≤ m ≤ 1. In training y comes from the batch's own statistics and never from the running ones;
in inference the batch has no say. The backward goes through µ and σ², which depend on x too. The results are new arrays.

Where libraries differ:
    - Which variance enters running_var is a convention: σ² as above, or Σ (x − µ)²/(n − 1). The variance inside y is the
      biased one everywhere. The unbiased one of a single value does not exist, and is refused, as PyTorch does.
    - Whether m weighs the old value or the new one is a convention: PyTorch's default 0.1 is 0.9 here.
    - Whether the positions of an image share statistics is a convention. With axes=feature every (c, h, w) stands alone:
      n = N, and γ, β and the running statistics have length C·H·W, in that order.
    - ε is 1e-5 in PyTorch, Flax, ONNX, Caffe and CS231n; Keras has 1e-3, Chainer 2e-5, Deep Learning from Scratch 1e-6. m
      is 0.9 in most; Keras and Flax have 0.99, Caffe 0.999. Running statistics start at 0 and 1; both at 0 in CS231n
      and Deep Learning from Scratch. They are arguments here.
    - Caffe keeps sums, divided by a third blob when they are used: its running mean is corrected for its start at 0. γ
      and β are a layer of their own there.

Edge cases: a channel of equal values has σ² = 0 and gives y = β, thanks to ε; with ε = 0 it is 0/0 = NaN. One value per
channel is such a channel; its dx is 0. A batch without values has no mean and is refused in training and backward; in
inference it gives an empty y. A NaN spoils its whole channel in training, itself alone in inference. The variance is the
mean of squared distances: E[x²] − E[x]² loses all its digits when |µ| is much larger than σ.

Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift, ICML
2015, arXiv:1502.03167, Algorithms 1 and 2 and section 3 (the gradients, before simplification).
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Tensor,
    choice,
    constant,
    given,
    mostly,
    normal,
    of_shape,
    uniform,
    varying,
)

from ._layout import (
    AXES,
    BAD_SHAPES,
    BETA,
    DENSE,
    EPS,
    GAMMA,
    IMAGES,
    LAYERS,
    RUNNING,
    SIZES,
    WIDE_AS_DEEP,
    X,
    by_feature,
    elements,
    examples,
)

NAN = float("nan")
FRESH = dict(gamma=constant(1), beta=constant(0), running_mean=constant(0), running_var=constant(1))
SETTLED = dict(n=2, c=3, spatial=(2, 2), x=given([np.ones((3, 2, 2)), -np.ones((3, 2, 2))]))
HALF = dict(gamma=choice(0.5, -2), beta=choice(0.25, -1), running_mean=choice(1, -3), running_var=choice(2, 0.5))
SPIKED = dict(n=4, c=2, x=given([[0.5, 1], [NAN, 2], [-1, -1], [2, 0.25]]))

batch_norm = Primitive(
    title="Batch normalization in training",
    inputs=(X, GAMMA, BETA, *RUNNING),
    options=(Real("momentum", 0.9, low=0, high=1), EPS),
    outputs=(Output("y", examples), Output("running_mean", "features"), Output("running_var", "features")),
    conventions=(
        Convention(
            "running",
            "Which variance enters running_var",
            biased="divided by n: Keras, Flax, ONNX Runtime, CS231n, Deep Learning from Scratch",
            unbiased="divided by n − 1: the paper's Algorithm 2, PyTorch, Caffe, Chainer, TensorFlow's fused_batch_norm",
        ),
        AXES,
        Convention(
            "momentum_of",
            "Which value momentum weighs",
            old="the running one: Keras, Flax, Caffe, ONNX, Chainer, CS231n, Deep Learning from Scratch",
            new="that of the batch: PyTorch",
        ),
    ),
    derived=SIZES,
    cases=(
        Case("images", **IMAGES, hunts="sums over the batch only, over positions only, or divided by N for N·H·W"),
        Case("dense layer", **DENSE, hunts="statistics over the wrong axis of (N, C)"),
        Case("as wide as deep", **WIDE_AS_DEEP, hunts="γ, β or statistics that broadcast along the width where W = C"),
        Case("two examples", n=2, c=4, hunts="a variance divided by n − 1: twice the right one"),
        Case("one channel", n=3, c=1, spatial=(3, 2), hunts="anything but channels mixed: there is only one"),
        Case("one position", n=5, c=3, spatial=(1, 1), hunts="an image of one pixel that is not a dense layer's output"),
        Case("one image", n=1, c=3, spatial=(3, 4), when={"axes": "channel"}, hunts="a batch of one taken for no batch"),
        Case(
            "one value per channel",
            n=1,
            c=3,
            when={"running": "biased"},
            hunts="a division by n − 1 = 0 where y is just β and the variance 0",
        ),
        Case("no channels", n=4, c=0, hunts="an empty layer that makes the step fail"),
        Case("fresh layer", **DENSE, **FRESH, hunts="anything but γ and β misplaced: they do nothing yet"),
        Case("settled layer", **SETTLED, **FRESH, hunts="anything but batch and running statistics exchanged: they agree"),
        Case("mean of ten", **IMAGES, x=normal(mean=10), hunts="a mean that is not subtracted"),
        Case("mean of a thousand", **IMAGES, x=normal(mean=1000), hunts="a variance as E[x²] − E[x]², which cancels"),
        Case(
            "mean of a million",
            **DENSE,
            x=normal(mean=1e6),
            dtypes=("float64",),
            hunts="a variance as E[x²] − E[x]², in double precision too",
        ),
        Case("small variance", **IMAGES, x=normal(std=0.003), hunts="ε outside the root or forgotten: σ² is about ε"),
        Case("tiny variance", **DENSE, x=normal(std=1e-8), hunts="a variance that is rounded to 0, or divided by"),
        Case("large epsilon", **IMAGES, eps=0.5, hunts="an ε that is built in, outside the root, or stored"),
        Case("without epsilon", **IMAGES, eps=0.0, hunts="anything but ε misplaced: an ε of 0 is taken for one not given"),
        Case("huge values", **DENSE, x=normal(std=1e15), hunts="an overflow, or values that are clipped"),
        Case("momentum zero", **IMAGES, momentum=0.0, hunts="a running value that should be forgotten, or m = 0 ignored"),
        Case("momentum one half", **IMAGES, momentum=0.5, hunts="anything but the old and the new value exchanged"),
        Case("momentum one", **IMAGES, momentum=1.0, hunts="a running value that should be kept to itself"),
        Case("slow momentum", **IMAGES, momentum=0.99, hunts="a momentum that is built in"),
        Case(
            "constant channel",
            n=4,
            c=3,
            spatial=(2, 4),
            x=constant(3.0),
            hunts="0/0 where a channel does not vary: y is β",
        ),
        Case(
            "NaN in one channel",
            **SPIKED,
            hunts="a NaN that is swallowed, or that spreads to another channel",
        ),
        Case(
            "by hand",
            n=4,
            c=2,
            **HALF,
            x=given([[1, 7], [3, -3], [1, 3], [3, 1]]),
            eps=3.0,
            momentum=0.5,
            exact=True,
            when={"running": "biased"},
            hunts="anything: means 2 and 2, variances 1 and 13, roots √(1 + 3) = 2 and √(13 + 3) = 4",
        ),
        Case(
            "by hand, unbiased",
            n=2,
            c=2,
            **HALF,
            x=given([[1, 7], [3, 5]]),
            eps=3.0,
            momentum=0.25,
            exact=True,
            when={"running": "unbiased"},
            hunts="anything: variances 1 and 1 in y, 2 and 2 in running_var, root √(1 + 3) = 2",
        ),
        Case("three batches", **IMAGES, steps=3, hunts="running statistics that are not carried from batch to batch"),
        Case(
            "six batches of changing size",
            **DENSE,
            steps=6,
            x=varying(normal(mean=5), normal(std=100), constant(0)),
            momentum=0.75,
            hunts="running statistics that follow the first or the last batch only",
        ),
        Case(
            "three batches from zeros",
            **DENSE,
            steps=3,
            running_mean=constant(0),
            running_var=constant(0),
            hunts="a first batch that is taken over whole, or an average corrected for its start",
        ),
    ),
    laws=(
        Law(
            "y has the mean β",
            lambda y, beta, n, features, positions: by_feature(y, n, features, positions).mean((0, 2)) - beta,
            hunts="values that are not centred by their own batch",
            where=lambda x: np.isfinite(x).all(),
        ),
        Law(
            "y has the variance γ²·σ²/(σ² + ε)",
            lambda y, x, gamma, eps, n, features, positions: by_feature(y, n, features, positions).var((0, 2))
            - gamma**2 / (1 + eps / by_feature(x, n, features, positions).var((0, 2))),
            hunts="values that are not scaled by their own batch",
            where=lambda x, n, features, positions: (by_feature(x, n, features, positions).std((0, 2)) > 0).all(),
        ),
        Law(
            "a momentum of one keeps the running mean",
            lambda running_mean, next_running_mean: next_running_mean - running_mean,
            hunts="a running mean that moves although the new value weighs nothing",
            where=lambda momentum, momentum_of, x: momentum == 1 and momentum_of == "old" and np.isfinite(x).all(),
            exact=True,
        ),
    ),
    rejects=(
        *BAD_SHAPES,
        Reject("beta too long", **DENSE, beta=of_shape((6,)), hunts="a β with more values than there are channels"),
        Reject("running mean of one value", **DENSE, running_mean=of_shape((1,)), hunts="a running mean that broadcasts"),
        Reject(
            "running variance with two axes",
            **DENSE,
            running_var=of_shape((1, 5), constant(1)),
            hunts="a running variance that broadcasts",
        ),
        Reject("no examples", n=0, c=3, hunts="the mean of nothing"),
        Reject("images without rows", n=4, c=3, spatial=(0, 5), when={"axes": "channel"}, hunts="the mean of no positions"),
        Reject("negative momentum", **DENSE, momentum=-0.1, hunts="a momentum below 0"),
        Reject("momentum above one", **DENSE, momentum=1.1, hunts="a momentum above 1, which diverges"),
        Reject(
            "one value per channel",
            n=1,
            c=3,
            when={"running": "unbiased"},
            hunts="the unbiased variance of one value: a division by n − 1 = 0",
        ),
    ),
    cost=Cost(
        flops=lambda n, c, spatial: 8 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 2 * itemsize * elements(n, c, spatial),
    ),
    sizes=LAYERS,
)

batch_norm_inference = Primitive(
    title="Batch normalization in inference",
    inputs=(X, GAMMA, BETA, *RUNNING),
    options=(EPS,),
    outputs=(Output("y", examples),),
    conventions=(AXES,),
    derived=SIZES,
    cases=(
        Case("images", **IMAGES, hunts="statistics of the batch at hand, or of no channel of its own"),
        Case("dense layer", **DENSE, hunts="statistics along the wrong axis of (N, C)"),
        Case("as wide as deep", **WIDE_AS_DEEP, hunts="γ, β or statistics that broadcast along the width where W = C"),
        Case("one example", n=1, c=4, hunts="anything the other examples could give: there are none"),
        Case("one channel", n=3, c=1, spatial=(3, 2), hunts="anything but channels mixed: there is only one"),
        Case("no examples", n=0, c=3, hunts="an empty batch that makes inference fail"),
        Case("fresh layer", **DENSE, **FRESH, hunts="an ε that is forgotten where all else does nothing"),
        Case("settled layer", **SETTLED, **FRESH, hunts="anything but the batch's statistics: they agree with the running ones"),
        Case("scale of one", **DENSE, gamma=constant(1), hunts="anything but β added before γ is applied"),
        Case("without mean", **DENSE, running_mean=constant(0), hunts="anything but the mean: there is none to subtract"),
        Case("mean of a thousand", **IMAGES, x=normal(mean=1000), running_mean=normal(mean=1000), hunts="cancelled digits"),
        Case("x at the running mean", n=4, c=2, x=constant(3), running_mean=constant(3), hunts="a y other than β at the mean"),
        Case("variance as small as epsilon", **IMAGES, running_var=uniform(5e-6, 2e-5), hunts="ε outside the root or forgotten"),
        Case("variance of zero", **DENSE, running_var=constant(0), hunts="a division by 0 where ε should prevent it"),
        Case("large epsilon", **IMAGES, eps=0.5, hunts="an ε that is built in, or outside the root"),
        Case("without epsilon", **IMAGES, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
        Case("deviation of one", **DENSE, running_var=constant(0.75), eps=0.25, hunts="anything but a forgotten root"),
        Case("huge values", **DENSE, x=normal(std=1e15), hunts="an overflow, or values that are clipped"),
        Case("NaN in one element", **SPIKED, hunts="a NaN that is swallowed, or that spreads to other elements"),
        Case(
            "by hand",
            n=2,
            c=2,
            **{**HALF, "running_mean": given([2, -1]), "running_var": given([1, 13])},
            x=given([[1, 3], [4, -3]]),
            eps=3.0,
            exact=True,
            hunts="anything: (1 − 2)/√(1 + 3) = −½, (4 − 2)/2 = 1, (3 + 1)/√(13 + 3) = 1, (−3 + 1)/4 = −½",
        ),
    ),
    laws=(
        Law(
            "the running mean goes to β",
            lambda y, beta, n, features, positions: by_feature(y, n, features, positions) - beta[:, None],
            hunts="a mean that is not subtracted, or a β that is scaled",
            where=lambda x, running_mean: x.size > 0 and (x == running_mean.flat[0]).all() and np.ptp(running_mean) == 0,
        ),
    ),
    rejects=(
        *BAD_SHAPES,
        Reject("running mean of one value", **DENSE, running_mean=of_shape((1,)), hunts="a running mean that broadcasts"),
        Reject(
            "running variance too long",
            **DENSE,
            running_var=of_shape((8,), constant(1)),
            hunts="a running variance with one value per example",
        ),
    ),
    cost=Cost(
        flops=lambda n, c, spatial: 2 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 2 * itemsize * elements(n, c, spatial),
    ),
    sizes=LAYERS,
)

batch_norm_backward = Primitive(
    title="Backward of batch normalization in training",
    inputs=(Tensor("dy", examples), X, GAMMA),
    options=(EPS,),
    outputs=(Output("dx", examples), Output("dgamma", "features"), Output("dbeta", "features")),
    conventions=(AXES,),
    derived=SIZES,
    cases=(
        Case("images", **IMAGES, hunts="sums over the wrong axes, or divided by N for N·H·W"),
        Case("dense layer", **DENSE, hunts="mean and variance taken as constants, or one of them"),
        Case("as wide as deep", **WIDE_AS_DEEP, hunts="γ that broadcasts along the width where W = C"),
        Case("three examples", n=3, c=4, hunts="a variance divided by n − 1"),
        Case("one channel", n=3, c=1, spatial=(3, 2), hunts="anything but channels mixed: there is only one"),
        Case("one image", n=1, c=3, spatial=(3, 4), hunts="a batch of one taken for no batch"),
        Case("one value per channel", n=1, c=3, hunts="a gradient of x where y is β whatever x"),
        Case("no channels", n=4, c=0, hunts="an empty layer that makes the step fail"),
        Case("scale of one", **DENSE, gamma=constant(1), hunts="anything but a forgotten γ"),
        Case("scales of zero", **DENSE, gamma=choice(0, 0, -1.5), hunts="a dγ that is found from y by dividing by γ"),
        Case("gradient of zero", **IMAGES, dy=constant(0), hunts="gradients that do not come from dy"),
        Case("sparse gradient", **IMAGES, dy=mostly(constant(0), 0.1, normal()), hunts="means over fewer than all n values"),
        Case("mean of ten", **IMAGES, x=normal(mean=10), hunts="a dγ of the raw x in place of x̂"),
        Case("mean of a thousand", **IMAGES, x=normal(mean=1000), hunts="a variance as E[x²] − E[x]², which cancels"),
        Case("wide values", **IMAGES, x=normal(std=30), hunts="x − µ where x̂ belongs"),
        Case("small variance", **IMAGES, x=normal(std=0.003), hunts="ε outside the root or forgotten: σ² is about ε"),
        Case("large epsilon", **IMAGES, eps=0.5, hunts="an ε that is built in, forgotten, or outside the root"),
        Case("without epsilon", **IMAGES, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
        Case("tiny gradient", **DENSE, dy=normal(std=1e-12), hunts="gradients that are cut off"),
        Case("constant channel", n=4, c=3, spatial=(2, 4), x=constant(3), hunts="0/0 where a channel does not vary"),
        Case("NaN in one channel", **SPIKED, hunts="a NaN that is swallowed, or that spreads to another channel"),
        Case(
            "by hand",
            n=4,
            c=2,
            dy=given([[1, 0], [0, 4], [0, 0], [0, 0]]),
            x=given([[1, 7], [-1, -3], [1, 3], [-1, 1]]),
            gamma=given([2, -1]),
            eps=3.0,
            exact=True,
            hunts="anything: x̂ is ±½ and (5, −5, 1, −1)/4, each dy has one value",
        ),
        Case(
            "by hand, deviation of one",
            n=4,
            c=1,
            dy=given([[4], [0], [0], [0]]),
            x=given([[0.5], [-0.5], [0.5], [-0.5]]),
            gamma=given([2]),
            eps=0.75,
            exact=True,
            hunts="anything but a factor of the deviation: √(¼ + ¾) = 1",
        ),
        Case(
            "by hand, gradient without projection",
            n=4,
            c=1,
            dy=given([[1], [1], [-1], [-1]]),
            x=given([[1], [-1], [1], [-1]]),
            gamma=given([2]),
            eps=3.0,
            exact=True,
            hunts="anything but the two means: dy and dy·x̂ sum to 0, so that dx is γ/2·dy",
        ),
        Case(
            "by hand, gradient that sums to zero",
            n=4,
            c=1,
            dy=given([[3], [-1], [-1], [-1]]),
            x=given([[1], [-1], [1], [-1]]),
            gamma=given([2]),
            eps=3.0,
            exact=True,
            hunts="anything but the mean of dy: it is 0",
        ),
    ),
    laws=(
        Law(
            "dx sums to zero",
            lambda dx, n, features, positions: by_feature(dx, n, features, positions).sum((0, 2)),
            hunts="a mean taken as a constant: adding one number to all of x changes nothing",
            where=lambda x: np.isfinite(x).all(),
        ),
        Law(
            "dx is at right angles to x",
            lambda dx, x, n, features, positions: by_feature(dx * x, n, features, positions).sum((0, 2)),
            hunts="a variance taken as a constant: without ε, stretching x changes nothing",
            where=lambda eps: eps == 0,
        ),
    ),
    rejects=(
        *BAD_SHAPES,
        Reject("dy with one example", **DENSE, dy=of_shape((1, 5)), hunts="a gradient that broadcasts"),
        Reject("dy of a dense layer", **IMAGES, dy=of_shape((4, 3)), hunts="a gradient without the image's positions"),
        Reject("no examples", n=0, c=3, hunts="the mean of nothing"),
    ),
    cost=Cost(
        flops=lambda n, c, spatial: 10 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 3 * itemsize * elements(n, c, spatial),
    ),
    sizes=LAYERS,
)
