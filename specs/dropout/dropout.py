"""Dropout: in training each element is set to zero with probability `rate`, and those that remain make up for it.

    mask ~ Bernoulli(1 − p), drawn for each element apart
    y  = mask·x / (1 − p)                                              (dropout, in training)
    y  = x, and nothing is drawn                                       (dropout, in evaluation: training=False)
    dx = mask·dy / (1 − p)                                             (dropout_backward, of the training step)

x, y, dy, dx and `mask` have one shape, any. p is `rate`, the probability of DROPPING, 0 ≤ p < 1. `mask` is boolean and
True where the element was kept, everywhere in evaluation. `rng` is the numpy.random.Generator the mask is drawn from: one
generator gives another mask at every call, and equal generators give equal ones; which ones is up to the implementation.
The backward takes the forward's mask and p; there is none for evaluation.

Where libraries differ:
    - When the survivors are scaled is a convention. Inverted: by 1/(1 − p) in training, so that the expected y is x and
      evaluation has nothing to do. At inference: not at all in training (nor in the backward), and everything is
      multiplied by 1 − p in evaluation, as the paper and AlexNet did it.
    - The rate is the probability of dropping in PyTorch, Keras, Flax, Caffe, Chainer, tf.nn.dropout and Deep Learning from
      Scratch; of KEEPING in the paper, in TensorFlow 1 (keep_prob) and in CS231n.
      p is 0.5 unless given in PyTorch, Caffe, Chainer and Deep Learning from Scratch; elsewhere, as here, it must be
      given.
    - p = 1 gives zeros in PyTorch, Keras and Flax, and is an error in tf.nn.dropout. Here it is refused: 1/(1 − p) is not a
      number. PyTorch multiplies by 0, which makes NaN of an infinity.
    - ONNX' Dropout is the identity unless its training_mode is set.
    - Dropout of whole channels (PyTorch's Dropout2d, Keras' SpatialDropout2D) is another operation, and so is Keras'
      GaussianDropout, which multiplies by draws of mean 1 and variance p/(1 − p).

Edge cases: with p = 0 nothing is dropped, and y is x to the bit, as it is in inverted evaluation. What becomes of an
infinity or a NaN that is dropped is left open: it is 0 where code selects, NaN where it multiplies by 0.

Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout: A Simple Way to Prevent Neural Networks from
Overfitting, JMLR 15 (2014), sections 4 and 5.1; section 10 has the inverted form.
"""

import numpy as np

from primcheck.spec import (
    Bernoulli,
    Case,
    Convention,
    Cost,
    Flag,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Rng,
    Size,
    Statistic,
    Tensor,
    boolean,
    choice,
    constant,
    given,
    mostly,
    normal,
    of_shape,
)

NAN, INF = float("nan"), float("inf")
BATCH = dict(size=(7, 9))
IMAGES = dict(size=(3, 2, 3, 5))
RATE = Real("rate", low=0, high=1, open_high=True)

SCALING = Convention(
    "scaling",
    "When survivors are scaled",
    inverted="in training, by 1/(1 − p): PyTorch, Keras, Flax, Caffe, Chainer, TensorFlow, CS231n",
    at_inference="in evaluation, by 1 − p: the paper's section 4, AlexNet, Deep Learning from Scratch",
)

LAYERS = dict(
    tiny=Size("AlexNet, the second dense layer, one image", size=(1, 4096), rate=0.5),
    small=Size("VGG-16, the first dense layer, 64 images", size=(64, 4096), rate=0.5),
    large=Size("Wide ResNet-28-10, the first stage, 32 images", size=(32, 160, 32, 32), rate=0.3),
)


def divisor(rate: float, training: bool, scaling: str) -> float:
    """Return what the kept elements are divided by."""
    return {(True, "inverted"): 1 - rate, (False, "at_inference"): 1 / (1 - rate)}.get((training, scaling), 1.0)


