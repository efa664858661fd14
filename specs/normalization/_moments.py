"""What layer, group, instance and RMS normalization share: the cases that every mean and variance needs."""

import numpy as np

from primcheck.spec import Case, Reject, choice, constant, mostly, normal, of_shape

FRESH = dict(gamma=constant(1), beta=constant(0))


def usual_forward(usual, even):
    """Cases for any layout: `usual` is one, `even` another whose means are of 4, 8 or 16 values."""
    return (
        Case("fresh layer", **usual, **FRESH, hunts="anything but γ and β misplaced: they do nothing yet"),
        Case("mean of ten", **usual, x=normal(mean=10), hunts="a mean that is not subtracted"),
        Case("mean of a thousand", **usual, x=normal(mean=1000), hunts="a variance as E[x²] − E[x]², which cancels"),
        Case(
            "mean of a million",
            **usual,
            x=normal(mean=1e6),
            dtypes=("float64",),
            hunts="a variance as E[x²] − E[x]², in double precision too",
        ),
        Case("small variance", **usual, x=normal(std=0.003), hunts="ε outside the root or forgotten: σ² is about ε"),
        Case("large epsilon", **usual, eps=0.5, hunts="an ε that is built in, or outside the root"),
        Case("without epsilon", **usual, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
        Case("huge values", **usual, x=normal(std=1e15), hunts="an overflow, or values that are clipped"),
        Case("all equal", **even, x=constant(3), hunts="0/0 where nothing varies: y is β"),
    )


def usual_backward(usual, even):
    """Cases of the gradients for any layout; `even` as for the forward."""
    return (
        Case("scale of one", **usual, gamma=constant(1), hunts="anything but a forgotten or misplaced γ"),
        Case("scales of zero", **usual, gamma=choice(0, 0, -1.5), hunts="a dγ that is found from y by dividing by γ"),
        Case("gradient of zero", **usual, dy=constant(0), hunts="gradients that do not come from dy"),
        Case(
            "sparse gradient", **usual, dy=mostly(constant(0), 0.2, normal()), hunts="means over fewer than all values"
        ),
        Case("mean of ten", **usual, x=normal(mean=10), hunts="a dγ of the raw x in place of x̂"),
        Case("mean of a thousand", **usual, x=normal(mean=1000), hunts="a variance as E[x²] − E[x]², which cancels"),
        Case("wide values", **usual, x=normal(std=30), hunts="x − µ where x̂ belongs"),
        Case("small variance", **usual, x=normal(std=0.003), hunts="ε outside the root or forgotten: σ² is about ε"),
        Case("large epsilon", **usual, eps=0.5, hunts="an ε that is built in, forgotten, or outside the root"),
        Case("without epsilon", **usual, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
        Case("tiny gradient", **usual, dy=normal(std=1e-12), hunts="gradients that are cut off"),
        Case("all equal", **even, x=constant(3), hunts="0/0 where nothing varies"),
    )


def bad_parameters(usual, length):
    """A γ that does not fit, and a negative ε."""
    return (
        Reject("gamma too short", **usual, gamma=of_shape((length - 1,)), hunts="a γ that does not fit x"),
        Reject("gamma of one value", **usual, gamma=of_shape((1,)), hunts="a γ that broadcasts"),
        Reject("gamma of two axes", **usual, gamma=of_shape((1, length)), hunts="a γ shaped to broadcast"),
        Reject("negative epsilon", **usual, eps=-1e-5, hunts="a negative ε: the root of a negative number"),
    )


def bad_beta(usual, length):
    """A β that does not fit, or only broadcasts."""
    return (
        Reject("beta too long", **usual, beta=of_shape((length + 1,)), hunts="a β that does not fit x"),
        Reject("beta of two axes", **usual, beta=of_shape((1, length)), hunts="a β shaped to broadcast"),
    )


def bad_gradients(usual, shape):
    """A dy that broadcasts to x, and one with as many elements."""
    return (
        Reject("dy of one example", **usual, dy=of_shape((1, *shape[1:])), hunts="a gradient that broadcasts"),
        Reject(
            "dy turned", **usual, dy=of_shape((*shape[:-2], shape[-1], shape[-2])), hunts="rows and columns exchanged"
        ),
        Reject(
            "dy without examples",
            **{**usual, "n": 0},
            dy=of_shape((0, *shape[1:-1], 1)),
            hunts="a gradient that broadcasts, which an empty batch hides",
        ),
    )


def finite(x):
    """Tell whether x holds values, and numbers only."""
    return x.size > 0 and np.isfinite(x).all()


def unshifted(y, gamma, beta):
    """x̂, recovered from y."""
    return (y - beta) / gamma


def near(x, axis):
    """Tell whether no mean is far from zero: a residual's own floor does not see how badly such a mean conditions y."""
    return finite(x) and (abs(x.mean(axis)) < 10 * x.std(axis)).all()
