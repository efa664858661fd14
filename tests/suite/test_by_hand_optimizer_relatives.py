"""Steps of momentum's and Adam's relatives worked by hand, and compared with PyTorch's own over several steps."""

import numpy as np
import pytest

from primcheck.reference.optimizer.adagrad import adagrad
from primcheck.reference.optimizer.adamax import adamax
from primcheck.reference.optimizer.nesterov import nesterov
from primcheck.reference.optimizer.rmsprop import rmsprop

RTOL = 1e-12


def close(got, expected):
    """Compare to the last digits."""
    np.testing.assert_allclose(got, expected, rtol=RTOL)


def inputs():
    """Return a parameter, its gradient and its velocity."""
    return np.array([1.0, -2.0]), np.array([0.5, -1.0]), np.array([2.0, 0.25])


def test_nesterov_with_the_rate_inside():
    """v = µv − αg, θ + µv − αg."""
    # v = ½·[2, ¼] − ¼·[½, −1] = [⅞, ⅜];  θ = [1 + 7/16 − ⅛, −2 + 3/16 + ¼] = [1 5/16, −1 9/16]
    param, velocity = nesterov(*inputs(), lr=0.25, momentum=0.5)
    np.testing.assert_array_equal(velocity, [0.875, 0.375])
    np.testing.assert_array_equal(param, [1.3125, -1.5625])


def test_nesterov_with_the_rate_outside():
    """v = µv + g, θ − α(g + µv)."""
    # v = ½·[2, ¼] + [½, −1] = [1½, −⅞];  g + ½v = [1¼, −1 7/16];  a quarter of it is [5/16, −23/64]
    param, velocity = nesterov(*inputs(), lr=0.25, momentum=0.5, form="lr_outside")
    np.testing.assert_array_equal(velocity, [1.5, -0.875])
    np.testing.assert_array_equal(param, [0.6875, -1.640625])


def test_nesterov_takes_the_gradient_at_the_point_ahead():
    """Nesterov's own two lines, φ and its velocity with the gradient at φ + µv, kept as θ = φ + µv."""
    # f(θ) = θ²/2, so g(θ) = θ.  Own lines: v ← µv − α·(φ + µv), φ ← φ + v.
    phi, v, mu, lr = 1.0, 0.0, 0.5, 0.25
    param, velocity = np.array([1.0]), np.zeros(1)
    for _ in range(5):
        v = mu * v - lr * (phi + mu * v)
        phi += v
        param, velocity = nesterov(param, param, velocity, lr=lr, momentum=mu)
        np.testing.assert_array_equal(velocity, [v])
        np.testing.assert_array_equal(param, [phi + mu * v])


# a = 16 + 3² = 25.
@pytest.mark.parametrize(
    ("epsilon", "eps", "expected"),
    [
        ("outside", 1.0, 0.75),  # 1 − ½·3/(√25 + 1) = 1 − 1½/6
        ("inside", 11.0, 0.75),  # 1 − ½·3/√(25 + 11)
    ],
)
def test_adagrad(epsilon, eps, expected):
    """a = a + g², then θ − αg over its root."""
    param, accumulator = adagrad(np.ones(1), np.array([3.0]), np.array([16.0]), lr=0.5, eps=eps, epsilon=epsilon)
    np.testing.assert_array_equal(accumulator, [25.0])
    np.testing.assert_array_equal(param, [expected])


def test_adagrad_slows_down_like_one_over_the_root():
    """After k equal gradients a = k·g², so step k is α/√k long, whatever g."""
    param, accumulator = np.zeros(2), np.zeros(2)
    for _ in range(4):
        param, accumulator = adagrad(param, np.array([8.0, -0.5]), accumulator, lr=0.1, eps=0.0)
    total = 0.1 * (1 + 1 / np.sqrt(2) + 1 / np.sqrt(3) + 1 / 2)
    close(param, [-total, total])


# ρ = ¾: s = ¾·20 + ¼·10² = 15 + 25 = 40.
@pytest.mark.parametrize(
    ("epsilon", "eps", "expected"),
    [
        ("outside", 10 - np.sqrt(40), 0.5),  # 1 − ½·10/(√40 + 10 − √40)
        ("inside", 60.0, 0.5),  # 1 − ½·10/√(40 + 60)
    ],
)
def test_rmsprop(epsilon, eps, expected):
    """s = ρs + (1 − ρ)g², then θ − αg over its root."""
    param, mean_square = rmsprop(
        np.ones(1), np.array([10.0]), np.array([20.0]), lr=0.5, rho=0.75, eps=eps, epsilon=epsilon
    )
    np.testing.assert_array_equal(mean_square, [40.0])
    close(param, [expected])