dropout = Primitive(
    title="Dropout",
    inputs=(Tensor("x"),),
    options=(RATE, Flag("training", True), Rng()),
    outputs=(Output("y"), Output("mask", dtype="bool")),
    conventions=(SCALING,),
    cases=(
        Case("one fifth dropped", **BATCH, rate=0.2, hunts="survivors divided by p, or multiplied by 1 − p"),
        Case("half dropped", **BATCH, rate=0.5, hunts="anything but p and 1 − p exchanged: they are equal"),
        Case("four fifths dropped", **BATCH, rate=0.8, hunts="survivors that are scaled by a rate that is built in"),
        Case("nothing dropped", **BATCH, rate=0.0, hunts="a rate of 0 that divides by 0 or is taken for one not given"),
        Case("images", **IMAGES, rate=0.3, hunts="a mask without the image's axes"),
        Case("one axis", size=(11,), rate=0.4, hunts="code that needs two axes"),
        Case(
            "more than a thousand",
            size=(1025,),
            rate=0.3,
            hunts="elements taken in blocks, of which one, or a last single element, is left out",
        ),
        Case("one example", size=(1, 9), rate=0.2, hunts="a batch of one taken for no batch"),
        Case("one feature", size=(9, 1), rate=0.2, hunts="a mask without the last axis"),
        Case("one element", size=(1,), rate=0.6, hunts="an axis that is squeezed away"),
        Case("scalar", size=(), rate=0.2, hunts="an x without axes"),
        Case("no examples", size=(0, 4), rate=0.5, hunts="an empty batch that makes the step fail"),
        Case(
            "zeros kept",
            **BATCH,
            x=choice(0, 0, 1),
            rate=0.0,
            hunts="a mask that is read off y: a zero may have been kept",
        ),
        Case("huge values", **BATCH, x=normal(std=1e30), rate=0.7, hunts="an overflow, or values that are clipped"),
        Case("evaluation", **BATCH, rate=0.2, training=False, hunts="dropping or scaling in evaluation"),
        Case("evaluation, images", **IMAGES, rate=0.8, training=False, hunts="evaluation that depends on the shape"),
        Case("evaluation at rate zero", **BATCH, rate=0.0, training=False, hunts="a rate of 0 in evaluation"),
        Case(
            "evaluation without examples", size=(0, 4), rate=0.5, training=False, hunts="an empty batch in evaluation"
        ),
    ),
    laws=(
        Law(
            "kept elements are scaled",
            lambda x, y, mask, rate, training, scaling: np.where(mask, y - x / divisor(rate, training, scaling), 0),
            hunts="survivors that are not x / (1 − p), or a mask that does not mark them",
        ),
        Law(
            "dropped elements are 0",
            lambda y, mask: np.where(mask, 0, y),
            hunts="dropped elements that leave something behind, or a mask that is True where dropped",
            exact=True,
        ),
        Law(
            "unscaled elements are x itself",
            lambda x, y, mask: np.where(mask, y - x, 0),
            hunts="a change where there is nothing to scale: at rate 0, in evaluation",
            where=lambda rate, training, scaling: divisor(rate, training, scaling) == 1,
            exact=True,
        ),
        Law(
            "everything is kept",
            lambda mask: 1.0 * ~mask,
            hunts="dropping in evaluation, or at rate 0",
            where=lambda rate, training: rate == 0 or not training,
            exact=True,
        ),
        Law(
            "survivors do not shrink",
            lambda x, y, mask: np.where(mask, (abs(x) - abs(y)).clip(min=0), 0),
            hunts="survivors multiplied by 1 − p",
            where=lambda training, scaling: training and scaling == "inverted",
            exact=True,
        ),
        Law(
            "survivors grow",
            lambda x, y, mask: 1.0 * (mask & (x != 0) & (x == y)),
            hunts="survivors that are not scaled at all",
            # Where few elements are left, code that divides by the share it kept may not scale them either.
            where=lambda x, rate, training, scaling: rate > 0 and training and scaling == "inverted" and x.size > 50,
            exact=True,
        ),
    ),
    rejects=(
        Reject("rate of one", **BATCH, rate=1.0, hunts="p = 1, which leaves nothing to scale: 1/(1 − p) is infinite"),
        Reject("rate above one", **BATCH, rate=1.5, hunts="a probability above 1"),
        Reject("negative rate", **BATCH, rate=-0.1, hunts="a probability below 0"),
        Reject("rate of NaN", **BATCH, rate=NAN, hunts="a probability that is no number"),
        Reject(
            "rate of one in evaluation", **BATCH, rate=1.0, training=False, hunts="a bad rate that evaluation overlooks"
        ),
    ),
    statistics=(
        Statistic(
            "dense layer",
            hunts="p taken for the probability of keeping; one mask for a batch, or one coin for an example",
            of="mask",
            law=lambda rate: Bernoulli(1 - rate),
            values=dict(size=(600, 500), rate=0.2),
        ),
        Statistic(
            "images",
            hunts="whole channels, rows or columns that are dropped together",
            of="mask",
            law=lambda rate: Bernoulli(1 - rate),
            values=dict(size=(20, 10, 20, 25), rate=0.8),
        ),
        Statistic(
            "pairs, many calls",
            hunts="a fixed number of elements that is dropped at every call: of two, always one",
            of="mask",
            law=lambda rate: Bernoulli(1 - rate),
            values=dict(size=(2,), rate=0.5, steps=400),
        ),
    ),
    cost=Cost(flops=lambda size: 3 * np.prod(size), moved=lambda size, itemsize: (2 * itemsize + 1) * np.prod(size)),
    sizes=LAYERS,
    independent="*",
)

