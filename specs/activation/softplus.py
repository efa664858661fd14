"""Softplus, relu with its corner rounded off, and its gradient.

    y  = log(1 + eˣ)

    dx = dy · s        s = 1 / (1 + e⁻ˣ)

x may have any shape; y, dy and dx have the same one, and each element stands alone. y is always positive, log 2 at
x = 0, close to x for large x and close to 0 for very negative x. It is the integral of the sigmoid, which is its slope.

In floating point eˣ overflows beyond 88 in float32 and beyond 709 in float64, where y is just x. The same function,
written so that nothing can overflow, is max(x, 0) + log(1 + e^(−|x|)). At ±1000 y is 1000 and 0, at ±∞ it is ∞ and 0,
and a NaN stays NaN. Where x is very negative 1 + eˣ rounds to 1, so results are judged to absolute precision there.

Libraries agree but for one thing: torch.nn.functional.softplus returns x itself above a threshold, 20 unless told
otherwise, which is off by 2e-9 just above it and by 1.4e-11 at 25: more than double precision forgives.

Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating Second-Order Functional Knowledge for Better Option Pricing,
NIPS 2000; Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §3.10. The threshold: PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Tensor, choice, constant, given, normal, uniform

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost, moderate

softplus = Primitive(
    title="Softplus",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a corner at 0, or a logarithm of another base"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a curve that falls, or that falls on both sides"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zeros", size=(3, 4), x=constant(0), hunts="anything but log 2 in the middle"),
        Case("tiny values", size=(3, 4), x=normal(std=1e-6), hunts="scores that are rounded or thresholded away"),
        Case("positive tail", size=(3, 4), x=uniform(11, 15), hunts="x itself in place of y, too early"),
        Case("just above twenty", size=(3, 4), x=uniform(20.5, 22), hunts="x itself in place of y above 20"),
        Case("negative tail", size=(3, 4), x=uniform(-12, -4), hunts="small results that are cut off"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="log(1 + eˣ) as it stands: it overflows to ∞, where y is x",
        ),
        Case("around a hundred", size=(3, 4), x=uniform(90, 110), hunts="an exponential that overflows in float32"),
        Case("infinities", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the limits are ∞ and 0"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given(np.log([[1.0, 3.0, 7.0, 0.25]])),
            hunts="anything: 1 + eˣ is 2, 4, 8 and 5/4, so y is their logarithms",
        ),
    ),
    laws=(
        Law(
            "the exponential undoes it",
            lambda x, y: (np.exp(y) - 1 - np.exp(x)) / (1 + np.exp(x)),
            hunts="a curve that is not log(1 + eˣ)",
            where=moderate,
        ),
        Law(
            "y is not below relu",
            lambda x, y: np.minimum(y - np.maximum(x, 0), 0),
            hunts="a curve that crosses its asymptotes",
            where=all_finite,
        ),
    ),
    cost=forward_cost(6),
    sizes=SIZES,
    independent="*",
)

softplus_backward = Primitive(
    title="The gradient of softplus",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a step in place of a slope that changes smoothly"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="the output, or the slope of the slope"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zero inputs", size=(3, 4), x=constant(0), hunts="a slope other than ½ in the middle"),
        Case("positive tail", size=(3, 4), x=uniform(5, 15), hunts="a slope that fades or grows where y is almost x"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small slopes that are cut off"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="eˣ/(1 + eˣ) for every x: it overflows, and ∞/∞ is NaN",
        ),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope that is returned without the gradient"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("infinite inputs", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the slopes are 1 and 0"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that disappears"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[0.0, 0.0, 0.0]]),
            dy=given([[4.0, -8.0, 1.0]]),
            exact=True,
            hunts="anything: the slope at 0 is ½, so dx = (2, −4, ½)",
        ),
    ),
    laws=(
        Law(
            "the slope is at most 1",
            lambda dy, dx: np.maximum(np.abs(dx) - np.abs(dy), 0),
            hunts="a slope above 1",
            where=all_finite,
        ),
        Law(
            "the gradient keeps its sign",
            lambda dy, dx: np.minimum(dx * dy, 0),
            hunts="a slope below 0, where softplus rises everywhere",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(5),
    sizes=SIZES,
    independent="*",
)
