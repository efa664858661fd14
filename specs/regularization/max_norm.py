"""The max-norm constraint: the weights that reach a unit may not be longer than a limit.

    ‖wⱼ‖  = √Σᵢ wᵢⱼ²

    yⱼ    = c · wⱼ / ‖wⱼ‖       where ‖wⱼ‖ > c
            wⱼ                  elsewhere

w holds the weights of a dense layer, (inputs d, units m), and wⱼ is its column j: the weights that reach unit j. y has
w's shape, and each column stands alone. c is `limit`, 0 or more. The constraint is applied after a step of the
optimizer: a column that left the ball of radius c is projected back to its surface, with its direction kept.

A column within the limit, or exactly at it, stays as it is to the bit; a column of zeros stays one. A limit of 0 makes
all weights 0. Without inputs all lengths are 0.

Where libraries differ: PyTorch keeps dense weights as (units, inputs), so that its torch.renorm would be asked for
rows; it divides by ‖wⱼ‖ + 1e-7. Keras multiplies by min(‖wⱼ‖, c) / (‖wⱼ‖ + 1e-7), which shrinks columns within the limit
too, by about 1e-7 at every step; its axis is 0 unless told, as here, and its limit 2. max_norm of PyTorch's Embedding
renormalizes the rows it looks up, in place. What becomes of a column that holds NaN or ±∞ is
left open; the other columns do not notice.

Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout: A Simple Way to Prevent Neural Networks from
Overfitting, JMLR 15, 2014, section 5.1. Keras 3.15 (constraints.MaxNorm), PyTorch 2.13 (torch.renorm).
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
    of_shape,
    uniform,
)

# Columns of the lengths 5, 5, 1 and 13.
LENGTHS = [[3.0, -4.0, 0.0, 5.0], [4.0, 3.0, -1.0, -12.0]]


def lengths(w):
    """The lengths of the columns."""
    return np.sqrt(np.sum(w**2, axis=0))


max_norm = Primitive(
    title="The max-norm constraint",
    inputs=(Tensor("w", "d m"),),
    options=(Real("limit", low=0),),
    outputs=(Output("constrained", "d m"),),
    cases=(
        Case("matrix", d=4, m=3, w=uniform(1, 2), limit=0.75, hunts="rows in place of columns, or one norm for all"),
        Case("square", d=4, m=4, w=normal(std=5), limit=0.5, hunts="rows in place of columns, which fit here as well"),
        Case("wide", d=2, m=6, w=uniform(-3, -1), limit=1.2, hunts="inputs and units exchanged"),
        Case("limit above one", d=5, m=3, w=uniform(2, 4), limit=2.5, hunts="columns that are shortened to 1"),
        Case("limit of one", d=5, m=3, w=uniform(1, 4), limit=1.0, hunts="anything but the limit"),
        Case("within the limit", d=4, m=3, w=uniform(-1, 1), limit=9.0, exact=True, hunts="short columns that change"),
        Case("just within", d=9, m=2, w=uniform(0.5, 0.6), limit=2.0, hunts="a sum of sizes, or squares without root"),
        Case("small weights", d=9, m=2, w=uniform(0.2, 0.3), limit=0.5, hunts="an average of squares, or no root"),
        Case(
            "at the limit",
            w=given([[3.0, -4.0, 0.0], [4.0, 3.0, 5.0]]),
            limit=5.0,
            exact=True,
            hunts="columns exactly at the limit that are changed",
        ),
        Case("zero columns", w=given([[0.0, 6.0], [0.0, 8.0]]), limit=5.0, exact=True, hunts="0/0 for a length of 0"),
        Case("all zero", d=3, m=4, w=constant(0), limit=2.0, exact=True, hunts="0/0 where there are no weights"),
        Case("all zero, limit of zero", d=3, m=4, w=constant(0), limit=0.0, exact=True, hunts="0/0, none too long"),
        Case("limit of zero", d=3, m=4, w=uniform(1, 2), limit=0.0, exact=True, hunts="0 taken for no limit"),
        Case("one unit", d=5, m=1, w=uniform(1, 2), limit=0.7, hunts="a result that loses its second axis"),
        Case("one input", d=1, m=5, w=uniform(1, 2), limit=0.7, hunts="a result that loses its first axis"),
        Case("many inputs", d=200, m=2, limit=3.0, hunts="a length that is averaged, or cut off"),
        Case(
            "huge weights", d=3, m=4, w=normal(std=1e15), limit=3.0, hunts="a result that is clipped element by element"
        ),
        Case("tiny limit", d=3, m=4, w=uniform(1, 2), limit=1e-9, hunts="an ε that is added to the limit"),
        Case("tiny weights", d=3, m=4, w=uniform(1e-9, 2e-9), limit=1e-9, hunts="an ε that is added to the length"),
        Case("no inputs", d=0, m=3, limit=2.0, hunts="a layer without inputs that makes the call fail"),
        Case("no units", d=3, m=0, limit=2.0, hunts="a layer without units that makes the call fail"),
        Case(
            "by hand",
            w=given([[6.0, 3.0, 0.0, 1.0], [8.0, -4.0, -10.0, 2.0]]),
            limit=5.0,
            exact=True,
            hunts="anything: the columns (6, 8) and (0, −10) are halved, the others stay",
        ),
        Case("long and short", w=given(LENGTHS), limit=3.0, hunts="columns that are not judged one by one"),
    ),
    laws=(
        Law(
            "columns within the limit stay",
            lambda w, limit, constrained: np.where(lengths(w) <= 0.999 * limit, constrained - w, 0),
            hunts="a factor of almost 1, such as limit / (limit + ε)",
            exact=True,
        ),
        Law(
            "no column is longer than the limit",
            lambda w, limit, constrained: lengths(constrained) - np.minimum(lengths(w), limit),
            hunts="columns that are shortened too much or too little",
        ),
    ),
    rejects=(
        Reject("negative limit", d=3, m=4, limit=-1.0, hunts="a limit that turns columns round"),
        Reject("limit is no number", d=3, m=4, limit=float("nan"), hunts="a NaN that nothing is longer than"),
        Reject("a vector", d=4, m=3, w=of_shape((4,)), limit=1.0, hunts="biases, which have no columns"),
        Reject("filters", d=4, m=3, w=of_shape((2, 3, 3, 3)), limit=1.0, hunts="filters, whose units are another axis"),
    ),
    cost=Cost(flops=lambda d, m: 3 * d * m, moved=lambda d, m, itemsize: 2 * itemsize * d * m),
    sizes=dict(
        tiny=Size("LeNet-5, the classifier", d=84, m=10, limit=3.0),
        small=Size("LeNet-5, the first dense layer", d=400, m=120, limit=3.0),
        large=Size("ResNet-50, the classifier", d=2048, m=1000, limit=3.0),
    ),
    independent="m",
)