dropout_backward = Primitive(
    title="Backward of dropout in training",
    inputs=(Tensor("dy"), Tensor("mask", dtype="bool", draw=boolean())),
    options=(RATE,),
    outputs=(Output("dx"),),
    conventions=(SCALING,),
    cases=(
        Case("one fifth dropped", **BATCH, mask=boolean(0.8), rate=0.2, hunts="a scale that is lost, inverted or by p"),
        Case("half dropped", **BATCH, rate=0.5, hunts="anything but p and 1 − p exchanged: they are equal"),
        Case(
            "four fifths dropped",
            **BATCH,
            mask=boolean(0.2),
            rate=0.8,
            hunts="a rate that is built in, or applied twice",
        ),
        Case(
            "nothing dropped",
            **BATCH,
            mask=constant(True),
            rate=0.0,
            hunts="a division by a rate of 0, or a fresh mask",
        ),
        Case(
            "all kept by chance", **BATCH, mask=constant(True), rate=0.3, hunts="a scale from the share that was kept"
        ),
        Case("all dropped by chance", **BATCH, mask=constant(False), rate=0.3, hunts="a division by the share kept: 0"),
        Case("images", **IMAGES, rate=0.3, hunts="a mask that is flattened or broadcast"),
        Case("one axis", size=(11,), rate=0.4, hunts="code that needs two axes"),
        Case(
            "more than a thousand",
            size=(1025,),
            rate=0.3,
            hunts="elements taken in blocks, of which one, or a last single element, is left out",
        ),
        Case("one example", size=(1, 9), rate=0.2, hunts="a batch of one taken for no batch"),
        Case("one element", size=(1,), mask=constant(True), rate=0.6, hunts="an axis that is squeezed away"),
        Case("scalar", size=(), mask=constant(True), rate=0.2, hunts="a gradient without axes"),
        Case("no examples", size=(0, 4), rate=0.5, hunts="an empty batch that makes the step fail"),
        Case(
            "gradient of zero",
            **BATCH,
            dy=constant(0),
            rate=0.2,
            exact=True,
            hunts="a gradient that does not come from dy",
        ),
        Case(
            "sparse gradient",
            **BATCH,
            dy=mostly(constant(0), 0.2, normal()),
            rate=0.2,
            hunts="a mask that is read off dy",
        ),
        Case(
            "huge gradient", **BATCH, dy=normal(std=1e30), rate=0.7, hunts="an overflow, or gradients that are clipped"
        ),
        Case("tiny gradient", **BATCH, dy=normal(std=1e-30), rate=0.7, hunts="gradients that are rounded to 0"),
        Case(
            "NaN and infinity kept",
            dy=given([NAN, 1.0, -INF, 2.0]),
            mask=given([True, False, True, True]),
            rate=0.2,
            hunts="a NaN that is swallowed, or that spreads to other elements",
        ),
        Case(
            "by hand",
            dy=given([[1, -2, 3], [-4, 5, -6]]),
            mask=given([[True, False, True], [True, True, False]]),
            rate=0.75,
            exact=True,
            hunts="anything: inverted, the kept ones are divided by ¼; at inference they are dy itself",
        ),
    ),
    laws=(
        Law(
            "nothing flows where dropped",
            lambda dx, mask: np.where(mask, 0, dx),
            hunts="a mask that is forgotten, reversed or drawn anew",
            exact=True,
        ),
    ),
    rejects=(
        Reject(
            "mask of another shape",
            **BATCH,
            mask=of_shape((7, 8), boolean()),
            rate=0.5,
            hunts="a mask that does not fit",
        ),
        Reject(
            "mask of one example", **BATCH, mask=of_shape((1, 9), boolean()), rate=0.5, hunts="a mask that broadcasts"
        ),
        Reject("rate of one", **BATCH, rate=1.0, hunts="p = 1, which the forward refuses"),
        Reject("rate above one", **BATCH, rate=1.5, hunts="a probability above 1"),
        Reject("negative rate", **BATCH, rate=-0.1, hunts="a probability below 0"),
        Reject("rate of NaN", **BATCH, rate=NAN, hunts="a probability that is no number"),
    ),
    cost=Cost(flops=lambda size: np.prod(size), moved=lambda size, itemsize: (2 * itemsize + 1) * np.prod(size)),
    sizes=LAYERS,
    independent="*",
)
