"""Gradient descent of a linear model: the training loop, on the simplest network there is.

    for each epoch e:
        for each batch B, in the data's order:
            r  = x_B w + b − y_B
            w  ← w − lr · 2 · x_Bᵀ r / E          both from the same r
            b  ← b − lr · 2 · Σᵢ rᵢ / E
        losses[e] = Σ (x w + b − y)² / (N·M)

The model is a dense layer, the loss mse_loss. x is (N, D), one row per example, y is (N, M), the targets; w, (D, M), and
b, (M,), are where the descent starts and, as results, where it ends; losses has one number an epoch, the loss over all
data after that epoch. The batches are rows 0 … s − 1, then s … 2s − 1 and so on, s being `batch_size`, without shuffling;
what is left over at the end makes a smaller batch. s = 1 is stochastic descent, s ≥ N batch descent, what lies between
is mini-batch descent. lr is 0 or more, `epochs` too: no epoch returns w and b as they are and no losses.

E is the convention `batch`: with mean the gradient is that of the batch's mean squared error, E = |B|·M, over all
elements of the batch, so that a smaller batch counts as much as any other; with sum E = 1. The losses are means either
way. Where libraries differ: many courses write the loss with ½, where the 2 vanishes, or divide by the rows and not by
the units, which is the same for M = 1 only. Progress bars show the mean of the batches' losses along the way, which is
not the loss after the epoch. Training loops shuffle as a rule; the suite compares results, and cannot.

Edge cases: a batch larger than the data is all of the data. Without data nothing moves, and the losses are means of
nothing: NaN.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, section 5.9 and algorithm 8.1; PyTorch 2.13, MSELoss.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
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
)

NAN = float("nan")
USUAL = dict(n=7, d=3, m=2, lr=0.05, batch_size=3, epochs=3)

gradient_descent = Primitive(
    title="Gradient descent of a linear model",
    inputs=(Tensor("x", "n d"), Tensor("y", "n m"), Tensor("w", "d m"), Tensor("b", "m")),
    options=(Real("lr", low=0), Count("batch_size", low=1), Count("epochs")),
    outputs=(Output("w", "d m"), Output("b", "m"), Output("losses", lambda epochs: (epochs,))),
    conventions=(
        Convention(
            "batch",
            "Whether a batch's gradient is averaged over its elements",
            mean="averaged: PyTorch's MSELoss, Keras, scikit-learn's MLPRegressor but for its ½",
            sum='summed: PyTorch with reduction="sum", the LMS rule of Widrow and Hoff',
        ),
    ),
    cases=(
        Case("ragged", **USUAL, hunts="a smaller last batch that is dropped, filled up or divided by batch_size"),
        Case(
            "two left over",
            n=8,
            d=3,
            m=2,
            lr=0.05,
            batch_size=3,
            epochs=2,
            hunts="a smaller last batch that is mixed up with what is left of the batch before",
        ),
        Case("stochastic", n=5, d=2, m=2, lr=0.1, batch_size=1, epochs=2, hunts="rows that are taken in another order"),
        Case("mini-batches", n=6, d=3, m=2, lr=0.1, batch_size=2, epochs=2, hunts="one step for each epoch only"),
        Case("all at once", n=6, d=3, m=2, lr=0.1, batch_size=6, epochs=3, hunts="a batch that is not divided by N·M"),
        Case("one step", n=6, d=3, m=2, lr=0.2, batch_size=6, epochs=1, hunts="a loss that is taken before the step"),
        Case("batch above the data", n=5, d=3, m=2, lr=0.1, batch_size=8, epochs=2, hunts="a batch that must be full"),
        Case("one unit", n=7, d=3, m=1, lr=0.1, batch_size=2, epochs=2, hunts="anything but rows taken for elements"),
        Case("many units", n=4, d=2, m=6, lr=0.3, batch_size=2, epochs=2, hunts="rows taken for elements"),
        Case("one example", n=1, d=3, m=2, lr=0.1, batch_size=1, epochs=4, hunts="a result that loses an axis"),
        Case("no epochs", n=4, d=3, m=2, lr=0.1, batch_size=2, epochs=0, hunts="a loop that runs at least once"),
        Case("no examples", n=0, d=3, m=2, lr=0.1, batch_size=2, epochs=2, hunts="no data, which make the call fail"),
        Case("rate of zero", n=5, d=3, m=2, lr=0.0, batch_size=2, epochs=2, hunts="0 taken for a rate not given"),
        Case("steep", n=4, d=3, m=2, lr=2.0, batch_size=2, epochs=2, hunts="steps that are cut short"),
        Case("large targets", **USUAL, y=normal(mean=1000), hunts="a bias that does not move, or moves after w"),
        Case("zero input", **USUAL, x=constant(0), hunts="a bias that is not learned: only it can be"),
        Case(
            "fitted",
            x=given([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]),
            y=given([[5.0], [1.0], [9.0]]),
            w=given([[1.0], [2.0]]),
            b=given([0.0]),
            lr=0.5,
            batch_size=2,
            epochs=1,
            hunts="anything: two errors are 0, the third is −1",
        ),
        Case(
            "at the bottom",
            x=given([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]),
            y=given([[5.0], [1.0], [8.0]]),
            w=given([[1.0], [2.0]]),
            b=given([0.0]),
            lr=0.5,
            batch_size=3,
            epochs=2,
            exact=True,
            hunts="steps where there is no error",
        ),
        Case(
            "by hand",
            x=given([[1.0], [2.0], [1.0], [0.0]]),
            y=given([[4.0], [2.0], [0.0], [1.0]]),
            w=given([[0.0]]),
            b=given([0.0]),
            lr=0.25,
            batch_size=2,
            epochs=1,
            exact=True,
            hunts="anything: averaged, the first batch gives w = 2 and b = 1½, the second w = 1⅛ and b = ½",
        ),
    ),
    laws=(
        Law(
            "the last loss is that of the result",
            lambda x, y, next_w, next_b, losses: losses[-1] - np.mean((x @ next_w + next_b - y) ** 2),
            hunts="losses of the way, of the last batch, or of before",
            where=lambda n, epochs: n > 0 and epochs > 0,
        ),
        Law(
            "a rate of zero moves nothing",
            lambda w, b, next_w, next_b: np.append(next_w - w, next_b - b),
            hunts="a rate that is built in",
            where=lambda lr: lr == 0,
            exact=True,
        ),
    ),
    rejects=(
        Reject("weights transposed", **USUAL, w=of_shape((2, 3)), hunts="weights stored as (out, in)"),
        Reject("one bias for all", **USUAL, b=of_shape((1,)), hunts="a bias that broadcasts"),
        Reject("a bias too many", **USUAL, b=of_shape((3,)), hunts="a bias that no unit belongs to"),
        Reject("targets of a row", **USUAL, y=of_shape((2,)), hunts="targets that broadcast over the examples"),
        Reject("targets of one unit", **USUAL, y=of_shape((7, 1)), hunts="targets that broadcast over the units"),
        Reject("negative rate", **{**USUAL, "lr": -0.1}, hunts="a rate that climbs"),
        Reject("rate of NaN", **{**USUAL, "lr": NAN}, hunts="a rate that is no number"),
        Reject("batches of nothing", **{**USUAL, "batch_size": 0}, hunts="a loop that never gets on"),
        Reject("bias of two axes", **USUAL, b=of_shape((1, 2)), hunts="a bias shaped to broadcast"),
        Reject("negative batches", **{**USUAL, "batch_size": -1}, hunts="a loop that does nothing"),
        Reject("no time, no batches", **{**USUAL, "batch_size": 0, "epochs": 0}, hunts="an option nobody looks at"),
        Reject("no time, more weights", **{**USUAL, "epochs": 0}, w=of_shape((4, 2)), hunts="unseen weights"),
        Reject("no time, images", **{**USUAL, "epochs": 0}, x=of_shape((7, 3, 1)), hunts="examples nobody looks at"),
        Reject("no time, targets of one unit", **{**USUAL, "epochs": 0}, y=of_shape((7, 1)), hunts="unseen targets"),
        Reject("negative epochs", **{**USUAL, "epochs": -1}, hunts="fewer epochs than none"),
    ),
    cost=Cost(
        flops=lambda n, d, m, epochs: 6 * epochs * n * d * m,
        moved=lambda n, d, m, epochs, itemsize: itemsize * (n * d + n * m + 2 * (d * m + m) + epochs),
    ),
    sizes=dict(
        tiny=Size("diabetes of scikit-learn, batches of 32", n=442, d=10, m=1, lr=0.01, batch_size=32, epochs=1),
        small=Size("California housing, batches of 32", n=20640, d=8, m=1, lr=0.01, batch_size=32, epochs=1),
        large=Size("MNIST, a tenth of it, batches of 64", n=7000, d=784, m=10, lr=0.001, batch_size=64, epochs=1),
    ),
)
