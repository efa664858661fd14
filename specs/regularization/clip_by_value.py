"""The clipping of a gradient by value: no element beyond ±c.

    y  = max(−c, min(c, g))

g is the gradient `grad`, of any shape; y has the same one, and each element stands alone. c is `limit`, 0 or more.
Elements within the limit, or exactly at it, stay as they are. Unlike clipping by norm, clipping by value turns the
gradient. ±∞ become ±c; a NaN stays NaN, so that a model that broke is noticed. A limit of 0 makes every number 0.

Libraries agree on y. They differ where a gradient is to pass through it, which is not asked here: exactly at ±c the
slope is 0 in torch.nn.functional.hardtanh, 1 in torch.clamp and TensorFlow, ½ in JAX.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, section 10.11.1. PyTorch 2.13
(torch.nn.utils.clip_grad_value_), Keras 3.15 (clipvalue), optax 0.2 (clip).
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Real, Reject, Tensor, choice, constant, given, normal, uniform

from ._weights import elementwise_cost, weight_sizes

LIMITS = [[np.inf, -np.inf, 1.0], [-1.0, -np.inf, 0.0]]

clip_by_value = Primitive(
    title="The clipping of a gradient by value",
    inputs=(Tensor("grad"),),
    options=(Real("limit", low=0),),
    outputs=(Output("clipped"),),
    cases=(
        Case("matrix", size=(3, 4), limit=0.7, hunts="one end that is forgotten, or a limit that is built in"),
        Case("vector", size=(6,), limit=0.3, hunts="code that takes it for granted that there are two axes"),
        Case("filters", size=(2, 3, 3, 2), limit=1.0, hunts="a gradient that is scaled in place of cut off"),
        Case("limit above one", size=(3, 4), grad=normal(std=4), limit=2.5, hunts="a limit of 1 that is built in"),
        Case("positive", size=(3, 4), grad=uniform(0.1, 2), limit=0.7, hunts="anything but the lower end"),
        Case("negative", size=(3, 4), grad=uniform(-2, -0.1), limit=0.7, hunts="a lower end of 0, or none"),
        Case("all within", size=(3, 4), grad=uniform(-1, 1), limit=5.0, exact=True, hunts="small elements that change"),
        Case(
            "all beyond", size=(3, 4), grad=choice(-9, 7), limit=2.0, exact=True, hunts="large elements that are lost"
        ),
        Case(
            "at the limit", size=(3, 4), grad=choice(-2, 2), limit=2.0, exact=True, hunts="elements at the limit lost"
        ),
        Case("all zero", size=(3, 4), grad=constant(0), limit=0.5, exact=True, hunts="0/0 for no gradient"),
        Case("limit of zero", size=(3, 4), limit=0.0, exact=True, hunts="a limit of 0 taken for none"),
        Case("tiny gradient", size=(3, 4), grad=normal(std=1e-9), limit=1e-9, hunts="a limit that is rounded away"),
        Case("huge gradient", size=(3, 4), grad=normal(std=1e25), limit=0.5, hunts="an overflow on the way"),
        Case(
            "infinities", grad=given(LIMITS), limit=0.5, exact=True, hunts="∞ · 0 or ∞/∞ where the limit is the result"
        ),
        Case("not a number", grad=given([np.nan, 3.0, 0.25]), limit=0.5, exact=True, hunts="a NaN that disappears"),
        Case("one element", size=(1,), limit=0.3, hunts="a result that loses its shape"),
        Case("scalar gradient", size=(), limit=0.3, hunts="a gradient without axes"),
        Case("no elements", size=(0, 4), limit=0.3, hunts="an empty layer that makes the call fail"),
        Case(
            "by hand",
            grad=given([[0.25, -3.0, 0.0], [0.5, -0.5, 2.0]]),
            limit=0.5,
            exact=True,
            hunts="anything: −3 becomes −½ and 2 becomes ½, the others stay",
        ),
    ),
    laws=(
        Law(
            "the sign survives",
            lambda grad, clipped: np.minimum(np.sign(grad) * clipped, 0),
            hunts="large negative elements that become positive",
            where=lambda grad: bool(np.isfinite(grad).all()),
            exact=True,
        ),
    ),
    rejects=(
        Reject("negative limit", size=(3, 4), limit=-0.5, hunts="ends that are exchanged"),
        Reject("limit is no number", size=(3, 4), limit=float("nan"), hunts="a NaN that makes every element NaN"),
    ),
    cost=elementwise_cost(2),
    sizes=weight_sizes(limit=0.5),
    independent="*",
)
