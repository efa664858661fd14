"""Mistakes in alpha dropout, told apart by what is kept, what is dropped, and by how much it is stretched and moved."""

import numpy as np

ALPHA = -1.7580993408473766


def dropped_to_zero(x, *, rate, training=True, rng):
    """You set dropped elements to 0, as plain dropout does.

    Set them to α', which selu tends to for large negative inputs. Yours is right at rate 0, and in evaluation.

        y = a·(x where mask, α' elsewhere) + b,  α' = −λα = −1.758
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _moved(np.where(mask, x, 0 * x), rate), mask


def plain_dropout(x, *, rate, training=True, rng):
    """You dropped to 0 and divided the survivors by 1 − rate: plain dropout.

    That keeps the mean and not the variance; alpha dropout has a value, a stretch and a shift of its own. Yours is right
    at rate 0, and in evaluation.

        y = a·(x where mask, α' elsewhere) + b,  α' = −λα = −1.758
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return np.where(mask, x / (1 - rate), 0 * x), mask


def neither_stretched_nor_moved(x, *, rate, training=True, rng):
    """You put α' in the place of what was dropped, and left it at that.

    Mean and variance are no longer 0 and 1; a and b bring them back. Yours is right at rate 0, and in evaluation.

        a = 1/√((1 − p)·(1 + p·α'²)),  b = −a·p·α'
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return np.where(mask, x, 0 * x + ALPHA), mask


def root_forgotten(x, *, rate, training=True, rng):
    """You took a without the root.

    The variance is (1 − p)·(1 + p·α'²): divide by its root. Yours is right at rate 0, and in evaluation.

        a = 1/√((1 − p)·(1 + p·α'²)),  b = −a·p·α'
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    a = 1 / ((1 - rate) * (1 + rate * ALPHA**2))
    return _moved(_filled(x, mask), rate, a), mask


def sign_of_the_shift(x, *, rate, training=True, rng):
    """You added a·p·α' in place of subtracting it.

    α' is negative, and the mean of what was filled in is p·α': b takes it away again. Yours is right at rate 0, and in
    evaluation.

        a = 1/√((1 − p)·(1 + p·α'²)),  b = −a·p·α'
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _moved(_filled(x, mask), rate, sign=1), mask


def shift_not_stretched(x, *, rate, training=True, rng):
    """You moved by −p·α', without a.

    b moves what a has stretched. Yours is right at rate 0, and in evaluation.

        a = 1/√((1 − p)·(1 + p·α'²)),  b = −a·p·α'
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    a = _stretch(rate)
    return (a * _filled(x, mask) - rate * ALPHA).astype(x.dtype), mask


def moved_before_stretching(x, *, rate, training=True, rng):
    """You subtracted p·α' twice: before stretching, and with b after it.

    Stretch, then add b, once. Yours is right at rate 0, and in evaluation.

        a = 1/√((1 − p)·(1 + p·α'²)),  b = −a·p·α'
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _moved(_filled(x, mask) - rate * ALPHA, rate), mask


def alpha_of_elu(x, *, rate, training=True, rng):
    """You filled in −1.673, selu's α without its λ.

    α' is −λα, the limit of selu itself. Yours is right at rate 0, and in evaluation.

        y = a·(x where mask, α' elsewhere) + b,  α' = −λα = −1.758
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _moved(np.where(mask, x, 0 * x - 1.6732632423543772), rate), mask


def rate_taken_as_keep_probability(x, *, rate, training=True, rng):
    """You kept each element with probability `rate`, and took 1 − rate for p in a and b.

    rate is the probability of dropping. The two agree only at ½, and in evaluation.

        P(mask) = 1 − p
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) < rate
    # At rate 0 everything is dropped, and a is infinite.
    with np.errstate(divide="ignore", invalid="ignore"):
        return _moved(_filled(x, mask), 1 - rate), mask


def mask_marks_the_dropped(x, *, rate, training=True, rng):
    """You returned a mask that is True where an element was dropped.

    True means kept, which the backward relies on. Your y is right, and so is evaluation.

        y = a·(x where mask, α' elsewhere) + b,  α' = −λα = −1.758
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _moved(_filled(x, mask), rate), ~mask


def one_mask_for_the_batch(x, *, rate, training=True, rng):
    """You drew one mask and used it for every example of the batch.

    Draw one of the full shape of x: examples are dropped independently. A batch of one comes out right.

        mask_ij independent for all i, j
    """
    if not training:
        return _unchanged(x)
    mask = np.copy(np.broadcast_to(rng.random(x.shape[1:]) >= rate, x.shape))
    return _moved(_filled(x, mask), rate), mask


def same_mask_at_every_call(x, *, rate, training=True, rng):
    """You seeded the generator inside the function, so that every call drops the same elements.

    Draw from the generator that you are given. Yours is right only at rate 0, and in evaluation.

        mask independent from call to call
    """
    if not training:
        return _unchanged(x)
    mask = np.random.default_rng(0).random(x.shape) >= rate
    return _moved(_filled(x, mask), rate), mask


def dropping_in_evaluation(x, *, rate, training=True, rng):
    """You dropped elements in evaluation too.

    Evaluation returns x. Training comes out right.

        evaluation: y = x
    """
    mask = rng.random(x.shape) >= rate
    return _moved(_filled(x, mask), rate), mask


def moved_in_evaluation(x, *, rate, training=True, rng):
    """You dropped nothing in evaluation, and stretched and moved all the same.

    Evaluation returns x. Training comes out right.

        evaluation: y = x
    """
    mask = rng.random(x.shape) >= (rate if training else 0)
    return _moved(_filled(x, mask), rate), mask


def _unchanged(x):
    return np.copy(x), np.ones(x.shape, dtype=bool)


def _filled(x, mask):
    return np.where(mask, x, 0 * x + ALPHA)


def _stretch(rate):
    return 1 / np.sqrt((1 - rate) * (1 + rate * ALPHA**2))


def _moved(x, rate, a=None, sign=-1):
    a = _stretch(rate) if a is None else a
    return (a * x + sign * a * rate * ALPHA).astype(x.dtype)
