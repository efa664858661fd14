"""Mistakes in Monte Carlo dropout: the mean and the standard deviation of dense(dropout(x)) over `samples` masks."""

import numpy as np


def divides_by_one_less(x, w, b, *, rate, samples, rng):
    """You divided the variance by samples − 1.

    Divide by their number, as np.std does unless told otherwise. Yours is NaN for one sample; the mean is right.

        std = √( Σ (y − mean)² / samples )
    """
    predictions = _predictions(x, w, b, rate, samples, rng)
    mean = np.mean(predictions, axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return mean, np.sqrt(np.sum((predictions - mean) ** 2, axis=0) / np.asarray(samples - 1, dtype=x.dtype))


def variance_returned(x, w, b, *, rate, samples, rng):
    """You returned the variance and forgot the root.

    The standard deviation has the unit of the prediction. Yours is right where nothing is dropped.

        std = √( Σ (y − mean)² / samples )
    """
    predictions = _predictions(x, w, b, rate, samples, rng)
    mean = np.mean(predictions, axis=0)
    return mean, np.mean((predictions - mean) ** 2, axis=0)


def standard_error_returned(x, w, b, *, rate, samples, rng):
    """You divided the standard deviation by √samples: that is the uncertainty of the mean.

    How far the predictions lie apart does not shrink with their number. For one sample yours is right.

        std = √( Σ (y − mean)² / samples )
    """
    mean, std = _mean_and_std(_predictions(x, w, b, rate, samples, rng))
    return mean, std / np.sqrt(np.asarray(samples, dtype=x.dtype))


def one_mask_for_all_samples(x, w, b, *, rate, samples, rng):
    """You drew one mask and used it for every sample, so they are all alike and their spread is 0.

    Draw a new mask for each sample.

        y = dense(x·mask/(1 − rate)), with another mask each time
    """
    once = _predictions(x, w, b, rate, 1, rng)
    return _mean_and_std(np.repeat(once, samples, axis=0))


def one_mask_for_all_examples(x, w, b, *, rate, samples, rng):
    """You drew a mask for one row and used it for the whole batch.

    Every example has coins of its own. A batch of one comes out right.

        mask has the shape of x
    """
    masks = rng.random((samples, 1, x.shape[1])) >= rate
    return _mean_and_std(_kept(x, masks, 1 - rate) @ w + b)


def one_coin_for_an_example(x, w, b, *, rate, samples, rng):
    """You dropped whole examples: one coin decides about all inputs of a row.

    Every input has a coin of its own. With one input yours is right.

        mask has the shape of x
    """
    masks = rng.random((samples, len(x), 1)) >= rate
    return _mean_and_std(_kept(x, masks, 1 - rate) @ w + b)


def drops_the_outputs(x, w, b, *, rate, samples, rng):
    """You applied dropout after the dense layer.

    Drop inputs, then multiply: the units of an example see the same mask, and the bias is never dropped.

        y = dense(dropout(x)), not dropout(dense(x))
    """
    y = x @ w + b
    return _mean_and_std(_kept(y, rng.random((samples, *y.shape)) >= rate, 1 - rate))


def drops_the_weights(x, w, b, *, rate, samples, rng):
    """You dropped weights: every unit gets a mask of its own, and all examples the same ones. That is DropConnect.

    Drop inputs.

        y = dense(x·mask/(1 − rate)), mask of the shape of x
    """
    return _mean_and_std(x @ _kept(w, rng.random((samples, *w.shape)) >= rate, 1 - rate) + b)


def never_scaled(x, w, b, *, rate, samples, rng):
    """You did not divide the inputs that remain by 1 − rate.

    Scale as in training, so that the mean is close to the prediction without dropout. Yours is right at rate 0.

        y = dense(x·mask/(1 − rate))
    """
    return _mean_and_std(_kept(x, rng.random((samples, *x.shape)) >= rate, 1) @ w + b)


def scaled_by_rate(x, w, b, *, rate, samples, rng):
    """You took `rate` for the probability of keeping: you kept with it and divided by it.

    rate is the probability of dropping. The two agree only at ½.

        y = dense(x·mask/(1 − rate)), P(mask) = 1 − rate
    """
    # At rate 0 the division by 0 is part of the mistake.
    with np.errstate(divide="ignore", invalid="ignore"):
        return _mean_and_std(_kept(x, rng.random((samples, *x.shape)) < rate, rate) @ w + b)


def dropout_off(x, w, b, *, rate, samples, rng):
    """You left dropout in evaluation mode, where nothing is dropped: all samples are alike and their spread is 0.

    Keep it in training mode while predicting. Yours is right at rate 0.

        y = dense(x·mask/(1 − rate))
    """
    return _mean_and_std(np.repeat((x @ w + b)[None], samples, axis=0))


def same_masks_at_every_call(x, w, b, *, rate, samples, rng):
    """You seeded a generator of your own inside the function, so that every call draws the same masks.

    Draw from `rng`, which moves on. One call on its own looks right.

        mask ~ Bernoulli(1 − rate), anew at each call
    """
    return _mean_and_std(_predictions(x, w, b, rate, samples, np.random.default_rng(0)))


def _predictions(x, w, b, rate, samples, rng):
    return _kept(x, rng.random((samples, *x.shape)) >= rate, 1 - rate) @ w + b


def _kept(values, masks, divisor):
    return np.where(masks, values / divisor, np.zeros_like(values))


def _mean_and_std(predictions):
    mean = np.mean(predictions, axis=0)
    return mean, np.sqrt(np.mean((predictions - mean) ** 2, axis=0))
