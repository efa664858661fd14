"""LeNet-5 on real digits: do the primitives of an implementation work together?

The network is LeNet-5 cut to 8×8 images, trained by plain gradient descent:

    image (1, 8, 8) → conv 6 @ 3×3, padding 1 → tanh → max pool 2 → conv 16 @ 3×3, padding 1 → tanh → max pool 2
    → 64 numbers → dense 84 → tanh → dense 10 → softmax cross-entropy; every parameter p becomes p − lr · ∂loss/∂p

The suite runs the program with the implementation's own conv2d, tanh, max_pool2d, dense, softmax_cross_entropy_loss,
their backwards, and sgd; where one is missing the training is blocked. The data are the 1,797 digits that scikit-learn
ships (Alpaydin and Kaynak, UCI, 1998), scaled to [0, 1]; every fifth, at index 4, 9, …, is held out. The weights to
start with are Xavier uniform and always the same, the biases 0; batches of 16 are taken in order; lr is 0.1.

What is judged. The loss of the first steps follows the reference within the noise floor of the whole computation.
Training amplifies rounding: once the two largest numbers of a pooling window differ by less than rounding, either may
win, and the paths part. So the losses are compared up to the step at which the first draw of noise has left the others.
Then the training goes on, and must reach 96 % of right answers on the held-out digits within 15 epochs.

Sources: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, Proceedings of the
IEEE 86, 1998, §II.B (the network); Glorot and Bengio, 2010, eq. 16 (the weights). PyTorch 2.13 reaches 97.8 to 98.6 %.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Real,
    Size,
    Tensor,
    constant,
    digit_images,
    digit_labels,
    given,
)


def xavier(seed, shape, fan_in, fan_out):
    """Return weights that are the same in every run."""
    return given(np.random.default_rng(seed).uniform(-1, 1, shape) * np.sqrt(6 / (fan_in + fan_out)))


def zeros(count):
    """Return biases to start with."""
    return given(np.zeros(count))


def step(source, count):
    """Return the benchmark size of one step with a batch of so many images."""
    return Size(
        source,
        images=digit_images(count),
        labels=digit_labels(count),
        held_images=digit_images(1, held_out=True),
        held_labels=digit_labels(1, held_out=True),
        batch_size=count,
    )


train_lenet5 = Primitive(
    title="LeNet-5 on real digits",
    uses=(
        "conv2d",
        "conv2d_backward",
        "tanh",
        "tanh_backward",
        "max_pool2d",
        "max_pool2d_backward",
        "dense",
        "dense_backward",
        "softmax_cross_entropy_loss",
        "softmax_cross_entropy_loss_backward",
        "sgd",
    ),
    inputs=(
        Tensor("images", "n 1 8 8", flows=False),
        Tensor("labels", "n", dtype="int", flows=False),
        Tensor("held_images", "m 1 8 8", flows=False),
        Tensor("held_labels", "m", dtype="int", flows=False),
        Tensor("w1", "6 1 3 3", draw=xavier(1, (6, 1, 3, 3), 9, 54)),
        Tensor("b1", "6", draw=zeros(6)),
        Tensor("w2", "16 6 3 3", draw=xavier(2, (16, 6, 3, 3), 54, 144)),
        Tensor("b2", "16", draw=zeros(16)),
        Tensor("w3", "64 84", draw=xavier(3, (64, 84), 64, 84)),
        Tensor("b3", "84", draw=zeros(84)),
        Tensor("w4", "84 10", draw=xavier(4, (84, 10), 84, 10)),
        Tensor("b4", "10", draw=zeros(10)),
    ),
    options=(
        Real("lr", default=0.1, low=0.0),
        Count("batch_size", default=16, low=1),
        Count("epochs", default=1, low=1),
        Real("goal", default=1.0, low=0.0, flows=False),
    ),
    outputs=(Output("losses", "?", settles=True), Output("accuracy", "")),
    cases=(
        Case(
            "three steps",
            hunts="a backward whose gradient does not fit its forward, an update in the wrong direction, a transposed gradient",
            images=digit_images(48),
            labels=digit_labels(48),
            held_images=digit_images(8, held_out=True),
            held_labels=digit_labels(8, held_out=True),
        ),
        Case(
            "a ragged last batch",
            hunts="a mean over the wrong number of examples in the smaller batch; a rate that is built in",
            images=digit_images(26),
            labels=digit_labels(26),
            held_images=digit_images(8, held_out=True),
            held_labels=digit_labels(8, held_out=True),
            lr=0.05,
            batch_size=10,
        ),
        Case(
            "two epochs, one image over",
            hunts="a goal that is reached too soon unless one is given, or a batch of one image left out",
            images=digit_images(17),
            labels=digit_labels(17),
            held_images=digit_images(8, held_out=True),
            held_labels=digit_labels(8, held_out=True),
            batch_size=8,
            epochs=2,
        ),
        Case(
            "goal of nothing",
            hunts="training that goes on though the goal is reached, if only just: nothing is read as a one yet",
            images=digit_images(8),
            labels=digit_labels(8),
            held_images=digit_images(8, held_out=True),
            held_labels=constant(1),
            batch_size=8,
            epochs=2,
            goal=0.0,
        ),
        Case(
            "twenty steps",
            hunts="small errors of gradients that add up from step to step",
            after=("three steps", 0.3),
            images=digit_images(320),
            labels=digit_labels(320),
            held_images=digit_images(8, held_out=True),
            held_labels=digit_labels(8, held_out=True),
        ),
        Case(
            "fifteen epochs",
            hunts="a network that follows the loss for a while and yet does not learn to read digits",
            after=("three steps", 0.1),
            compared=False,
            dtypes=("float32",),
            images=digit_images(1438),
            labels=digit_labels(1438),
            held_images=digit_images(359, held_out=True),
            held_labels=digit_labels(359, held_out=True),
            epochs=15,
            goal=0.96,
        ),
    ),
    laws=(
        Law(
            "reaches its goal",
            lambda accuracy, goal: np.maximum(goal - accuracy, 0),
            hunts="a network that is not trained: fewer than 96 % of the held-out digits are read",
            where=lambda goal: goal < 1,
            exact=True,
        ),
    ),
    cost=Cost(
        # Forward, and as much again for the gradients of inputs and of parameters; 7,250 parameters are read and written.
        flops=lambda n: 3 * 2 * n * (6 * 9 * 64 + 16 * 54 * 16 + 64 * 84 + 84 * 10),
        moved=lambda n, itemsize: itemsize * (64 * n + 2 * 7250),
    ),
    sizes=dict(
        tiny=step("LeNet-5, one step with one image", 1),
        small=step("LeNet-5, one step with a batch of 16", 16),
        large=step("LeNet-5, one step with a batch of 256", 256),
    ),
    # The images of a batch may come in any order.
    independent="n",
)
