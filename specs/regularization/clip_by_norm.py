"""The clipping of a gradient by its norm: shortened to c, in the same direction.

    ‖g‖  = √Σ g²

    y    = c · g / ‖g‖       where ‖g‖ > c
           g                 elsewhere

g is the gradient `grad` of one layer; whatever its shape, it is one vector, and the sum runs over all elements. y has
g's shape. c is `limit`, 0 or more. A gradient within the limit, or exactly at it, stays as it is to the bit, zero
included: short gradients are not lengthened. A limit of 0 makes every number 0.

Where libraries differ: here each array has a norm of its own, as in Keras (clipnorm) and tf.clip_by_norm. PyTorch's
torch.nn.utils.clip_grad_norm_, Keras's global_clipnorm, optax.clip_by_global_norm and Caffe's clip_gradients take one
norm over the gradients of all layers; PyTorch divides by ‖g‖ + 1e-6. Caffe clips before the weight decay is added. What
becomes of a gradient that holds NaN or ±∞ is left open.

Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013, arXiv:1211.5063,
algorithm 1. Keras 3.15, TensorFlow 2.21, PyTorch 2.13, optax 0.2.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Real, Reject, Tensor, constant, given, normal, uniform

from ._weights import elementwise_cost, weight_sizes


def length(array):
    """The root of the sum of squares."""
    return np.sqrt(np.sum(array**2))


clip_by_norm = Primitive(
    title="The clipping of a gradient by its norm",
    inputs=(Tensor("grad"),),
    options=(Real("limit", low=0),),
    outputs=(Output("clipped"),),
    cases=(
        Case("matrix", size=(3, 4), grad=uniform(1, 2), limit=0.7, hunts="one norm for each row, or each element"),
        Case(
            "vector",
            size=(6,),
            grad=normal(std=3),
            limit=0.3,
            hunts="code that takes several axes for granted",
        ),
        Case("filters", size=(2, 3, 3, 2), grad=uniform(1, 2), limit=1.0, hunts="a norm over some of the axes"),
        Case("limit above one", size=(3, 4), grad=uniform(-4, -2), limit=2.5, hunts="a gradient shortened to 1"),
        Case("limit above every element", size=(3, 4), grad=uniform(1, 2), limit=2.5, hunts="the largest element"),
        Case("just within", size=(3, 4), grad=uniform(0.5, 0.6), limit=2.5, hunts="a sum of sizes, or squares"),
        Case("small elements", size=(3, 4), grad=uniform(0.2, 0.25), limit=0.5, hunts="a root that is forgotten"),
        Case("within", size=(3, 4), grad=uniform(-1, 1), limit=9.0, exact=True, hunts="short gradients that change"),
        Case(
            "at the limit", grad=given([[3.0], [-4.0]]), limit=5.0, exact=True, hunts="a gradient at the limit changed"
        ),
        Case("all zero", size=(3, 4), grad=constant(0), limit=0.5, exact=True, hunts="0/0 for no gradient"),
        Case(
            "all zero, limit of zero", size=(3, 4), grad=constant(0), limit=0.0, exact=True, hunts="0/0, none too long"
        ),
        Case("limit of zero", size=(3, 4), grad=uniform(1, 2), limit=0.0, exact=True, hunts="0 taken for no limit"),
        Case("tiny gradient", size=(3, 4), grad=uniform(1e-9, 2e-9), limit=1e-9, hunts="an ε added to the length"),
        Case("huge gradient", size=(3, 4), grad=normal(std=1e15), limit=0.5, hunts="elements that are cut off"),
        Case("one element", size=(1,), grad=constant(-3), limit=0.3, hunts="a result that loses its shape or sign"),
        Case("scalar gradient", size=(), grad=constant(3), limit=0.3, hunts="a gradient without axes"),
        Case("no elements", size=(0, 4), limit=0.3, hunts="an empty layer that makes the call fail"),
        Case(
            "by hand",
            grad=given([[6.0, 0.0], [0.0, -8.0]]),
            limit=5.0,
            exact=True,
            hunts="anything: the length is 10, so that 6 and −8 become 3 and −4",
        ),
    ),
    laws=(
        Law(
            "the gradient is not longer than the limit",
            lambda grad, limit, clipped: length(clipped) - np.minimum(length(grad), limit),
            hunts="a gradient that is shortened too much or too little",
        ),
    ),
    rejects=(
        Reject("negative limit", size=(3, 4), limit=-0.5, hunts="a limit that turns the gradient round"),
        Reject("limit is no number", size=(3, 4), limit=float("nan"), hunts="a NaN that nothing is longer than"),
    ),
    cost=elementwise_cost(3),
    sizes=weight_sizes(limit=1.0),
)
