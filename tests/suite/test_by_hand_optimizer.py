"""Optimizer steps worked by hand, and compared with PyTorch's own over several steps."""

import numpy as np
import pytest

from primcheck.reference.optimizer.adam import adam
from primcheck.reference.optimizer.momentum import momentum
from primcheck.reference.optimizer.sgd import sgd

RTOL = 1e-12


def close(got, expected):
    """Compare to the last digits."""
    np.testing.assert_allclose(got, expected, rtol=RTOL)


def test_sgd_steps_against_the_gradient():
    """θ − α·g, with α = 0.01 unless told otherwise."""
    # 1 − 0.01·3 = 0.97;  −2 − 0.01·(−4) = −1.96
    close(sgd(np.array([1.0, -2.0]), np.array([3.0, -4.0])), [0.97, -1.96])


def test_sgd_adds_the_decay_to_the_gradient():
    """θ − α·(g + λ·θ)."""
    # λθ = [0.5, −1, 2];  g + λθ = [1, −2, 2];  a quarter of it is [¼, −½, ½]
    got = sgd(np.array([1.0, -2.0, 4.0]), np.array([0.5, -1.0, 0.0]), lr=0.25, weight_decay=0.5)
    np.testing.assert_array_equal(got, [0.75, -1.5, 3.5])


def test_momentum_with_the_rate_inside():
    """v = µv − αg, θ + v."""
    # v = ½·[2, ¼] − ¼·[½, −1] = [1 − ⅛, ⅛ + ¼] = [⅞, ⅜];  θ = [1 + ⅞, −2 + ⅜]
    param, velocity = momentum(*inputs(), lr=0.25, momentum=0.5)
    np.testing.assert_array_equal(velocity, [0.875, 0.375])
    np.testing.assert_array_equal(param, [1.875, -1.625])


def test_momentum_with_the_rate_outside():
    """v = µv + g, θ − αv."""
    # v = ½·[2, ¼] + [½, −1] = [1½, −⅞];  θ = [1 − ⅜, −2 + 7/32]
    param, velocity = momentum(*inputs(), lr=0.25, momentum=0.5, form="lr_outside")
    np.testing.assert_array_equal(velocity, [1.5, -0.875])
    np.testing.assert_array_equal(param, [0.625, -1.78125])


def test_momentum_of_an_average():
    """v = µv + (1 − µ)g, θ − αv."""
    # µ = ¾:  v = ¾·[2, ¼] + ¼·[½, −1] = [1⅝, −1/16];  θ = [1 − 13/32, −2 + 1/64]
    param, velocity = momentum(*inputs(), lr=0.25, momentum=0.75, form="average")
    np.testing.assert_array_equal(velocity, [1.625, -0.0625])
    np.testing.assert_array_equal(param, [0.59375, -1.984375])


def test_momentum_keeps_the_rate_an_old_gradient_came_with():
    """After the rate has changed, the first two forms part ways."""
    # g = 1 twice, µ = ½, α = 1 then ½.  Inside: v = −1, then −½ − ½ = −1; θ = 0 − 1 − 1 = −2.
    # Outside: v = 1, then ½ + 1 = 1½; θ = 0 − 1 − ½·1½ = −1¾.
    for form, expected in (("lr_inside", -2.0), ("lr_outside", -1.75)):
        param, velocity = np.zeros(1), np.zeros(1)
        for lr in (1.0, 0.5):
            param, velocity = momentum(param, np.ones(1), velocity, lr=lr, momentum=0.5, form=form)
        np.testing.assert_array_equal(param, [expected])


def inputs():
    """Return a parameter, its gradient and its velocity."""
    return np.array([1.0, -2.0]), np.array([0.5, -1.0]), np.array([2.0, 0.25])


# First step, β₁ = 0.9, β₂ = 0.99, g = 3: m = 0.1·3 = 0.3, v = 0.01·9 = 0.09, m̂ = 0.3/0.1 = 3, v̂ = 0.09/0.01 = 9.
@pytest.mark.parametrize(
    ("epsilon", "eps", "expected"),
    [
        ("outside", 1.0, 0.925),  # 1 − 0.1·3/(√9 + 1) = 1 − 0.3/4
        ("inside", 16.0, 0.94),  # 1 − 0.1·3/√(9 + 16) = 1 − 0.3/5
        ("hat", 0.3, 0.95),  # α·√0.01/0.1 = 0.1;  1 − 0.1·0.3/(√0.09 + 0.3) = 1 − 0.03/0.6
    ],
)
def test_first_step_of_adam(epsilon, eps, expected):
    """Where ε stands decides how far the first step goes."""
    zero = np.zeros(1)
    param, m, v = adam(
        np.ones(1), np.array([3.0]), zero, zero, step=1, lr=0.1, beta1=0.9, beta2=0.99, eps=eps, epsilon=epsilon
    )
    close(m, [0.3])
    close(v, [0.09])
    close(param, [expected])


