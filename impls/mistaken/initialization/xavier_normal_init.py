"""Mistakes in Xavier's normal initialization, told apart by spread, range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def variance_taken_as_std(shape, *, rng):
    """You multiplied the draws by the variance.

    Take its root. The two agree only when the fans add up to 2.

        σ² = 2 / (fan_in + fan_out)
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.normal(shape, 2 / (fan_in + fan_out), rng)


def limit_of_the_uniform_taken_as_std(shape, *, rng, fan="average"):
    """You used √(6/…), the limit of the uniform version, as the standard deviation.

    The 6 contains the 3 of a uniform distribution's variance; a normal one has 2.

        σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(3 / count), rng)


def two_forgotten(shape, *, rng):
    """You divided 1 by the sum of the fans.

    The average of the fans is half their sum, which puts a 2 above. Your weights are too small by √2.

        σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.normal(shape, np.sqrt(1 / (fan_in + fan_out)), rng)


def gain_of_relu(shape, *, rng):
    """You used 2/fan_in, which is He's initialization for relu.

    Xavier's averages both fans, and has no gain.

        σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    fan_in, _ = draw.fans(shape)
    return draw.normal(shape, np.sqrt(2 / fan_in), rng)


def kernel_area_forgotten(shape, *, rng, fan="average"):
    """You counted channels only and forgot the positions of the kernel.

    Each unit of a convolution sees every channel at every position of its kernel. Dense weights and 1×1 kernels
    come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_without_kernel(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), rng)


def last_kernel_axis_forgotten(shape, *, rng, fan="average"):
    """You counted the kernel's height and width, and nothing else.

    A convolution in three dimensions has a third size. Dense weights come out right, and so do kernels of one or two
    axes.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_flat_kernels(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), rng)


def channels_last_fans(shape, *, rng, fan="average"):
    """You read the shape of a convolution as (*kernel, in, out), the order of Keras and TensorFlow.

    Here it is (out, in, *kernel). Dense weights come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_channels_last(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), rng)


def fan_out_alone(shape, *, rng):
    """You divided by fan_out instead of the average of both fans.

    Xavier's compromise serves the forward and the backward pass. Square layers come out right.

        σ² = 2 / (fan_in + fan_out)
    """
    _, fan_out = draw.fans(shape)
    return draw.normal(shape, np.sqrt(1 / fan_out), rng)


def average_rounded_down(shape, *, rng):
    """You averaged the fans with an integer division.

    The average may end in ½. Yours is right when the sum is even, and hard to tell from right in wide layers.

        σ² = 2 / (fan_in + fan_out)
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.normal(shape, np.sqrt(1 / max((fan_in + fan_out) // 2, 1)), rng)


def uniform_of_same_variance(shape, *, rng, fan="average"):
    """You drew from a uniform distribution of the right variance.

    The law is wrong: there are no tails beyond √3·σ.

        w from N(0, σ²), σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(3 / count), rng)


def tails_piled_up(shape, *, rng, fan="average"):
    """You clipped the draws at two standard deviations, so that one in twenty sits exactly on a bound.

    A plain normal draw is not cut; one that is cut is drawn again.

        w from N(0, σ²), σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(1 / count) * np.clip(rng.standard_normal(shape), -2, 2)


def tails_redrawn_without_rescaling(shape, *, rng, fan="average"):
    """You drew again what lay beyond two standard deviations, and left it at that.

    Cutting shrinks the standard deviation to 0.88·σ; divide by it, or do not cut.

        w from N(0, σ²), σ² = 2 / (fan_in + fan_out)

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.truncated(shape, np.sqrt(1 / count), rng)


def same_values_at_every_call(shape, *, rng, fan="average"):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given.

        independent from call to call

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), np.random.default_rng(0))


def one_row_repeated(shape, *, rng):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one row comes out right.

        w_ij independent for all i, j
    """
    fan_in, fan_out = draw.fans(shape)
    return draw.one_row(draw.normal, shape, np.sqrt(2 / (fan_in + fan_out)), rng)
