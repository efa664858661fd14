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
    - ε is 1e-5 in PyTorch, Flax, ONNX, Caffe and CS231n, 1e-3 in Keras and TensorFlow 1's fused_batch_norm, 2e-5 in
      Chainer, 1e-6 in Deep Learning from Scratch. m is 0.9 in most; Keras and Flax have 0.99, Caffe 0.999. With
      momentum=None PyTorch takes the plain mean of all batches so far. Running statistics start at 0 and 1; both at 0
      in CS231n and Deep Learning from Scratch. They are arguments here.
    - Caffe keeps sums, divided by a third blob when they are used: its running mean is corrected for its start at 0;
      as long as the blob is 0, mean and variance are 0. γ and β are a layer of their own there.
    - One value per channel is an error in PyTorch; Keras gives y = β.
    - Statistics of Flax, and of Keras on JAX and PyTorch, are float32, even where x is float64.
    - tf.nn.moments has the biased variance, unlike fused_batch_norm. jariasf's solution of CS231n's assignment 2 keeps
      σ² + ε in running_var.

Edge cases: a channel of equal values has σ² = 0 and gives y = β, thanks to ε; with ε = 0 it is 0/0 = NaN. One value per
channel is such a channel; its dx is 0. A batch without values has no mean and is refused in training and backward; in
inference it gives an empty y. A NaN spoils its whole channel in training, itself alone in inference. The variance is the
mean of squared distances: E[x²] − E[x]² loses all its digits when |µ| is much larger than σ.

Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift, ICML
2015, arXiv:1502.03167, Algorithms 1 and 2 and section 3 (the gradients, before simplification).
"""

import numpy as np

from primcheck.spec import Convention, Cost, Law, Output, Primitive, Real, Reject, Tensor, constant, of_shape

from ._batch_norm_cases import BACKWARD, INFERENCE, TRAINING
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
    X,
    by_feature,
    channels,
    elements,
    examples,
    independent,
)

batch_norm = Primitive(
    title="Batch normalization in training",
    inputs=(X, GAMMA, BETA, *RUNNING),
    options=(Real("momentum", 0.9, low=0, high=1), EPS),
    outputs=(Output("y", examples), Output("running_mean", channels), Output("running_var", channels)),
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
    cases=TRAINING,
    laws=(
        Law(
            "y has the mean β",
            lambda y, beta, n, features, positions: by_feature(y, n, features, positions).mean((0, 2)) - beta,
            hunts="values that are not centred by their own batch",
            where=lambda x: np.isfinite(x).all(),
        ),
        Law(
            "y has the variance γ²·σ²/(σ² + ε)",
            lambda y, x, gamma, eps, n, features, positions: (
                by_feature(y, n, features, positions).var((0, 2))
                - gamma**2 / (1 + eps / by_feature(x, n, features, positions).var((0, 2)))
            ),
            hunts="values that are not scaled by their own batch",
            # The residual's own floor does not see how badly a mean far from zero conditions the result.
            where=lambda x, n, features, positions: (
                abs(by_feature(x, n, features, positions).mean((0, 2)))
                < 10 * by_feature(x, n, features, positions).std((0, 2))
            ).all(),
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
        Reject(
            "running mean of one value", **DENSE, running_mean=of_shape((1,)), hunts="a running mean that broadcasts"
        ),
        Reject(
            "running variance with two axes",
            **DENSE,
            running_var=of_shape((1, 5), constant(1)),
            hunts="a running variance that broadcasts",
        ),
        Reject("beta of one value", **DENSE, beta=of_shape((1,)), hunts="a β that broadcasts"),
        Reject("beta of two axes", **DENSE, beta=of_shape((1, 5)), hunts="a β shaped to broadcast"),
        Reject(
            "running mean of two axes",
            **DENSE,
            running_mean=of_shape((1, 5)),
            hunts="a running mean shaped to broadcast",
        ),
        Reject("no examples", n=0, c=3, hunts="the mean of nothing"),
        Reject(
            "images without rows", n=4, c=3, spatial=(0, 5), when={"axes": "channel"}, hunts="the mean of no positions"
        ),
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
    independent=independent,
)

batch_norm_inference = Primitive(
    title="Batch normalization in inference",
    inputs=(X, GAMMA, BETA, *RUNNING),
    options=(EPS,),
    outputs=(Output("y", examples),),
    conventions=(AXES,),
    derived=SIZES,
    cases=INFERENCE,
    laws=(
        Law(
            "the running mean goes to β",
            lambda y, beta, n, features, positions: by_feature(y, n, features, positions) - beta[:, None],
            hunts="a mean that is not subtracted, or a β that is scaled",
            where=lambda x, running_mean: (
                x.size > 0 and (x == running_mean.flat[0]).all() and np.ptp(running_mean) == 0
            ),
        ),
    ),
    rejects=(
        *BAD_SHAPES,
        Reject(
            "running mean of one value", **DENSE, running_mean=of_shape((1,)), hunts="a running mean that broadcasts"
        ),
        Reject(
            "running variance of one value",
            **DENSE,
            running_var=of_shape((1,), constant(1)),
            hunts="a running variance that broadcasts",
        ),
        Reject(
            "running variance too long",
            **DENSE,
            running_var=of_shape((8,), constant(1)),
            hunts="a running variance with one value per example",
        ),
        Reject("beta of one value", **DENSE, beta=of_shape((1,)), hunts="a β that broadcasts"),
        Reject("beta of two axes", **DENSE, beta=of_shape((1, 5)), hunts="a β shaped to broadcast"),
        Reject(
            "running mean of two axes",
            **DENSE,
            running_mean=of_shape((1, 5)),
            hunts="a running mean shaped to broadcast",
        ),
        Reject(
            "running variance of two axes",
            **DENSE,
            running_var=of_shape((1, 5), constant(1)),
            hunts="a running variance shaped to broadcast",
        ),
    ),
    cost=Cost(
        flops=lambda n, c, spatial: 2 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 2 * itemsize * elements(n, c, spatial),
    ),
    sizes=LAYERS,
    independent=independent,
)

batch_norm_backward = Primitive(
    title="Backward of batch normalization in training",
    inputs=(Tensor("dy", examples), X, GAMMA),
    options=(EPS,),
    outputs=(Output("dx", examples), Output("dgamma", channels), Output("dbeta", channels)),
    conventions=(AXES,),
    derived=SIZES,
    cases=BACKWARD,
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
        Reject("dy turned", **IMAGES, dy=of_shape((4, 3, 5, 2)), hunts="rows and columns exchanged"),
        Reject("dy of a dense layer", **IMAGES, dy=of_shape((4, 3)), hunts="a gradient without the image's positions"),
        Reject("no examples", n=0, c=3, hunts="the mean of nothing"),
    ),
    cost=Cost(
        flops=lambda n, c, spatial: 10 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 3 * itemsize * elements(n, c, spatial),
    ),
    sizes=LAYERS,
    independent=independent,
)
