"""The Gaussian error linear unit, and its gradient.

    y  = x · Φ(x) = ½ · x · (1 + erf(x/√2))                                                           (exact)
         ½ · x · (1 + tanh(u))                     u = √(2/π) · (x + 0.044715 · x³)                   (tanh)

    dx = dy · (Φ(x) + x · φ(x))                    φ(x) = exp(−x²/2) / √(2π)                          (exact)
         dy · (½ · (1 + t) + ½ · x · (1 − t²) · √(2/π) · (1 + 0.134145 · x²)),  t = tanh(u)           (tanh)

x may have any shape; y, dy and dx have the same one, and each element stands alone. Φ(x) is the probability that a
standard normal number is smaller than x, and φ its density. y is 0 at x = 0, where its slope is ½, dips to −0.170 at
x = −0.752, where its slope is 0, and is close to x for large x; the slope is nowhere above 1.13.

Which of the two is meant is the convention `form`. They differ by at most 5e-4, less than a training notices and more
than any rounding; "gelu" without a word is one of them in some libraries and the other one in others. x · sigmoid(1.702·x)
is a third approximation, from the same paper, off by 0.02. TensorFlow's constants are float32 even where x is float64,
so that its results are off by 5e-9 there. PyTorch's float32 kernel on x86, which is oneDNN's, gives NaN at ∞.

Edge cases: at 1000 y is 1000 with slope 1, at −1000 it is 0 with slope 0, at +∞ it is ∞, and a NaN stays NaN. What
happens at −∞ is left open, where y is −∞ · 0, and so is the slope at ±∞. In the left tail 1 + erf cancels: y is right to
a rounding error of x there, not of y, which an implementation with erfc surpasses.

Hendrycks and Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415, 2016, section 2.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Law,
    Output,
    Primitive,
    Size,
    Tensor,
    choice,
    constant,
    given,
    normal,
    uniform,
)

from ._layers import HAS_NAN, MISFITS, all_finite, backward_cost, forward_cost

FORM = Convention(
    "form",
    "Whether the normal distribution is exact or approximated by a tangent",
    exact="PyTorch, keras.activations.gelu, tf.nn.gelu, ONNX, BERT as published",
    tanh="JAX and Flax, keras.ops.gelu, GPT-2, PyTorch with approximate='tanh'",
)

LAYERS = dict(
    tiny=Size("GPT-2, the hidden layer, one token", size=(1, 3072)),
    small=Size("GPT-2, the hidden layer, 16 tokens", size=(16, 3072)),
    large=Size("GPT-2, the hidden layer, 1024 tokens", size=(1024, 3072)),
)

gelu = Primitive(
    title="The Gaussian error linear unit",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    conventions=(FORM,),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="another weight than Φ(x)"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a factor x, ½ or 1 + … that is forgotten"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zeros", size=(3, 4), x=constant(0), exact=True, hunts="anything but 0 in the middle"),
        Case("tiny values", size=(3, 4), x=normal(std=1e-6), hunts="scores that are rounded or thresholded away"),
        Case("the dip", size=(3, 4), x=uniform(-1.5, -0.3), hunts="a curve that does not go below 0"),
        Case("shoulders", size=(3, 4), x=uniform(1, 3), hunts="an approximation: here they are furthest off"),
        Case(
            "where two pieces meet",
            x=given([-1.414, -1.41, -1.4, -1.38, -1.35, 1.35, 1.38, 1.4, 1.41, 1.414]),
            hunts="an error function put together from polynomials whose ends are inexact",
        ),
        Case("positive tail", size=(3, 4), x=uniform(4, 12), hunts="a weight that goes on growing, or a cubic"),
        Case("negative tail", size=(3, 4), x=uniform(-12, -4), hunts="a curve that does not come back to 0"),
        Case(
            "forty up and down",
            x=given([[-50.0, -45.0, -40.0, 40.0, 45.0, 50.0]]),
            hunts="∞ · 0 where the tail underflows",
        ),
        Case("a thousand up and down", size=(4, 5), x=choice(-1000, 0, 1000), hunts="an exponential that overflows"),
        Case("infinity", x=given([[np.inf, 1.0], [-1.0, 0.0]]), hunts="a NaN at ∞, where y is ∞"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("scalar", size=(), hunts="an x without axes"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "many elements",
            size=(16_385,),
            x=choice(-1, 0.5, 2),
            when={"form": "exact"},
            hunts="elements taken in blocks, of which one, or a last single element, is left out",
        ),
        Case(
            "by hand",
            x=given([[-1.0, 0.0, 1.0, 2.0]]),
            hunts="anything: exactly, y is −0.15866, 0, 0.84134 and 1.95450, as tables of Φ say",
        ),
    ),
    laws=(
        Law(
            "the sign survives",
            lambda x, y: np.minimum(x * y, 0),
            hunts="a weight below 0",
            where=all_finite,
        ),
        Law(
            "the weight is at most 1",
            lambda x, y: np.maximum(np.abs(y) - np.abs(x), 0),
            hunts="a factor ½ that is forgotten",
            where=all_finite,
        ),
    ),
    cost=forward_cost(10),
    sizes=LAYERS,
    independent="*",
)

gelu_backward = Primitive(
    title="The gradient of the Gaussian error linear unit",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    conventions=(FORM,),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a term of the product rule that is left out or subtracted"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="the output or a constant in place of the slope"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zero inputs", size=(3, 4), x=constant(0), hunts="a slope other than ½ in the middle"),
        Case("the dip", size=(3, 4), x=uniform(-3, -0.8), hunts="a slope that is not negative there"),
        Case("shoulders", size=(3, 4), x=uniform(1, 3), hunts="a density that is too narrow or not normalized"),
        Case("positive tail", size=(3, 4), x=uniform(4, 8), hunts="a slope that grows"),
        Case("negative tail", size=(3, 4), x=uniform(-8, -4), hunts="a slope that does not come back to 0"),
        Case("a thousand up and down", size=(4, 5), x=choice(-1000, 0, 1000), hunts="a density of ∞ · 0"),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope that is returned without the gradient"),
        Case("gradients of one", size=(3, 4), dy=constant(1), hunts="anything but a forgotten gradient"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that disappears"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("scalar", size=(), hunts="an x without axes"),
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
            "the slope is at most 1.13",
            lambda dy, dx: np.maximum(np.abs(dx) - 1.13 * np.abs(dy), 0),
            hunts="a slope that grows with x",
            where=all_finite,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(14),
    sizes=LAYERS,
    independent="*",
)
