"""Learning rates worked by hand, and compared with PyTorch's own schedulers."""

import math

import numpy as np
import pytest

from primcheck.reference.schedule.exponential_lr import exponential_lr
from primcheck.reference.schedule.fixed_lr import fixed_lr
from primcheck.reference.schedule.inverse_lr import inverse_lr
from primcheck.reference.schedule.multistep_lr import multistep_lr
from primcheck.reference.schedule.polynomial_lr import polynomial_lr
from primcheck.reference.schedule.sigmoid_lr import sigmoid_lr
from primcheck.reference.schedule.step_lr import step_lr

RTOL = 1e-12


def rates(schedule, iterations, **options):
    """Return the rates of some iterations."""
    return [schedule(iteration, **options) for iteration in iterations]


def test_fixed_is_the_base_rate():
    """The very number, at any iteration."""
    assert rates(fixed_lr, [0, 1, 10**6], base_lr=0.01) == [0.01, 0.01, 0.01]


def test_step_drops_at_whole_intervals():
    """base·γ^⌊it/size⌋: ⌊3/4⌋ = 0, ⌊4/4⌋ = ⌊7/4⌋ = 1, ⌊8/4⌋ = 2, ⌊12/4⌋ = 3."""
    # 8, 8·¼ = 2, 2·¼ = ½, ½·¼ = ⅛
    got = rates(step_lr, [0, 3, 4, 7, 8, 12], base_lr=8.0, gamma=0.25, step_size=4)
    np.testing.assert_array_equal(got, [8, 8, 2, 2, 0.5, 0.125])


def test_step_with_a_factor_of_zero():
    """0⁰ = 1: the first interval keeps its rate, what follows has none."""
    np.testing.assert_array_equal(rates(step_lr, [0, 3, 4, 9], base_lr=8.0, gamma=0.0, step_size=4), [8, 8, 0, 0])


def test_exponential_multiplies_at_every_iteration():
    """base·γ^it."""
    # 4, 4·½ = 2, 1, ½, and 4/2¹⁰ = 1/256
    got = rates(exponential_lr, [0, 1, 2, 3, 10], base_lr=4.0, gamma=0.5)
    np.testing.assert_array_equal(got, [4, 2, 1, 0.5, 1 / 256])


def test_inverse_raises_the_whole_sum():
    """base·(1 + γ·it)^−power."""
    # 1 + ½·it = 1, 1½, 2, 4;  squared 1, 2¼, 4, 16;  9 over that
    got = rates(inverse_lr, [0, 1, 2, 6], base_lr=9.0, gamma=0.5, power=2.0)
    np.testing.assert_allclose(got, [9, 4, 2.25, 0.5625], rtol=RTOL)


def test_inverse_of_a_root():
    """A power of ½ divides by a root, one of −½ multiplies by it."""
    # 1 + 1·8 = 9, √9 = 3
    np.testing.assert_allclose(inverse_lr(8, base_lr=6.0, gamma=1.0, power=0.5), 2.0, rtol=RTOL)
    np.testing.assert_allclose(inverse_lr(8, base_lr=6.0, gamma=1.0, power=-0.5), 18.0, rtol=RTOL)


def test_multistep_with_the_new_rate_at_a_milestone():
    """γ once for every milestone ≤ it; 5 is listed twice."""
    # passed: 0, 0, 1, 1, 3, 3
    got = rates(multistep_lr, [0, 1, 2, 4, 5, 6], base_lr=8.0, gamma=0.5, milestones=(2, 5, 5))
    np.testing.assert_array_equal(got, [8, 8, 4, 4, 1, 1])


def test_multistep_with_the_old_rate_at_a_milestone():
    """γ once for every milestone < it."""
    # passed: 0, 0, 0, 1, 1, 3
    options = dict(base_lr=8.0, gamma=0.5, milestones=(2, 5, 5), at_milestone="old")
    np.testing.assert_array_equal(rates(multistep_lr, [0, 1, 2, 4, 5, 6], **options), [8, 8, 8, 4, 4, 1])


def test_multistep_without_milestones():
    """Nothing is ever passed."""
    np.testing.assert_array_equal(rates(multistep_lr, [0, 100], base_lr=8.0, gamma=0.5, milestones=()), [8, 8])


def test_polynomial_falls_to_zero_and_stays():
    """base·(1 − it/max)^power, and 0 beyond the end."""
    # time left 1, ¾, ½, 0;  squared 1, 9/16, ¼, 0;  8 times that
    got = rates(polynomial_lr, [0, 1, 2, 4, 5, 100], base_lr=8.0, max_iterations=4, power=2.0)
    np.testing.assert_array_equal(got, [8, 4.5, 2, 0, 0, 0])


def test_polynomial_of_a_root_has_no_root_of_a_negative_number():
    """Beyond the end the time left would be below 0; the rate is 0, not NaN."""
    # time left ¼ at 3 of 4: √¼ = ½
    got = rates(polynomial_lr, [3, 4, 5, 9], base_lr=8.0, max_iterations=4, power=0.5)
    np.testing.assert_array_equal(got, [4, 0, 0, 0])


def test_sigmoid_rises_through_half_its_height():
    """base/(1 + e^(−γ·(it − size)))."""
    # γ = ln 2:  one after the middle e^−γ = ½, 6/(1 + ½) = 4;  one before e^γ = 2, 6/3 = 2;  two before 6/5
    got = rates(sigmoid_lr, [3, 4, 5, 6], base_lr=6.0, gamma=math.log(2), step_size=5)
    np.testing.assert_allclose(got, [1.2, 2, 3, 4], rtol=RTOL)


def test_sigmoid_falls_where_gamma_is_negative():
    """The mirror image."""
    got = rates(sigmoid_lr, [4, 5, 6, 7], base_lr=6.0, gamma=-math.log(2), step_size=5)
    np.testing.assert_allclose(got, [4, 3, 2, 1.2], rtol=RTOL)


def test_sigmoid_far_from_its_middle():
    """No overflow, no NaN: 0 long before, the whole rate long after."""
    got = rates(sigmoid_lr, [0, 40_000], base_lr=8.0, gamma=1.0, step_size=20_000)
    np.testing.assert_array_equal(got, [0, 8])


@pytest.mark.parametrize(
    ("scheduler", "options", "schedule", "ours"),
    [
        ("StepLR", {"step_size": 3, "gamma": 0.3}, step_lr, {"step_size": 3, "gamma": 0.3}),
        ("ExponentialLR", {"gamma": 0.9}, exponential_lr, {"gamma": 0.9}),
        (
            "MultiStepLR",
            {"milestones": [2, 5, 5, 9], "gamma": 0.3},
            multistep_lr,
            {"milestones": (2, 5, 5, 9), "gamma": 0.3},
        ),
        ("PolynomialLR", {"total_iters": 8, "power": 0.9}, polynomial_lr, {"max_iterations": 8, "power": 0.9}),
        ("PolynomialLR", {"total_iters": 8, "power": 2.0}, polynomial_lr, {"max_iterations": 8, "power": 2.0}),
    ],
)
def test_schedules_agree_with_pytorch(scheduler, options, schedule, ours):
    """PyTorch's schedulers, stepped from the start to beyond the end."""
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    stepped = getattr(torch.optim.lr_scheduler, scheduler)(optimizer, **options)
    for iteration in range(12):
        np.testing.assert_allclose(schedule(iteration, base_lr=0.1, **ours), stepped.get_last_lr()[0], rtol=RTOL)
        optimizer.step()
        stepped.step()
