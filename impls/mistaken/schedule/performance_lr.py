"""Reduce on plateau, gone wrong."""

import numpy as np


def _better(best, min_delta, threshold):
    return {"absolute": best - min_delta, "relative": best * (1 - min_delta)}[threshold]


def _allowed(patience, patience_is):
    return {"reached": max(patience - 1, 0), "exceeded": patience}[patience_is]


def _walk(
    losses,
    base_lr,
    factor,
    patience,
    min_delta,
    threshold,
    patience_is,
    *,
    keeps_count=False,
    forgets=False,
    equal=False,
    nan=False,
):
    rates = np.zeros_like(losses)
    rate, best, waited, allowed = base_lr, np.inf, 0, _allowed(patience, patience_is)
    for i in range(losses.size):
        better = _better(best, min_delta, threshold)
        if losses[i] < better or (equal and losses[i] == better) or (nan and np.isnan(losses[i])):
            best, waited = losses[i], 0
        else:
            waited += 1
            if waited > allowed:
                rate = rate * factor
                waited = waited if keeps_count else 0
                best = losses[i] if forgets else best
        rates[i] = rate
    return rates


def count_not_restarted(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You did not restart the count after lowering the rate, so it is lowered at every loss from then on.

    After a reduction the wait begins anew, from 0.
    """
    return _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is, keeps_count=True)


def best_reset_after_a_reduction(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You forgot the best loss when you lowered the rate, so a loss worse than it counts as an improvement.

    The best loss stays what it is; only the count restarts.
    """
    return _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is, forgets=True)


def equal_counts_as_better(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You took a loss equal to the best for an improvement, so a flat plateau goes on for ever.

    An improvement is less than the best: loss < best − min_delta.
    """
    return _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is, equal=True)


def nan_counts_as_better(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You asked whether the loss is not worse, which a NaN is not, and then nothing is less than NaN.

    A NaN never improves: ask for loss < best − min_delta.
    """
    return _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is, nan=True)


def compares_with_the_loss_before(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You compared with the loss before, so one that goes up and down improves half of the time.

    Compare with the best loss so far: loss < best − min_delta.
    """
    rates = np.zeros_like(losses)
    rate, before, waited, allowed = base_lr, np.inf, 0, _allowed(patience, patience_is)
    for i in range(losses.size):
        waited = 0 if losses[i] < _better(before, min_delta, threshold) else waited + 1
        if waited > allowed:
            rate, waited = rate * factor, 0
        before = losses[i]
        rates[i] = rate
    return rates


def waits_never_reset(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You counted all losses without improvement, in a row or not.

    An improvement sets the count back to 0.
    """
    rates = np.zeros_like(losses)
    rate, best, waited, allowed = base_lr, np.inf, 0, _allowed(patience, patience_is)
    for i in range(losses.size):
        if losses[i] < _better(best, min_delta, threshold):
            best = losses[i]
        else:
            waited += 1
            if waited > allowed:
                rate, waited = rate * factor, 0
        rates[i] = rate
    return rates


def delta_the_wrong_way(losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, patience_is="reached"):
    """You added min_delta, so a loss that is a little worse than the best counts as an improvement.

    An improvement is better by more than that: loss < best − min_delta.
    """
    return _walk(losses, base_lr, factor, patience, -min_delta, "absolute", patience_is)


def lowered_once_only(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You multiplied the base rate by the factor every time, so it is lowered once.

    Every reduction is of the rate in force: rate ← rate·factor.
    """
    rates = _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is)
    return np.maximum(rates, base_lr * factor)


def rate_before_the_loss(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You wrote down the rate before looking at the loss, so every reduction shows one place late.

    The result is the rate in force after each loss.
    """
    rates = _walk(losses, base_lr, factor, patience, min_delta, threshold, patience_is)
    return np.concatenate([np.full_like(rates[:1], base_lr), rates[:-1]]) if rates.size else rates