def test_rmsprop_starts_with_long_steps():
    """From zeros s = (1 − ρ)g², so the first step is α/√(1 − ρ): with ρ = 0.99, ten times α."""
    param, _ = rmsprop(np.zeros(2), np.array([3.0, -0.01]), np.zeros(2), lr=0.1, rho=0.99, eps=0.0)
    close(param, [-1.0, 1.0])


# Second step, β₁ = ½, β₂ = ¾, from m = −1: m = −½ + ½·4 = 1½, m̂ = 1½/(1 − ¼) = 2.
@pytest.mark.parametrize(
    ("epsilon", "old", "u", "expected"),
    [
        ("in_maximum", 4.0, 5.0, 0.6),  # max(¾·4, 4 + 1) = 5;  1 − 2/5
        ("in_maximum", 8.0, 6.0, 2 / 3),  # max(¾·8, 4 + 1) = 6;  1 − 2/6
        ("in_denominator", 4.0, 4.0, 0.6),  # max(3, 4) = 4;  1 − 2/(4 + 1)
        ("in_denominator", 8.0, 6.0, 5 / 7),  # max(6, 4) = 6;  1 − 2/(6 + 1)
    ],
)
def test_adamax(epsilon, old, u, expected):
    """u = max(β₂u, |g|), with ε in it or beside it."""
    got = adamax(
        *(np.array([value]) for value in (1.0, 4.0, -1.0, old)),
        step=2,
        lr=1.0,
        beta1=0.5,
        beta2=0.75,
        eps=1.0,
        epsilon=epsilon,
    )
    np.testing.assert_array_equal(got[1:], [[1.5], [u]])
    close(got[0], [expected])


def gradients():
    """Return gradients that vary: ordinary, tiny, zero and large ones."""
    rng = np.random.default_rng(3)
    return [rng.standard_normal((2, 3)) * scale for scale in (1, 1e-6, 0, 100, 1, 1, 1e-8, 1)]


def walk(torch_optimizer, step, states, keys):
    """Drive PyTorch's optimizer and our step side by side, with a rate that changes; compare parameter and state.

    `step` takes (param, grad, *state, k, lr) with k from 1; `keys` name PyTorch's entries for the states, None for none.
    """
    torch = pytest.importorskip("torch")
    param = np.random.default_rng(4).standard_normal((2, 3))
    state = [np.zeros_like(param) for _ in range(states)]
    tensor = torch.tensor(param, requires_grad=True)
    optimizer = torch_optimizer(torch.optim, [tensor])
    for k, grad in enumerate(gradients(), start=1):
        lr = optimizer.param_groups[0]["lr"] = 0.1 / k
        param, *state = step(param, grad, *state, k=k, lr=lr)
        tensor.grad = torch.tensor(grad)
        optimizer.step()
        close(param, tensor.detach().numpy())
        for ours, key in zip(state, keys, strict=True):
            close(ours, optimizer.state[tensor][key].numpy())


def test_nesterov_agrees_with_pytorch():
    """torch.optim.SGD with nesterov=True keeps the rate outside."""
    walk(
        lambda optim, params: optim.SGD(params, lr=0.1, momentum=0.9, nesterov=True),
        lambda p, g, v, k, lr: nesterov(p, g, v, lr=lr, form="lr_outside"),
        1,
        ["momentum_buffer"],
    )


def test_adagrad_agrees_with_pytorch():
    """torch.optim.Adagrad has ε outside the root."""
    walk(
        lambda optim, params: optim.Adagrad(params, lr=0.1, eps=1e-4),
        lambda p, g, a, k, lr: adagrad(p, g, a, lr=lr, eps=1e-4),
        1,
        ["sum"],
    )


def test_rmsprop_agrees_with_pytorch():
    """torch.optim.RMSprop has ε outside the root."""
    walk(
        lambda optim, params: optim.RMSprop(params, lr=0.1, alpha=0.8, eps=1e-4),
        lambda p, g, s, k, lr: rmsprop(p, g, s, lr=lr, rho=0.8, eps=1e-4),
        1,
        ["square_avg"],
    )


def test_adamax_agrees_with_pytorch():
    """torch.optim.Adamax has ε in the maximum."""
    walk(
        lambda optim, params: optim.Adamax(params, lr=0.1, betas=(0.8, 0.95), eps=1e-4),
        lambda p, g, m, u, k, lr: adamax(p, g, m, u, step=k, lr=lr, beta1=0.8, beta2=0.95, eps=1e-4),
        2,
        ["exp_avg", "exp_inf"],
    )
