"""Steps of Adam's nearer relatives worked by hand, and compared with PyTorch's own over several steps."""

import numpy as np
import pytest

from primcheck.reference.optimizer.adadelta import adadelta
from primcheck.reference.optimizer.adam import adam
from primcheck.reference.optimizer.adamw import adamw
from primcheck.reference.optimizer.amsgrad import amsgrad
from primcheck.reference.optimizer.lion import lion
from primcheck.reference.optimizer.nadam import nadam

RTOL = 1e-12


def close(got, expected):
    """Compare to the last digits."""
    np.testing.assert_allclose(got, expected, rtol=RTOL)


def single(*values):
    """Return every number as an array of one element."""
    return tuple(np.array([value]) for value in values)


# Second step, β₁ = β₂ = ½, from m = 2, v = 8 with g = 4: m = 1 + 2 = 3, v = 4 + 8 = 12, √v̂ = √(12/¾) = 4.
@pytest.mark.parametrize(
    ("lookahead", "expected"),
    [
        ("dozat", 0.77),  # ½·3/(1 − ⅛) + ½·4/(1 − ¼) = 12/7 + 8/3 = 92/21;  1 − 0.21·(92/21)/4 = 1 − 0.23
        ("plain", 0.755),  # (½·3 + ½·4)/(1 − ¼) = 14/3;  1 − 0.21·(14/3)/4 = 1 − 0.245
    ],
)
def test_nadam_looks_ahead(lookahead, expected):
    """The average one step ahead, and the gradient now."""
    got = nadam(*single(1.0, 4.0, 2.0, 8.0), step=2, lr=0.21, beta1=0.5, beta2=0.5, eps=0.0, lookahead=lookahead)
    np.testing.assert_array_equal(got[1:], [[3.0], [12.0]])
    close(got[0], [expected])


# First step, β₁ = ½, β₂ = ¾, g = 6: m = 3, √v̂ = 6; ε = 2, α = ½.
@pytest.mark.parametrize(
    ("schedule", "mu1", "mu2"),
    [
        ("constant", 0.5, 0.5),
        ("slow", 0.5 * (1 - 0.5 * 0.96 ** (1 / 250)), 0.5 * (1 - 0.5 * 0.96 ** (2 / 250))),
        ("fast", 0.26, 0.2696),  # ½·(1 − 0.48), ½·(1 − ½·0.9216)
    ],
)
def test_nadam_with_a_rising_momentum(schedule, mu1, mu2):
    """µ₂·m/(1 − µ₁µ₂) + (1 − µ₁)·g/(1 − µ₁): the second part is g."""
    param, _, _ = nadam(*single(1.0, 6.0, 0.0, 0.0), step=1, lr=0.5, beta1=0.5, beta2=0.75, eps=2.0, schedule=schedule)
    close(param, [1 - 0.5 * (mu2 * 3 / (1 - mu1 * mu2) + 6) / (6 + 2)])


def test_nadam_refuses_the_plain_look_ahead_with_a_rising_momentum():
    """Ruder's form knows one momentum only."""
    with pytest.raises(ValueError, match="lookahead"):
        nadam(*single(1.0, 6.0, 0.0, 0.0), step=1, schedule="slow", lookahead="plain")


# First step, g = 3: m̂ = 3, √v̂ + ε = 4, so Adam moves by ½·¾ = ⅜; λ = ¼.
@pytest.mark.parametrize(
    ("decay", "expected"),
    [
        ("lr_scaled", 0.5),  # 1 − ½·¼ − ⅜
        ("plain", 0.375),  # 1 − ¼ − ⅜
    ],
)
def test_adamw(decay, expected):
    """The parameter shrinks by its own share, past the averages."""
    options = dict(step=1, lr=0.5, beta1=0.5, beta2=0.75, eps=1.0)
    got = adamw(*single(1.0, 3.0, 0.0, 0.0), **options, weight_decay=0.25, decay=decay)
    np.testing.assert_array_equal(got, [[expected], [1.5], [2.25]])


def test_adamw_without_decay_is_adam():
    """With λ = 0 every digit is the same."""
    rng = np.random.default_rng(5)
    arrays = [rng.standard_normal(6), rng.standard_normal(6), rng.standard_normal(6), rng.random(6)]
    np.testing.assert_array_equal(adamw(*arrays, step=3, weight_decay=0.0), adam(*arrays, step=3))


# First step, β₂ = ¾, g = 6: v = 9, v̂ = 36, m̂ = 6; α = ½, ε = 0.
@pytest.mark.parametrize(
    ("maximum_of", "old", "largest", "expected"),
    [
        ("raw", 0.0, 9.0, 0.5),  # √(9/¼) = 6;  1 − ½·6/6
        ("raw", 100.0, 100.0, 0.85),  # √(100/¼) = 20;  1 − ½·6/20
        ("corrected", 0.0, 36.0, 0.5),  # √36 = 6
        ("corrected", 100.0, 100.0, 0.7),  # √100 = 10;  1 − ½·6/10
    ],
)
def test_amsgrad(maximum_of, old, largest, expected):
    """The largest second moment so far, corrected after or before."""
    options = dict(step=1, lr=0.5, beta1=0.5, beta2=0.75, eps=0.0, maximum_of=maximum_of)
    got = amsgrad(*single(1.0, 6.0, 0.0, 0.0, old), **options)
    np.testing.assert_array_equal(got[1:], [[3.0], [9.0], [largest]])
    close(got[0], [expected])


