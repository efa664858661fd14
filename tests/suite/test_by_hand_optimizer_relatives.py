"""Steps of momentum's and Adam's relatives worked by hand, and compared with PyTorch's own over several steps."""

import numpy as np
import pytest

from primcheck.reference.optimizer.nesterov import nesterov

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
