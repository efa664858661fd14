"""Learning rates worked by hand: curves, lists and plateaus, and compared with PyTorch's own schedulers."""

import numpy as np
import pytest

from primcheck.reference.schedule.cosine_lr import cosine_lr
from primcheck.reference.schedule.cosine_restarts_lr import cosine_restarts_lr
from primcheck.reference.schedule.exponential_decay_lr import exponential_decay_lr
from primcheck.reference.schedule.one_cycle_lr import one_cycle_lr
from primcheck.reference.schedule.performance_lr import performance_lr
from primcheck.reference.schedule.piecewise_constant_lr import piecewise_constant_lr
from primcheck.reference.schedule.power_lr import power_lr
from primcheck.reference.schedule.warmup_lr import warmup_lr

RTOL = 1e-12


def close(got, expected):
    """Compare to the last digits; a rate of 0 may be a rounding error of 1."""
    np.testing.assert_allclose(got, expected, rtol=RTOL, atol=1e-15)


def rates(schedule, iterations, **options):
    """Return the rates of some iterations."""
    return [schedule(iteration, **options) for iteration in iterations]


def test_power_divides_by_the_time_in_steps():
    """base/(1 + it/s)^c."""
    # 1 + it/4 = 1, 1½, 2, 3, 4;  squared 1, 2¼, 4, 9, 16;  36 over that
    close(rates(power_lr, [0, 2, 4, 8, 12], base_lr=36.0, decay_steps=4, power=2.0), [36, 16, 9, 4, 2.25])
    close(rates(power_lr, [0, 4, 8], base_lr=6.0, decay_steps=4), [6, 3, 2])


def test_exponential_decay_all_the_time():
    """base·r^(it/s): a factor of ¼ in four iterations is one of ½ in two."""
    close(rates(exponential_decay_lr, [0, 2, 4, 6, 8], base_lr=8.0, decay_steps=4, decay_rate=0.25), [8, 4, 2, 1, 0.5])
    close(exponential_decay_lr(10, base_lr=1.0, decay_steps=20), np.sqrt(0.1))


def test_exponential_decay_in_stairs():
    """base·r^⌊it/s⌋."""
    options = dict(base_lr=8.0, decay_steps=4, decay_rate=0.25, staircase="yes")
    close(rates(exponential_decay_lr, [0, 3, 4, 7, 8], **options), [8, 8, 2, 2, 0.5])


CYCLE = dict(max_lr=8.0, total_steps=10, start_fraction=0.125, end_fraction=0.03125)


def test_one_cycle_in_straight_lines():
    """From 1 at 0 up to 8 at u = ½·10 − 1 = 4, then down to ¼ at 9."""
    # up 7/4 an iteration; down 7¾/5 = 1.55 an iteration
    close(rates(one_cycle_lr, range(10), **CYCLE), [1, 2.75, 4.5, 6.25, 8, 6.45, 4.9, 3.35, 1.8, 0.25])


def test_one_cycle_along_a_cosine():
    """Half way up 4½ as before, a quarter of the way 1 + 7·(1 − √½)/2; both ends and the maximum are the same."""
    got = rates(one_cycle_lr, [0, 1, 2, 4, 9], **CYCLE, anneal="cosine")
    close(got, [1, 1 + 7 * (1 - np.sqrt(0.5)) / 2, 4.5, 8, 0.25])


def test_one_cycle_with_its_maximum_between_two_iterations():
    """u = ¼·11 − 1 = 1¾; the last iteration is 10."""
    # up 7/1.75 = 4 an iteration; down 8/8.25 an iteration to 0
    options = dict(max_lr=8.0, total_steps=11, start_fraction=0.125, end_fraction=0.0, warmup_fraction=0.25)
    close(rates(one_cycle_lr, [0, 1, 2, 10], **options), [1, 5, 8 - 0.25 * 8 / 8.25, 0])


def test_one_cycle_in_three_phases():
    """Géron's: 20 iterations leave 20//10 + 1 = 3 for the last phase, half = (20 − 3)//2 = 8."""
    # up from 1 to 9 in 8, down in 8, then from 1 to 1/1000 at 20: a quarter of 0.999 an iteration
    options = dict(max_lr=9.0, total_steps=20, start_fraction=1 / 9, phases="three")
    got = rates(one_cycle_lr, [0, 4, 8, 12, 16, 17, 19], **options)
    close(got, [1, 5, 9, 5, 1, 1 - 0.24975, 1 - 3 * 0.24975])


@pytest.mark.parametrize(
    "options",
    [
        dict(iteration=10),
        dict(iteration=0, warmup_fraction=0.1),
        dict(iteration=0, warmup_fraction=1.0),
        dict(iteration=0, anneal="cosine", phases="three"),
    ],
)
def test_one_cycle_refuses(options):
    """An iteration beyond the last, a maximum at either end, and a cosine with three phases."""
    with pytest.raises(ValueError, match=r"iteration|warmup_fraction|anneal"):
        one_cycle_lr(**{**CYCLE, **options})


@pytest.mark.parametrize(("after_end", "beyond"), [("stay", [1, 1, 1]), ("rise", [3, 5, 9])])
def test_cosine(after_end, beyond):
    """min + (base − min)·(1 + cos(π·it/total))/2."""
    # it/6 = 0, ⅓, ½, ⅔, 1: cosines 1, ½, 0, −½, −1;  1 + 8·(1, ¾, ½, ¼, 0).  Beyond, at 8, 9 and 12: −½, 0 and 1.
    options = dict(base_lr=9.0, total_steps=6, min_lr=1.0, after_end=after_end)
    close(rates(cosine_lr, [0, 2, 3, 4, 6, 8, 9, 12], **options), [9, 7, 5, 3, 1, *beyond])


