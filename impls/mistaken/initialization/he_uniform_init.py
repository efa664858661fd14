"""Mistakes in He's uniform initialization, told apart by spread, range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def root_forgotten(shape, *, rng, fan="in"):
    """You drew up to 6 over the fans, without the root.

    Take the root. The two agree only when the fan is 6.

        limit = √(6 / fan_in)
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, 6 / count, rng)


def std_taken_as_limit(shape, *, rng, fan="in"):
    """You used the standard deviation, √(2/…), as the limit.

    A uniform distribution on [−a, a) has the standard deviation a/√3: the limit is √3 times as large.

        limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(2 / count), rng)


def three_for_six(shape, *, rng, fan="in"):
    """You divided 3 by the fan, as for tanh.

    relu halves the second moment of its input; another 2 restores it.

        limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), rng)


def range_not_doubled(shape, *, rng, fan="in"):
    """You moved the draws by ½ but did not double them, so that they fill only half the range.

    Stretch u − ½ by 2·limit.

        w = limit·(2u − 1), limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(6 / count) * (rng.random(shape) - 0.5)


def only_positive(shape, *, rng, fan="in"):
    """You drew from [0, limit).

    The range is symmetric about 0.

        w = limit·(2u − 1), limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(6 / count) * rng.random(shape)


def default_of_a_torch_layer(shape, *, rng, fan="in"):
    """You drew up to √(1/fan_in), as PyTorch's Linear and Conv2d do by default (kaiming_uniform_ with a = √5).

    That is not He's initialization, for which a is 0.

        limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(1 / count), rng)


def kernel_area_forgotten(shape, *, rng, fan="in"):
    """You counted channels only and forgot the positions of the kernel.

    Each unit of a convolution sees every channel at every position of its kernel. Dense weights and 1×1 kernels
    come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_without_kernel(shape), fan)
    return draw.uniform(shape, np.sqrt(6 / count), rng)


def last_kernel_axis_forgotten(shape, *, rng, fan="in"):
    """You counted the kernel's height and width, and nothing else.

    A convolution in three dimensions has a third size. Dense weights come out right, and so do kernels of one or two
    axes.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_flat_kernels(shape), fan)
    return draw.uniform(shape, np.sqrt(6 / count), rng)


def channels_last_fans(shape, *, rng, fan="in"):
    """You read the shape of a convolution as (*kernel, in, out), the order of Keras and TensorFlow.

    Here it is (out, in, *kernel). Dense weights come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_channels_last(shape), fan)
    return draw.uniform(shape, np.sqrt(6 / count), rng)


def first_axis_taken_as_fan_in(shape, *, rng):
    """You took the first axis as the inputs for convolutions too.

    Dense weights are (in, out), but convolutions (out, in, *kernel). Dense weights come out right, and so does as
    many channels out as in.

        fan_in = in·∏kernel
    """
    return draw.uniform(shape, np.sqrt(6 / max(shape[0] * draw.area(shape), 1)), rng)


def second_axis_taken_as_fan_in(shape, *, rng):
    """You took the second axis as the inputs for dense weights too, as PyTorch's Linear has it.

    Dense weights are (in, out) here. Convolutions come out right, and so do square layers.

        fan_in = in
    """
    return draw.uniform(shape, np.sqrt(6 / max(shape[1] * draw.area(shape), 1)), rng)


def normal_of_same_variance(shape, *, rng, fan="in"):
    """You drew from a normal distribution of the right variance.

    The law is wrong: some draws lie beyond the limit.

        w from [−limit, limit), limit = √(6 / fan_in)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(2 / count), rng)


def same_values_at_every_call(shape, *, rng, fan="in"):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given.

        independent from call to call

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(6 / count), np.random.default_rng(0))


def one_row_repeated(shape, *, rng, fan="in"):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one row comes out right.

        w_ij independent for all i, j
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.one_row(draw.uniform, shape, np.sqrt(6 / count), rng)
