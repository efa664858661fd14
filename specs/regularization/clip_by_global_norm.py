"""The clipping of a network's gradients by their common norm: shortened to c together, in the same direction.

    norm = √( Σ g₁² + Σ g₂² + … )

    gᵢ   ← c · gᵢ / norm      where norm > c
           gᵢ                 elsewhere

`grads` is a list of arrays of any shapes, one for each parameter of the network; together they are one vector. The result
is a list (or tuple) of as many arrays, in the same order and of the same shapes. c is `limit`, 0 or more. Gradients within
the limit, or exactly at it, stay as they are to the bit, zero included: short ones are not lengthened. A limit of 0 makes
every number 0. All arrays are multiplied by one factor, so that the step keeps its direction; clipping each array by its
own norm, which is clip_by_norm, turns it.

Where libraries differ: PyTorch's torch.nn.utils.clip_grad_norm_ divides by norm + 1e-6, so that its gradients stay a
little shorter than the limit: a factor of 1 − 1e-6/norm, which is more than rounding, and it changes them in place; it is
not offered here for that reason. Keras's global_clipnorm, tf.clip_by_global_norm and optax.clip_by_global_norm
divide by the norm, and so does Caffe's clip_gradients, before the weight decay is added. TensorFlow and PyTorch return
the norm too, as it was before. What becomes of gradients that hold NaN or ±∞ is left open: a norm that is NaN makes all
NaN in PyTorch; an infinite one does so in TensorFlow, while Optax makes what is finite 0 and the rest NaN.

Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013, arXiv:1211.5063,
algorithm 1. Keras 3.15, TensorFlow 2.21, PyTorch 2.13, optax 0.2, Caffe 1.0.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    normal,
    uniform,
)

SHAPES = dict(m=3, n=4, k=5)
NONE = dict(first=constant(0), second=constant(0), third=constant(0))


def length(*arrays):
    """The root of the sum of squares of all arrays."""
    return np.sqrt(sum(np.sum(array**2) for array in arrays))


clip_by_global_norm = Primitive(
    title="The clipping of a network's gradients by their common norm",
    inputs=(
        Tensor("first", "m n", within="grads"),
        Tensor("second", "n", within="grads"),
        Tensor("third", "k", within="grads"),
    ),
    options=(Real("limit", low=0),),
    outputs=(Output("first_clipped", "m n"), Output("second_clipped", "n"), Output("third_clipped", "k")),
    cases=(
        Case("three arrays", **SHAPES, limit=0.7, hunts="a norm for each array, or that of one of them for all"),
        Case("limit above one", **SHAPES, limit=2.5, hunts="gradients shortened to 1"),
        Case(
            "one long array",
            **SHAPES,
            first=normal(std=100),
            limit=5.0,
            hunts="only the long array shortened: the others must shrink as much",
        ),
        Case("last array long", **SHAPES, third=normal(std=100), limit=5.0, hunts="the norm of what came before"),
        Case(
            "each within, all together not",
            **SHAPES,
            first=uniform(0.4, 0.5),
            second=uniform(0.4, 0.5),
            third=uniform(0.4, 0.5),
            limit=1.75,
            hunts="the longest array compared with the limit: each is within it",
        ),
        Case(
            "just within",
            **SHAPES,
            first=uniform(0.4, 0.5),
            second=uniform(0.4, 0.5),
            third=uniform(0.4, 0.5),
            limit=2.5,
            hunts="norms that are added up, or squares without the root",
        ),
        Case(
            "squares within",
            **SHAPES,
            first=uniform(0.1, 0.12),
            second=uniform(0.1, 0.12),
            third=uniform(0.1, 0.12),
            limit=0.375,
            hunts="a root that is forgotten: here the squares are less than their root",
        ),
        Case("within", **SHAPES, limit=60.0, hunts="short gradients that change"),
        Case(
            "at the limit",
            first=given([[2.0, 0.0]]),
            second=given([-4.0, 4.0]),
            third=given([0.0]),
            limit=6.0,
            exact=True,
            hunts="gradients at the limit that change: √(4 + 16 + 16) is 6",
        ),
        Case("all zero", **SHAPES, **NONE, limit=0.5, exact=True, hunts="0/0 for no gradient"),
        Case("all zero, limit of zero", **SHAPES, **NONE, limit=0.0, exact=True, hunts="0/0 where nothing is too long"),
        Case("one array zero", **SHAPES, second=constant(0), limit=0.5, hunts="0/0 for a layer without gradient"),
        Case("limit of zero", **SHAPES, limit=0.0, exact=True, hunts="0 taken for no limit"),
        Case(
            "tiny gradients",
            **SHAPES,
            first=normal(std=1e-9),
            second=normal(std=1e-9),
            third=normal(std=1e-9),
            limit=1e-9,
            hunts="an ε added to the norm",
        ),
        Case("huge gradients", **SHAPES, first=normal(std=1e15), limit=0.5, hunts="elements that are cut off"),
        Case("no elements in one array", m=0, n=3, k=4, limit=0.3, hunts="an empty layer that makes the call fail"),
        Case("one element each", m=1, n=1, k=1, limit=0.3, hunts="results that lose their shape"),
        Case(
            "by hand",
            first=given([[4.0, 0.0], [0.0, -4.0]]),
            second=given([8.0, 0.0]),
            third=given([-10.0, 0.0, 6.0, -2.0, 4.0, 2.0]),
            limit=4.0,
            exact=True,
            hunts="anything: 32 + 64 + 160 is 16², so that every number is divided by 4",
        ),
    ),
    laws=(
        Law(
            "together they are not longer than the limit",
            lambda first, second, third, limit, first_clipped, second_clipped, third_clipped: (
                length(first_clipped, second_clipped, third_clipped) - np.minimum(length(first, second, third), limit)
            ),
            hunts="gradients that are shortened too much or too little",
        ),
    ),
    rejects=(
        Reject("negative limit", **SHAPES, limit=-0.5, hunts="a limit that turns the gradients round"),
        Reject("limit is no number", **SHAPES, limit=float("nan"), hunts="a NaN that nothing is longer than"),
    ),
    cost=Cost(
        flops=lambda m, n, k: 3 * (m * n + n + k),
        moved=lambda m, n, k, itemsize: 2 * itemsize * (m * n + n + k),
    ),
    sizes=dict(
        tiny=Size("LeNet-5, the last dense layer and the biases before it", m=84, n=10, k=84, limit=1.0),
        small=Size("LeNet-5, the first dense layer and the biases after it", m=400, n=120, k=84, limit=1.0),
        large=Size("ResNet-50, the classifier and a convolution before it", m=2048, n=1000, k=1048576, limit=1.0),
    ),
)