def test_adadelta():
    """Δ = √(d + ε)/√(s + ε)·g, and d is of the moves before the rate scales them."""
    # s = ¼·16 = 4, √(4 + 12) = 4, √(52 + 12) = 8, Δ = 8/4·4 = 8, d = ¾·52 + ¼·64 = 55, p = 1 − ½·8
    # s = ¾·48 + ¼·64 = 52, √64 = 8, √(4 + 12) = 4, Δ = 4/8·(−8) = −4, d = ¾·4 + ¼·16 = 7, p = −2 + ½·4
    got = adadelta(
        np.array([1.0, -2.0]),
        np.array([4.0, -8.0]),
        np.array([0.0, 48.0]),
        np.array([52.0, 4.0]),
        lr=0.5,
        rho=0.75,
        eps=12.0,
    )
    np.testing.assert_array_equal(got, [[-3.0, 0.0], [4.0, 52.0], [55.0, 7.0]])


def test_lion():
    """The sign of one average moves the parameter; another average is kept."""
    # c = [−⅛ + ¼, 1 − ½, 0] = [⅛, ½, 0]; m = [−3/16 + ⅛, 1½ − ¼, 0]; p = [1 − ¼(1 + ½), −2 − ¼(1 − 1), ½ − ¼(0 + ¼)]
    got = lion(
        np.array([1.0, -2.0, 0.5]),
        np.array([0.5, -1.0, 0.0]),
        np.array([-0.25, 2.0, 0.0]),
        lr=0.25,
        beta1=0.5,
        beta2=0.75,
        weight_decay=0.5,
    )
    np.testing.assert_array_equal(got, [[0.625, -2.0, 0.4375], [-0.0625, 1.25, 0.0]])


def gradients():
    """Return gradients that vary: ordinary, tiny, zero and large ones."""
    rng = np.random.default_rng(3)
    return [rng.standard_normal((2, 3)) * scale for scale in (1, 1e-6, 0, 100, 1, 1, 1e-8, 1)]


BETAS = dict(beta1=0.8, beta2=0.95, eps=1e-4)
THEIRS = dict(lr=0.1, betas=(0.8, 0.95), eps=1e-4)


@pytest.mark.parametrize(
    ("theirs", "keywords", "ours", "keys"),
    [
        (
            "AdamW",
            {**THEIRS, "weight_decay": 0.3},
            lambda *arrays, k, lr: adamw(*arrays, step=k, lr=lr, **BETAS, weight_decay=0.3),
            ["exp_avg", "exp_avg_sq"],
        ),
        (
            "Adam",
            {**THEIRS, "amsgrad": True},
            lambda *arrays, k, lr: amsgrad(*arrays, step=k, lr=lr, **BETAS),
            ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"],
        ),
        (
            "Adadelta",
            {"lr": 0.1, "rho": 0.8, "eps": 1e-4},
            lambda *arrays, k, lr: adadelta(*arrays, lr=lr, rho=0.8, eps=1e-4),
            ["square_avg", "acc_delta"],
        ),
        (
            "NAdam",
            THEIRS,
            lambda *arrays, k, lr: nadam(*arrays, step=k, lr=lr, **BETAS, schedule="slow"),
            ["exp_avg", "exp_avg_sq"],
        ),
        (
            "NAdam",
            {**THEIRS, "momentum_decay": 1.0},
            lambda *arrays, k, lr: nadam(*arrays, step=k, lr=lr, **BETAS, schedule="fast"),
            ["exp_avg", "exp_avg_sq"],
        ),
    ],
    ids=["adamw", "amsgrad", "adadelta", "nadam, slow", "nadam, fast"],
)
def test_steps_agree_with_pytorch(theirs, keywords, ours, keys):
    """Parameter and state over eight steps, while the rate changes."""
    torch = pytest.importorskip("torch")
    before = torch.get_default_dtype()
    # NAdam keeps the product of its momenta in the default type.
    torch.set_default_dtype(torch.float64)
    try:
        param = np.random.default_rng(4).standard_normal((2, 3))
        state = [np.zeros_like(param) for _ in keys]
        tensor = torch.tensor(param, requires_grad=True)
        optimizer = getattr(torch.optim, theirs)([tensor], **keywords)
        for k, grad in enumerate(gradients(), start=1):
            lr = optimizer.param_groups[0]["lr"] = 0.1 / k
            param, *state = ours(param, grad, *state, k=k, lr=lr)
            tensor.grad = torch.tensor(grad)
            optimizer.step()
            close(param, tensor.detach().numpy())
            for mine, key in zip(state, keys, strict=True):
                close(mine, optimizer.state[tensor][key].numpy())
    finally:
        torch.set_default_dtype(before)
