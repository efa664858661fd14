"""Mistakes in He's normal initialization, told apart by spread, range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def variance_taken_as_std(shape, *, rng):
    """You multiplied the draws by the variance.

    Take its root. The two agree only when the fan is 2.

        σ² = 2 / fan_in
    """
    fan_in, _ = draw.fans(shape)
    return draw.normal(shape, 2 / fan_in, rng)


def limit_of_the_uniform_taken_as_std(shape, *, rng, fan="in"):
    """You used √(6/…), the limit of the uniform version, as the standard deviation.

    The 6 contains the 3 of a uniform distribution's variance; a normal one has 2.

        σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(6 / count), rng)


def gain_forgotten(shape, *, rng, fan="in"):
    """You divided 1 by the fan, as for tanh.

    relu halves the second moment of its input; the 2 restores it.

        σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(1 / count), rng)


def two_outside_the_root(shape, *, rng, fan="in"):
    """You took the root of the fan only: 2/√fan_in.

    The 2 stands inside the root. Your weights are too large by √2.

        σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, 2 / np.sqrt(count), rng)


def kernel_area_forgotten(shape, *, rng, fan="in"):
    """You counted channels only and forgot the positions of the kernel.

    Each unit of a convolution sees every channel at every position of its kernel. Dense weights and 1×1 kernels
    come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_without_kernel(shape), fan)
    return draw.normal(shape, np.sqrt(2 / count), rng)


def last_kernel_axis_forgotten(shape, *, rng, fan="in"):
    """You counted the kernel's height and width, and nothing else.

    A convolution in three dimensions has a third size. Dense weights come out right, and so do kernels of one or two
    axes.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_flat_kernels(shape), fan)
    return draw.normal(shape, np.sqrt(2 / count), rng)


def channels_last_fans(shape, *, rng, fan="in"):
    """You read the shape of a convolution as (*kernel, in, out), the order of Keras and TensorFlow.

    Here it is (out, in, *kernel). Dense weights come out right.

        fan_in = in·∏kernel, fan_out = out·∏kernel
    """
    count = draw.chosen(draw.fans_of_channels_last(shape), fan)
    return draw.normal(shape, np.sqrt(2 / count), rng)


def first_axis_taken_as_fan_in(shape, *, rng):
    """You took the first axis as the inputs for convolutions too.

    Dense weights are (in, out), but convolutions (out, in, *kernel). Dense weights come out right, and so does as
    many channels out as in.

        fan_in = in·∏kernel
    """
    return draw.normal(shape, np.sqrt(2 / max(shape[0] * draw.area(shape), 1)), rng)


def second_axis_taken_as_fan_in(shape, *, rng):
    """You took the second axis as the inputs for dense weights too, as PyTorch's Linear has it.

    Dense weights are (in, out) here. Convolutions come out right, and so do square layers.

        fan_in = in
    """
    return draw.normal(shape, np.sqrt(2 / max(shape[1] * draw.area(shape), 1)), rng)


def integer_division(shape, *, rng):
    """You divided 2 by the fan as integers, which gives 0.

    Divide as floating numbers. Only fans of 1 and 2 come out right.

        σ² = 2 / fan_in
    """
    fan_in, _ = draw.fans(shape)
    return draw.normal(shape, np.sqrt(2 // fan_in), rng)


def uniform_of_same_variance(shape, *, rng, fan="in"):
    """You drew from a uniform distribution of the right variance.

    The law is wrong: there are no tails beyond √3·σ.

        w from N(0, σ²), σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.uniform(shape, np.sqrt(6 / count), rng)


def tails_piled_up(shape, *, rng, fan="in"):
    """You clipped the draws at two standard deviations, so that one in twenty sits exactly on a bound.

    A plain normal draw is not cut; one that is cut is drawn again.

        w from N(0, σ²), σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return np.sqrt(2 / count) * np.clip(rng.standard_normal(shape), -2, 2)


def tails_redrawn_without_rescaling(shape, *, rng, fan="in"):
    """You drew again what lay beyond two standard deviations, and left it at that.

    Cutting shrinks the standard deviation to 0.88·σ; divide by it, or do not cut.

        w from N(0, σ²), σ² = 2 / fan_in

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.truncated(shape, np.sqrt(2 / count), rng)


def same_values_at_every_call(shape, *, rng, fan="in"):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given.

        independent from call to call

    Wrong on every input.
    """
    count = draw.chosen(draw.fans(shape), fan)
    return draw.normal(shape, np.sqrt(2 / count), np.random.default_rng(0))


def one_row_repeated(shape, *, rng):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one row comes out right.

        w_ij independent for all i, j
    """
    fan_in, _ = draw.fans(shape)
    return draw.one_row(draw.normal, shape, np.sqrt(2 / fan_in), rng)
