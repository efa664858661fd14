"""The perceptron's learning rule, for one example.

    o  = 1 if w·x + b > 0, else −1

    w′ = w + η · e · x
    b′ = b + η · e

w and x are (D,), b is a scalar and so is the target t, which is 1 or −1; η is the learning rate `lr`, at least 0. What
is learnt from an error is the convention `error`:

    difference    e = t − o, which is 0 when the example is classified rightly, and ±2 when it is not
    target        e = t when o ≠ t, and 0 otherwise

The two differ by a factor of 2 in the learning rate, no more. An example that is classified rightly changes nothing,
to the bit. A sum of exactly 0, as with fresh weights of 0, belongs to the class −1; so does a sum that is NaN. The bias
learns like a weight whose input is always 1.

Rosenblatt, The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain, Psychological
Review 65, 1958; Mitchell, Machine Learning, McGraw-Hill 1997, §4.4.2 (difference); Bishop, Pattern Recognition and
Machine Learning, Springer 2006, equation 4.55 (target).
"""

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    choice,
    constant,
    each,
    given,
    normal,
    of_shape,
    varying,
)

POSITIVE, NEGATIVE = constant(1), constant(-1)

# 0.5·2 − 1·1 + 0.25·4 = 1, with the bias 0.5: well above 0.
RIGHT = dict(w=given([0.5, -1.0, 0.25]), x=given([2.0, 1.0, 4.0]), b=constant(0.5))
# The same sum, which is 1, and a bias that turns it around.
TURNED = dict(w=given([0.5, -1.0, 0.25]), x=given([2.0, 1.0, 4.0]), b=constant(-1.5))
# The same sum, and a bias that makes it exactly 0.
ON_THE_LINE = dict(w=given([0.5, -1.0, 0.25]), x=given([2.0, 1.0, 4.0]), b=constant(-1))
# Logical and of two inputs, twice through.
AND = dict(
    w=constant(0),
    b=constant(0),
    x=given([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]] * 3),
    target=given([-1.0, -1.0, -1.0, 1.0] * 3),
)