# Second step, β₁ = ½, β₂ = ¾, from m = −1, v = 8 with g = 2: m = −½ + 1 = ½, v = ¾·8 + ¼·4 = 7,
# m̂ = ½/(1 − ¼) = ⅔, v̂ = 7/(1 − 9/16) = 16.
@pytest.mark.parametrize(
    ("epsilon", "eps", "expected"),
    [
        ("outside", 1.0, 0.92),  # 1 − 0.6·⅔/(√16 + 1) = 1 − 0.4/5
        ("inside", 9.0, 0.92),  # 1 − 0.6·⅔/√(16 + 9)
        ("hat", np.sqrt(7.0), 0.95),  # ε = √v halves the step: 1 − 0.6·(√7/4)/¾·½/(2·√7) = 1 − 0.4/8
    ],
)
def test_second_step_of_adam(epsilon, eps, expected):
    """The correction is by 1 − β², and the state is carried on uncorrected."""
    state = np.array([-1.0]), np.array([8.0])
    param, m, v = adam(
        np.ones(1), np.array([2.0]), *state, step=2, lr=0.6, beta1=0.5, beta2=0.75, eps=eps, epsilon=epsilon
    )
    np.testing.assert_array_equal(m, [0.5])
    np.testing.assert_array_equal(v, [7.0])
    close(param, [expected])


def test_adam_takes_steps_of_one_length_along_a_steady_gradient():
    """m̂ = g and v̂ = g² at every step, so each element moves by α, however long its gradient is."""
    param, m, v = np.zeros(3), np.zeros(3), np.zeros(3)
    for step in range(1, 8):
        param, m, v = adam(param, np.array([1e-3, -2.0, 5.0]), m, v, step=step, lr=0.1, eps=0.0)
    close(param, [-0.7, 0.7, -0.7])


def test_adam_of_an_element_without_any_gradient():
    """ε keeps 0/0 away: what has never had a gradient stays where it is."""
    zero = np.zeros(2)
    for epsilon in ("outside", "inside", "hat"):
        param, _, _ = adam(np.array([1.0, -2.0]), zero, zero, zero, step=1, epsilon=epsilon)
        np.testing.assert_array_equal(param, [1.0, -2.0])


def test_a_nan_spoils_its_own_element_only():
    """Every element stands alone, in every optimizer."""
    param, grad, state = np.array([1.0, 2.0]), np.array([np.nan, 1.0]), np.ones(2)
    for results in (
        (sgd(param, grad),),
        momentum(param, grad, state),
        adam(param, grad, state, state, step=1),
    ):
        for result in results:
            np.testing.assert_array_equal(np.isnan(result), [True, False])


def gradients():
    """Return gradients that vary: ordinary, tiny, zero and large ones."""
    rng = np.random.default_rng(3)
    return [rng.standard_normal((2, 3)) * scale for scale in (1, 1e-6, 0, 100, 1, 1, 1e-8, 1)]


def test_sgd_agrees_with_pytorch():
    """torch.optim.SGD with weight decay, over eight steps."""
    torch = pytest.importorskip("torch")
    param = np.random.default_rng(4).standard_normal((2, 3))
    tensor = torch.tensor(param, requires_grad=True)
    optimizer = torch.optim.SGD([tensor], lr=0.1, weight_decay=0.3)
    for grad in gradients():
        param = sgd(param, grad, lr=0.1, weight_decay=0.3)
        tensor.grad = torch.tensor(grad)
        optimizer.step()
        close(param, tensor.detach().numpy())


def test_momentum_agrees_with_pytorch():
    """torch.optim.SGD with momentum keeps the rate outside, while the rate changes."""
    torch = pytest.importorskip("torch")
    param = np.random.default_rng(4).standard_normal((2, 3))
    velocity = np.zeros_like(param)
    tensor = torch.tensor(param, requires_grad=True)
    optimizer = torch.optim.SGD([tensor], lr=0.1, momentum=0.9)
    for k, grad in enumerate(gradients()):
        lr = optimizer.param_groups[0]["lr"] = 0.1 / (k + 1)
        param, velocity = momentum(param, grad, velocity, lr=lr, form="lr_outside")
        tensor.grad = torch.tensor(grad)
        optimizer.step()
        close(param, tensor.detach().numpy())
        close(velocity, optimizer.state[tensor]["momentum_buffer"].numpy())


def test_adam_agrees_with_pytorch():
    """torch.optim.Adam has ε outside the root; parameter and both moments, over eight steps."""
    torch = pytest.importorskip("torch")
    param = np.random.default_rng(4).standard_normal((2, 3))
    m, v = np.zeros_like(param), np.zeros_like(param)
    tensor = torch.tensor(param, requires_grad=True)
    optimizer = torch.optim.Adam([tensor], lr=0.1, betas=(0.8, 0.95), eps=1e-4)
    for step, grad in enumerate(gradients(), start=1):
        param, m, v = adam(param, grad, m, v, step=step, lr=0.1, beta1=0.8, beta2=0.95, eps=1e-4)
        tensor.grad = torch.tensor(grad)
        optimizer.step()
        close(param, tensor.detach().numpy())
        close(m, optimizer.state[tensor]["exp_avg"].numpy())
        close(v, optimizer.state[tensor]["exp_avg_sq"].numpy())
