"""The L1 penalty, which draws weights towards exactly 0, and its gradient.

    P      = λ · Σ |w|

    ∂P/∂w  = λ · sign(w)        with sign(0) = 0

The sum runs over all elements of w, which may have any shape. λ is `strength`, 0 or more. P is a single number, to be
added to the loss; the gradient has w's shape, and each of its elements stands alone.

The penalty is a sum, not a mean: it does not know how many weights or examples there are. All weights are pulled with
the same force, however small they are, which is why many of them arrive at 0. At exactly 0 the derivative does not
exist; 0 is taken there, as in PyTorch and TensorFlow, so that a weight that has arrived stays. (JAX, and with it Keras
on JAX, takes 1.) Without weights P is 0. A NaN among the weights makes P NaN, but spoils only its own element of the
gradient.

Tibshirani, Regression Shrinkage and Selection via the Lasso, J. R. Statist. Soc. B 58, 1996. Keras 3.15 (regularizers.L1,
with a strength of 0.01 unless told; 0 in L1L2), PyTorch 2.13, Caffe (regularization_type: "L1").
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Real, Reject, Tensor, choice, constant, given, normal, uniform

from ._weights import all_finite, elementwise_cost, penalty_cost, weight_sizes

STRENGTH = Real("strength", low=0)

NEGATIVE = (
    Reject("negative strength", size=(3, 4), strength=-0.1, hunts="a penalty that rewards large weights"),
    Reject("strength is no number", size=(3, 4), strength=float("nan"), hunts="a NaN that slips through a comparison"),
)

CASES = (
    Case("matrix", size=(3, 4), strength=0.3, hunts="signs that cancel, a mean, or a strength that is built in"),
    Case("vector", size=(5,), strength=0.3, hunts="code that takes it for granted that there are two axes"),
    Case("filters", size=(2, 3, 3, 2), strength=0.05, hunts="a sum over some of the axes"),
    Case("positive", size=(3, 4), w=uniform(0.5, 2), strength=0.3, hunts="anything but the sign, which is + here"),
    Case("negative", size=(3, 4), w=uniform(-2, -0.5), strength=0.3, hunts="a sign that is lost"),
    Case("exact zeros", size=(4, 5), w=choice(-2, 0, 0, 2), strength=0.3, hunts="a slope at 0 that is not 0, or NaN"),
    Case("all zero", size=(3, 4), w=constant(0), strength=0.5, exact=True, hunts="0/0, or a force on what is 0"),
    Case("tiny weights", size=(3, 4), w=normal(std=1e-12), strength=0.3, hunts="small weights that are taken for 0"),
    Case("huge weights", size=(3, 4), w=normal(std=1e25), strength=0.3, hunts="squares, which overflow in float32"),
    Case("strength of zero", size=(3, 4), strength=0.0, exact=True, hunts="a strength of 0 taken for one not given"),
    Case("strength of one", size=(3, 4), strength=1.0, hunts="anything but the strength"),
    Case("usual strength", size=(3, 4), strength=0.01, hunts="anything but the strength that is often built in"),
    Case("not a number", w=given([[1.0, np.nan], [-2.0, 0.0]]), strength=0.5, hunts="a NaN that disappears"),
    Case("one weight", size=(1,), strength=0.3, hunts="a result of another shape"),
    Case("scalar weight", size=(), strength=0.3, hunts="a weight without axes"),
    Case(
        "several thousand weights",
        size=(4097,),
        w=choice(-3, -1, 1, 2),
        strength=0.25,
        exact=True,
        hunts="a sum taken in blocks, of which one, or a last single weight, is left out or counted twice",
    ),
    Case("no weights", size=(0, 4), strength=0.3, hunts="an empty layer that makes the call fail"),
)
BY_HAND = dict(w=given([[1.0, -2.0, 0.0], [4.0, 0.5, -0.5]]), strength=0.25, exact=True)

l1_penalty = Primitive(
    title="The L1 penalty",
    inputs=(Tensor("w"),),
    options=(STRENGTH,),
    outputs=(Output("penalty", ""),),
    cases=(*CASES, Case("by hand", **BY_HAND, hunts="anything: the sizes sum to 8, a quarter of which is 2")),
    laws=(
        Law(
            "the penalty is not negative",
            lambda penalty: np.minimum(penalty, 0),
            hunts="signs that cancel",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=NEGATIVE,
    cost=penalty_cost(2),
    sizes=weight_sizes(strength=0.01),
)

l1_penalty_gradient = Primitive(
    title="The gradient of the L1 penalty",
    inputs=(Tensor("w", flows=False),),
    options=(STRENGTH,),
    outputs=(Output("dw"),),
    cases=(*CASES, Case("by hand", **BY_HAND, hunts="anything: a quarter with the sign of the weight, and 0 at 0")),
    laws=(
        Law(
            "the gradient pulls towards 0",
            lambda w, dw: np.minimum(np.sign(w) * dw, 0),
            hunts="a sign that makes weights grow",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=NEGATIVE,
    cost=elementwise_cost(2),
    sizes=weight_sizes(strength=0.01),
    independent="*",
)
