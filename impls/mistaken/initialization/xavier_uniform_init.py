"""Mistakes in Xavier's uniform initialization, told apart by spread, range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def root_forgotten(shape, *, rng, fan="average"):
    """You drew up to 6 over the fans, without the root.

    Take the root. The two agree only when the fans add up to 6.

        limit = √(6 / (fan_in + fan_out))
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, 3 / count, rng)


def std_taken_as_limit(shape, *, rng, fan="average"):
    """You used the standard deviation, √(2/…), as the limit.

    A uniform distribution on [−a, a) has the standard deviation a/√3: the limit is √3 times as large.

        limit = √(6 / (fan_in + fan_out))

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(1 / count), rng)


def three_for_six(shape, *, rng):
    """You divided 3 by the sum of the fans.

    3 belongs to the average of the fans, which is half their sum.

        limit = √(6 / (fan_in + fan_out))

    Wrong on every input.
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / (fan_in + fan_out)), rng)


def range_not_doubled(shape, *, rng, fan="average"):
    """You moved the draws by ½ but did not double them, so that they fill only half the range.

    Stretch u − ½ by 2·limit.

        w = limit·(2u − 1), limit = √(6 / (fan_in + fan_out))

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(3 / count) * (rng.random(shape) - 0.5)


def only_positive(shape, *, rng, fan="average"):
    """You drew from [0, limit).

    The range is symmetric about 0.

        w = limit·(2u − 1), limit = √(6 / (fan_in + fan_out))

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(3 / count) * rng.random(shape)


def kernel_area_forgotten(shape, *, rng, fan="average"):
    """You counted channels only and forgot the positions of the kernel.

    Each unit of a convolution sees every channel at every position of its kernel. Dense weights and 1×1 kernels
    come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_without_kernel(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), rng)


def last_kernel_axis_forgotten(shape, *, rng, fan="average"):
    """You counted the kernel's height and width, and nothing else.

    A convolution in three dimensions has a third size. Dense weights come out right, and so do kernels of one or two
    axes.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_flat_kernels(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), rng)


def channels_last_fans(shape, *, rng, fan="average"):
    """You read the shape of a convolution as (*kernel, in, out), the order of Keras and TensorFlow.

    Here it is (out, in, *kernel). Dense weights come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_channels_last(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), rng)


def fan_out_alone(shape, *, rng):
    """You divided by fan_out instead of the average of both fans.

    Xavier's compromise serves the forward and the backward pass. Square layers come out right.

        limit = √(6 / (fan_in + fan_out))
    """
    _, fan_out = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / fan_out), rng)


def average_rounded_down(shape, *, rng):
    """You averaged the fans with an integer division.

    The average may end in ½. Yours is right when the sum is even, and hard to tell from right in wide layers.

        limit = √(6 / (fan_in + fan_out))
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.uniform(shape, np.sqrt(3 / max((fan_in + fan_out) // 2, 1)), rng)


def normal_of_same_variance(shape, *, rng, fan="average"):
    """You drew from a normal distribution of the right variance.

    The law is wrong: some draws lie beyond the limit.

        w from [−limit, limit), limit = √(6 / (fan_in + fan_out))

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), rng)


def same_values_at_every_call(shape, *, rng, fan="average"):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given.

        independent from call to call

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), np.random.default_rng(0))


def one_row_repeated(shape, *, rng, fan="average"):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one row comes out right.

        w_ij independent for all i, j
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.one_row(draw.uniform, shape, np.sqrt(3 / count), rng)