def test_cosine_with_equal_restarts():
    """Every third iteration starts again: 1 + 8·(1, ¾, ¼)."""
    close(rates(cosine_restarts_lr, range(7), base_lr=9.0, period=3, min_lr=1.0), [9, 7, 3, 9, 7, 3, 9])


def test_cosine_with_growing_periods():
    """Periods of 3, 6 and 12 iterations start at 0, 3 and 9."""
    # 5 and 7 are two and four sixths on, 13 and 17 four and eight twelfths
    got = rates(cosine_restarts_lr, [0, 2, 3, 5, 7, 9, 13, 17], base_lr=9.0, period=3, multiplier=2, min_lr=1.0)
    close(got, [9, 3, 9, 7, 3, 9, 7, 3])


def test_warmup_reaches_the_rate_with_its_last_iteration():
    """base·min(1, (it + 1)/warmup)."""
    close(rates(warmup_lr, [0, 1, 2, 3, 4, 100], base_lr=8.0, warmup_steps=4), [2, 4, 6, 8, 8, 8])


@pytest.mark.parametrize(
    ("scheduler", "theirs", "schedule", "ours"),
    [
        (
            "OneCycleLR",
            dict(max_lr=0.1, total_steps=13, pct_start=0.3, cycle_momentum=False, anneal_strategy="linear"),
            one_cycle_lr,
            dict(max_lr=0.1, total_steps=13, warmup_fraction=0.3, start_fraction=0.04, end_fraction=0.04e-4),
        ),
        (
            "OneCycleLR",
            dict(max_lr=0.1, total_steps=13, pct_start=0.3, cycle_momentum=False),
            one_cycle_lr,
            dict(
                max_lr=0.1,
                total_steps=13,
                warmup_fraction=0.3,
                start_fraction=0.04,
                end_fraction=0.04e-4,
                anneal="cosine",
            ),
        ),
        (
            "CosineAnnealingLR",
            dict(T_max=5, eta_min=0.01),
            cosine_lr,
            dict(base_lr=0.1, total_steps=5, min_lr=0.01, after_end="rise"),
        ),
        (
            "CosineAnnealingWarmRestarts",
            dict(T_0=2, T_mult=3, eta_min=0.01),
            cosine_restarts_lr,
            dict(base_lr=0.1, period=2, multiplier=3, min_lr=0.01),
        ),
        (
            "LinearLR",
            dict(start_factor=1 / 7, total_iters=6),
            warmup_lr,
            dict(base_lr=0.1, warmup_steps=7),
        ),
    ],
)
def test_schedules_agree_with_pytorch(scheduler, theirs, schedule, ours):
    """PyTorch's schedulers, stepped from the start."""
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    stepped = getattr(torch.optim.lr_scheduler, scheduler)(optimizer, **theirs)
    for iteration in range(13):
        np.testing.assert_allclose(schedule(iteration, **ours), stepped.get_last_lr()[0], rtol=1e-10)
        optimizer.step()
        if iteration < 12:
            stepped.step()


@pytest.mark.parametrize(
    ("at_boundary", "expected"),
    [
        ("new", [0.5, 0.5, 0.25, 0.25, 2.0, 2.0]),
        ("old", [0.5, 0.5, 0.5, 0.25, 0.25, 2.0]),
    ],
)
def test_piecewise_constant(at_boundary, expected):
    """½ before 2, then ¼, and 2 after 5."""
    options = dict(boundaries=(2, 5), values=(0.5, 0.25, 2.0), at_boundary=at_boundary)
    assert rates(piecewise_constant_lr, [0, 1, 2, 4, 5, 6], **options) == expected


# best:     4   4   4   3   3   3   3   3
# worse:    0   1   2   0   1   2   3   4   without a reduction between
@pytest.mark.parametrize(
    ("patience_is", "expected"),
    [
        ("reached", [8, 8, 4, 4, 4, 2, 2, 1]),  # at every second: 4, then 2, then (the count anew) 1
        ("exceeded", [8, 8, 8, 8, 8, 8, 4, 4]),  # at every third
    ],
)
def test_performance_waits(patience_is, expected):
    """Two losses without improvement, counted anew after an improvement and after a reduction."""
    losses = np.array([4.0, 5.0, 4.0, 3.0, np.nan, 3.0, 6.0, 3.5])
    got = performance_lr(losses, base_lr=8.0, patience=2, patience_is=patience_is)
    np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        ("absolute", [8, 8, 8, 4]),  # 7 < 8 − ½;  6 < 7 − ½;  but 5.75 < 6 − ½ is not so
        ("relative", [8, 4, 2, 1]),  # none of 7, 6 and 5.75 is less than 8·½
    ],
)
def test_performance_demands(threshold, expected):
    """Better by ½, or by half of the best."""
    options = dict(base_lr=8.0, patience=1, min_delta=0.5, threshold=threshold)
    np.testing.assert_array_equal(performance_lr(np.array([8.0, 7.0, 6.0, 5.75]), **options), expected)


def test_performance_agrees_with_pytorch():
    """torch.optim.lr_scheduler.ReduceLROnPlateau is relative, and patience has to be exceeded."""
    torch = pytest.importorskip("torch")
    losses = 1 + np.exp(-np.arange(60) / 10) + 0.05 * np.cos(7.0 * np.arange(60))
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    stepped = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.3, patience=2, threshold=0.01, eps=0)
    theirs = []
    for loss in losses.tolist():
        stepped.step(loss)
        theirs.append(optimizer.param_groups[0]["lr"])
    options = dict(base_lr=0.1, factor=0.3, patience=2, min_delta=0.01, threshold="relative", patience_is="exceeded")
    assert len(set(theirs)) > 3
    close(performance_lr(losses, **options), theirs)
