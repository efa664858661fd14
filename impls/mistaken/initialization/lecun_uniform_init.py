"""Mistakes in LeCun's uniform initialization, told apart by spread, range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def root_forgotten(shape, *, rng):
    """You drew up to 3 over the fan, without the root.

    Take the root. The two agree only when the fan is 3.

        limit = √(3 / fan_in)
    """
    fan_in, _ = draw.fans(shape)
    return draw.uniform(shape, 3 / fan_in, rng)


def std_taken_as_limit(shape, *, rng):
    """You used the standard deviation, √(1/fan_in), as the limit.

    A uniform distribution on [−a, a) has the standard deviation a/√3: the limit is √3 times as large. PyTorch's Linear
    starts like yours.

        limit = √(3 / fan_in)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(1 / fan_in), rng)


def gain_of_relu(shape, *, rng):
    """You divided 6 by the fan, which is He's initialization.

    The 2 makes up for what relu cuts off; selu and tanh need none.

        limit = √(3 / fan_in)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(6 / fan_in), rng)


def range_not_doubled(shape, *, rng):
    """You moved the draws by ½ but did not double them, so that they fill only half the range.

    Stretch u − ½ by 2·limit.

        w = limit·(2u − 1), limit = √(3 / fan_in)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return np.sqrt(3 / fan_in) * (rng.random(shape) - 0.5)


def only_positive(shape, *, rng):
    """You drew from [0, limit).

    The range is symmetric about 0.

        w = limit·(2u − 1), limit = √(3 / fan_in)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return np.sqrt(3 / fan_in) * rng.random(shape)


def normal_of_same_variance(shape, *, rng):
    """You drew from a normal distribution of the right variance.

    The law is wrong: some draws lie beyond the limit.

        w from [−limit, limit), limit = √(3 / fan_in)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return draw.normal(shape, np.sqrt(1 / fan_in), rng)


def kernel_area_forgotten(shape, *, rng):
    """You counted channels only and forgot the positions of the kernel.

    Each unit of a convolution sees every channel at every position of its kernel. Dense weights and 1×1 kernels
    come out right.

        fan_in = in·∏kernel
    """
    fan_in, _ = draw.fans_without_kernel(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_in), rng)


def last_kernel_axis_forgotten(shape, *, rng):
    """You counted the kernel's height and width, and nothing else.

    A convolution in three dimensions has a third size. Dense weights come out right, and so do kernels of one or two
    axes.

        fan_in = in·∏kernel
    """
    fan_in, _ = draw.fans_of_flat_kernels(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_in), rng)


def channels_last_fans(shape, *, rng):
    """You read the shape of a convolution as (*kernel, in, out), the order of Keras and TensorFlow.

    Here it is (out, in, *kernel). Dense weights come out right.

        fan_in = in·∏kernel
    """
    fan_in, _ = draw.fans_of_channels_last(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_in), rng)


def fan_out_alone(shape, *, rng):
    """You divided by fan_out.

    A unit adds up its inputs: count those. Layers with as many outputs as inputs come out right.

        limit = √(3 / fan_in)
    """
    _, fan_out = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_out), rng)


def average_of_the_fans(shape, *, rng):
    """You divided by the average of both fans, which is Xavier's initialization.

    Only the inputs count here. Layers with as many outputs as inputs come out right.

        limit = √(3 / fan_in)
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / ((fan_in + fan_out) / 2)), rng)


def second_axis_taken_as_fan_in(shape, *, rng):
    """You took the second axis as the inputs for dense weights too, as PyTorch's Linear has it.

    Dense weights are (in, out) here. Convolutions come out right, and so do square layers.

        fan_in = in
    """
    return draw.uniform(shape, np.sqrt(3 / max(shape[1] * draw.area(shape), 1)), rng)


def same_values_at_every_call(shape, *, rng):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given.

        independent from call to call

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_in), np.random.default_rng(0))


def one_row_repeated(shape, *, rng):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one row comes out right.

        w_ij independent for all i, j
    """
    fan_in, _ = draw.fans(shape)
    return draw.one_row(draw.uniform, shape, np.sqrt(3 / fan_in), rng)
