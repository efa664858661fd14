"""The leaky rectified linear unit, and its gradient.

    y  = x                 where x > 0
         slope · x         elsewhere

    dx = dy                where x > 0
         slope · dy        where x < 0
         s · dy            where x = 0

x may have any shape; y, dy and dx have the same one, and each element stands alone. The slope is 0 or more: 0 is relu,
1 changes nothing, and above 1 the formula still decides by the sign of x, which max(x, slope · x) does not. A NaN stays
NaN, and ±∞ stay as long as the slope is positive.

The derivative does not exist at exactly 0, so s is a convention: the slope where 0 counts as negative, 1 where it
counts as positive. The default of the slope differs as well and has to be passed on: 0.01 here as in the paper, PyTorch,
JAX and ONNX; 0.2 in tf.nn and keras.activations, 0.3 in Keras's layer LeakyReLU, 0 in Caffe. Some papers write x/a with
a = 100 for a slope of 0.01. The gradient where x is NaN is left open. TensorFlow's slope is float32 even where x is
float64, so that its results are off by 9e-8 there.

Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013, §2. Slopes at 0 as
measured in PyTorch 2.13, TensorFlow 2.21, JAX 0.10 and Keras 3.15.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
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
    uniform,
)

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost

SLOPE = Real("slope", 0.01, low=0)

leaky_relu = Primitive(
    title="The leaky rectified linear unit",
    inputs=(Tensor("x"),),
    options=(SLOPE,),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a slope that is left out, inverted or on the wrong side"),
        Case("rows", size=(4, 5), slope=0.2, hunts="a slope of 0.01 that is built in"),
        Case("row", size=(7,), slope=0.3, hunts="code that takes it for granted that there is a batch axis"),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), hunts="positive values that do not pass unchanged"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="negative values that are lost or turn positive"),
        Case("slope 0", size=(3, 4), slope=0.0, hunts="a division by the slope: at 0 this is relu"),
        Case("slope 1", size=(3, 4), slope=1.0, hunts="a slope that is not a factor: at 1 nothing changes"),
        Case("slope 2", size=(3, 4), slope=2.0, hunts="max(x, slope · x), which picks the wrong side above 1"),
        Case("zeros", size=(3, 4), x=choice(-1, 0, 1), hunts="a level in place of a line, or a quotient such as x/|x|"),
        Case("tiny values", size=(3, 4), x=uniform(-1e-12, 1e-12), hunts="a threshold that is not exactly 0"),
        Case("huge values", size=(3, 4), x=normal(std=1e30), hunts="a detour that overflows"),
        Case("infinities", x=given(HAS_LIMITS), hunts="x · (x > 0) + slope · x · (x ≤ 0): ∞ times 0 is NaN"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-8.0, -2.0, 0.0], [0.5, 1.0, 3.0]]),
            slope=0.25,
            exact=True,
            hunts="anything: −8 and −2 become −2 and −½, the rest stays",
        ),
    ),
    laws=(
        Law(
            "the sign survives",
            lambda x, y: np.minimum(x * y, 0),
            hunts="a leak on the other side of 0",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=(Reject("negative slope", size=(3, 4), slope=-0.1, hunts="a slope below 0"),),
    cost=forward_cost(2),
    sizes=SIZES,
    independent="*",
)

leaky_relu_backward = Primitive(
    title="The gradient of the leaky rectified linear unit",
    inputs=(Tensor("dy"), Tensor("x", flows=False)),
    options=(SLOPE,),
    outputs=(Output("dx"),),
    conventions=(
        Convention(
            "at_zero",
            "The slope at exactly 0",
            slope="PyTorch, TensorFlow, and Keras on either of them; Caffe",
            one="JAX and Flax, and Keras on JAX",
        ),
    ),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a gradient that is stopped, or shrunk on the wrong side"),
        Case("rows", size=(4, 5), slope=0.2, hunts="a slope of 0.01 that is built in, or the sign of the gradient"),
        Case("row", size=(7,), slope=0.3, hunts="code that takes it for granted that there is a batch axis"),
        Case("exact zeros", size=(4, 5), x=choice(-1, 0, 0, 1), hunts="another slope at 0 than the one asked for"),
        Case("nothing but zeros", size=(3, 4), x=constant(0), hunts="a quotient such as y/x, which is NaN at 0"),
        Case(
            "sparse activations",
            size=(4, 5),
            x=mostly(constant(0), 0.3, normal()),
            hunts="a slope at 0 that shows as soon as padding, dropout or an earlier relu made the zeros",
        ),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), hunts="gradients that do not pass unchanged"),
        Case("all negative", size=(3, 4), x=uniform(-3, -2), hunts="the output, slope · x, in place of the slope"),
        Case("negative gradients", size=(3, 4), dy=uniform(-2, -1), hunts="negative gradients that are shrunk too"),
        Case("slope 0", size=(3, 4), slope=0.0, hunts="a leak that cannot be closed: at 0 this is relu"),
        Case("slope 2", size=(3, 4), slope=2.0, hunts="the derivative of max(x, slope · x), wrong above 1"),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope returned without the gradient"),
        Case("tiny inputs", size=(3, 4), x=uniform(-1e-12, 1e-12), hunts="a threshold that is not exactly 0"),
        Case("infinite inputs", x=given(HAS_LIMITS), hunts="a slope computed as y/x: ∞/∞ is NaN"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-1.0, 0.0, 2.0], [3.0, -4.0, 0.0]]),
            dy=given([[8.0, 2.0, -4.0], [1.0, 2.0, 4.0]]),
            slope=0.25,
            exact=True,
            hunts="anything: −4 and 1 pass, 8 and 2 meet a negative input and become 2 and ½",
        ),
    ),
    laws=(
        Law(
            "leaky relu is homogeneous",
            lambda dy, x, dx, slope: dx * x - dy * np.where(x > 0, x, slope * x),
            hunts="a slope other than that of the line through 0: dx · x = dy · y",
            where=all_finite,
        ),
    ),
    rejects=(*MISFITS, Reject("negative slope", size=(3, 4), slope=-0.1, hunts="a slope below 0")),
    cost=backward_cost(2),
    sizes=SIZES,
    independent="*",
)
