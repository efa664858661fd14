"""The rectified linear unit, and its gradient.

    y  = max(0, x)

    dx = dy        where x > 0
         s · dy    where x = 0
         0         where x < 0

x may have any shape; y, dy and dx have the same one, and each element stands alone. A NaN stays NaN, −∞ becomes 0 and
+∞ stays. The slope s at exactly 0 is a convention, for the derivative does not exist there: 0 in every library's own
relu, 1 where the gradient is that of a comparison x ≥ 0, and ½ where relu is written as the maximum of two arrays and
the tie is shared out fairly. Zeros are no rarity: padding, dropout and an earlier relu make many of them.

The gradient where x is NaN is left open: PyTorch passes dy on, Caffe gives 0. So is that of a dy that is not finite
where x is not positive, for 0 · ∞ may be taken for either. Leaky and capped relatives (slope 0.01 below 0, a ceiling at
6) are other functions.

Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010, §2; Glorot, Bordes and Bengio,
Deep Sparse Rectifier Neural Networks, AISTATS 2011, §3.1. Slopes at 0 as measured in PyTorch 2.13, TensorFlow 2.21,
JAX 0.10 and Keras 3.15.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Size,
    Tensor,
    choice,
    constant,
    distinct,
    given,
    mostly,
    normal,
    of_shape,
    uniform,
)

SIZES = dict(
    tiny=Size("LeNet-5, the second dense layer", size=(84,)),
    small=Size("LeNet-5, the first convolution, 16 images", size=(16, 6, 28, 28)),
    large=Size("ResNet-50, the first stage, 32 images", size=(32, 64, 56, 56)),
)

relu = Primitive(
    title="The rectified linear unit",
    inputs=(Tensor("x"),),
    outputs=(Output("y", exact=True),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a maximum along an axis, where each element is compared with 0"),
        Case("rows", size=(4, 5), hunts="the wrong side set to 0, the sign dropped, or a slope below 0"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), hunts="positive values that do not pass unchanged"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="negative values that leak or keep their size"),
        Case("beyond six", size=(3, 4), x=distinct(2.0), hunts="an output that is cut off at 6, as relu6 does"),
        Case("tiny values", size=(3, 4), x=uniform(-1e-12, 1e-12), hunts="a threshold that is not exactly 0"),
        Case("huge values", size=(3, 4), x=normal(std=1e30), hunts="a detour, as through exponentials, that overflows"),
        Case("zeros", size=(3, 4), x=choice(-1, 0, 1), hunts="a quotient such as x/|x|, which is NaN at 0"),
        Case(
            "infinities",
            x=given([[np.inf, -np.inf, 1.0], [-1.0, -np.inf, 0.0]]),
            hunts="x · (x > 0) or ½(x + |x|): −∞ times 0, and −∞ plus ∞, is NaN",
        ),
        Case(
            "not a number",
            x=given([[np.nan, 1.0, -1.0], [2.0, np.nan, 0.0]]),
            hunts="a NaN that silently becomes 0 and hides the fault that made it",
        ),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-2.0, -0.5, 0.0], [0.5, 1.0, 3.0]]),
            exact=True,
            hunts="anything: the first row becomes 0, the second stays",
        ),
    ),
    laws=(
        Law(
            "y is 0 or x",
            lambda x, y: y * (y - x),
            hunts="a value that is neither",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
        Law(
            "y is not negative",
            lambda y: np.minimum(y, 0),
            hunts="a slope below 0",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    cost=Cost(flops=lambda size: np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)

relu_backward = Primitive(
    title="The gradient of the rectified linear unit",
    inputs=(Tensor("dy"), Tensor("x", flows=False)),
    outputs=(Output("dx", exact=True),),
    conventions=(
        Convention(
            "at_zero",
            "The slope at exactly 0",
            zero="relu of PyTorch, TensorFlow, JAX, Keras and Caffe; CS231n; layers.Relu of Deep Learning from Scratch",
            one="functions.relu_grad of Deep Learning from Scratch, torch.clamp(x, min=0), tf.maximum and Keras' on it",
            half="torch.maximum and jax.numpy.maximum of x and 0, and Keras' on either, which share out a tie",
        ),
    ),
    cases=(
        Case(
            "large upstream gradient",
            size=(2, 3, 4, 5),
            dy=normal(std=1000),
            hunts="gradients that are clipped on their way",
        ),
        Case("images", size=(2, 3, 4, 5), hunts="a gradient that is not masked, or masked along an axis"),
        Case("rows", size=(4, 5), hunts="a mask by the sign of the gradient, in place of the sign of x"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("exact zeros", size=(4, 5), x=choice(-1, 0, 0, 1), hunts="another slope at 0 than the one asked for"),
        Case("nothing but zeros", size=(3, 4), x=constant(0), hunts="a quotient such as y/x, which is NaN at 0"),
        Case(
            "sparse activations",
            size=(4, 5),
            x=mostly(constant(0), 0.3, normal()),
            hunts="a slope at 0 that shows as soon as padding, dropout or an earlier relu made the zeros",
        ),
        Case(
            "all positive",
            size=(3, 4),
            x=uniform(0.5, 2),
            hunts="a gradient that is multiplied by the output, where its slope, which is 1, belongs",
        ),
        Case(
            "all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="a gradient that leaks where the input was negative"
        ),
        Case(
            "negative gradients",
            size=(3, 4),
            dy=uniform(-2, -1),
            hunts="negative gradients that are dropped too, as guided backpropagation does",
        ),
        Case(
            "positive gradients",
            size=(3, 4),
            dy=uniform(1, 2),
            hunts="a slope that is returned without the gradient that comes from above",
        ),
        Case("tiny inputs", size=(3, 4), x=uniform(-1e-12, 1e-12), hunts="a threshold that is not exactly 0"),
        Case(
            "infinite inputs",
            x=given([[np.inf, -np.inf], [1.0, -1.0]]),
            dy=given([[0.5, 2.0], [-3.0, 4.0]]),
            exact=True,
            hunts="a slope computed as y/x, or a mask multiplied with x: ∞/∞ and 0 · ∞ are NaN",
        ),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-1.0, 0.0, 2.0], [3.0, -4.0, 0.0]]),
            dy=given([[8.0, 2.0, -4.0], [1.0, 2.0, 4.0]]),
            exact=True,
            hunts="anything: only the gradients −4 and 1 meet a positive input",
        ),
    ),
    laws=(
        Law(
            "nothing passes below 0",
            lambda dx, x: dx * (x < 0),
            hunts="a mask that lets negative inputs learn",
            exact=True,
        ),
        Law(
            "relu is homogeneous",
            lambda dy, x, dx: dx * x - dy * np.maximum(x, 0),
            hunts="a slope that is not 1: where y = max(0, x) is a straight line through 0, dx · x = dy · y",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=(
        Reject("gradient of a row", size=(3, 4), dy=of_shape((4,)), hunts="a gradient that broadcasts"),
        Reject("gradient of a column", size=(3, 4), dy=of_shape((3, 1)), hunts="a gradient that broadcasts"),
        Reject("gradient transposed", size=(3, 4), dy=of_shape((4, 3)), hunts="a gradient of another shape"),
        Reject("gradient of a batch", size=(3, 4), dy=of_shape((2, 3, 4)), hunts="a gradient with an axis too many"),
    ),
    cost=Cost(flops=lambda size: np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)