perceptron_update = Primitive(
    title="The perceptron's learning rule",
    inputs=(
        Tensor("w", "d"),
        Tensor("b", ""),
        Tensor("x", "d"),
        Tensor("target", "", flows=False, draw=choice(-1, 1)),
    ),
    options=(Real("lr", low=0.0),),
    outputs=(Output("w", "d"), Output("b", "")),
    conventions=(
        Convention(
            "error",
            "What is learnt from an error",
            difference="target less output, ±2: Mitchell, Raschka's Python Machine Learning",
            target="the target itself, ±1: Rosenblatt, Bishop, scikit-learn",
        ),
    ),
    cases=(
        Case(
            "positive, taken for negative", **TURNED, target=POSITIVE, lr=0.5, exact=True, hunts="a step the wrong way"
        ),
        Case(
            "negative, taken for positive", **RIGHT, target=NEGATIVE, lr=0.5, exact=True, hunts="a step the wrong way"
        ),
        Case("positive and right", **RIGHT, target=POSITIVE, lr=0.5, exact=True, hunts="a step where nothing is wrong"),
        Case(
            "negative and right", **TURNED, target=NEGATIVE, lr=0.5, exact=True, hunts="a step where nothing is wrong"
        ),
        Case("positive, on the line", **ON_THE_LINE, target=POSITIVE, lr=0.5, exact=True, hunts="≥ for >: 0 is −1"),
        Case("negative, on the line", **ON_THE_LINE, target=NEGATIVE, lr=0.5, exact=True, hunts="≥ for >: 0 is −1"),
        Case(
            "fresh weights, positive",
            d=4,
            w=constant(0),
            b=constant(0),
            target=POSITIVE,
            lr=0.1,
            hunts="weights of 0 that never begin to learn",
        ),
        Case(
            "fresh weights, negative",
            d=4,
            w=constant(0),
            b=constant(0),
            target=NEGATIVE,
            lr=0.1,
            hunts="weights of 0 that are taken for the class 1",
        ),
        Case(
            "decided by the bias",
            w=given([1.0, 1.0]),
            x=given([1.0, 0.5]),
            b=constant(-4),
            target=POSITIVE,
            lr=0.25,
            exact=True,
            hunts="a decision without the bias",
        ),
        Case("many inputs", d=100, target=POSITIVE, b=constant(-50), lr=0.1, hunts="inputs that are left out"),
        Case("one input", d=1, w=constant(-2), x=constant(3), target=POSITIVE, lr=0.1, hunts="a lost axis"),
        Case("small rate", d=5, b=constant(20), target=NEGATIVE, lr=1e-3, hunts="a rate that is built in"),
        Case("rate of one", d=5, b=constant(20), target=NEGATIVE, lr=1.0, hunts="a bias that moves without the rate"),
        Case("rate of zero", d=5, b=constant(20), target=NEGATIVE, lr=0.0, hunts="weights that move at a rate of 0"),
        Case("an example of zeros", d=4, x=constant(0), b=constant(1), target=NEGATIVE, lr=0.1, hunts="a still bias"),
        Case("learning AND", steps=12, **AND, lr=0.25, exact=True, hunts="a rule that does not get there, or forgets"),
        Case(
            "falling rate",
            steps=6,
            d=3,
            x=varying(normal(mean=2, std=0.1), normal(mean=-2, std=0.1)),
            w=constant(-1),
            b=constant(0),
            target=given([1.0, -1.0, 1.0, -1.0, 1.0, -1.0]),
            lr=each([0.5, 0.25, 0.125]),
            hunts="a rate that is kept from the first call",
        ),
    ),
    laws=(
        Law(
            "the bias is one more weight",
            lambda w, b, x, next_w, next_b: next_w - w - (next_b - b) * x,
            hunts="weights and bias that do not move together: the weights move by x times the bias's step",
        ),
    ),
    rejects=(
        Reject("example of another length", d=3, x=of_shape((4,)), target=POSITIVE, lr=0.1, hunts="an input too many"),
        Reject(
            "example of one input", d=3, x=of_shape((1,)), target=POSITIVE, lr=0.1, hunts="an input that broadcasts"
        ),
        Reject("a batch", d=3, x=of_shape((2, 3)), target=POSITIVE, lr=0.1, hunts="several examples at once"),
        Reject(
            "weights of two axes",
            d=3,
            w=of_shape((2, 3)),
            x=of_shape((2, 3)),
            target=POSITIVE,
            lr=0.1,
            hunts="several units at once",
        ),
        Reject("target of one axis", d=3, target=of_shape((1,), constant(1)), lr=0.1, hunts="a batch of one"),
        Reject("bias per input", d=3, b=of_shape((3,)), target=POSITIVE, lr=0.1, hunts="a bias that is a vector"),
        Reject("bias of one axis", d=3, b=of_shape((1,)), target=POSITIVE, lr=0.1, hunts="a batch of one"),
        Reject(
            "example as a column", d=3, x=of_shape((3, 1)), target=POSITIVE, lr=0.1, hunts="an example that broadcasts"
        ),
        Reject(
            "one weight in a table",
            d=1,
            w=of_shape((1, 1)),
            x=of_shape((1, 1)),
            target=POSITIVE,
            lr=0.1,
            hunts="a table of weights that happens to hold a single one",
        ),
        Reject("target of zero", d=3, target=constant(0), lr=0.1, hunts="classes 0 and 1 in place of −1 and 1"),
        Reject("negative rate", d=3, target=POSITIVE, lr=-0.1, hunts="a rate that unlearns"),
    ),
    cost=Cost(flops=lambda d: 4 * d, moved=lambda d, itemsize: 3 * itemsize * d),
    sizes=dict(
        tiny=Size("LeNet-5, one unit of the last layer", d=84, b=constant(-100), target=POSITIVE, lr=0.1),
        small=Size("an image of the 28 × 28 digits", d=784, b=constant(-1000), target=POSITIVE, lr=0.1),
        large=Size("an image as AlexNet takes it", d=150528, b=constant(-100000), target=POSITIVE, lr=0.1),
    ),
)
