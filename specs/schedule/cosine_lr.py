"""A learning rate that falls along half a cosine.

    rate(it) = min + (base − min)·(1 + cos(π·it / total)) / 2        for it ≤ total
             = min                                                   beyond

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; total is `total_steps` ≥ 1, the
iteration at which the rate is at its lowest; min is `min_lr` ≥ 0, that lowest rate. The result is one number. The rate
falls slowly at both ends, and is half way down in the middle.

Where libraries differ:
    - What comes beyond the end is a convention: the rate stays; or the cosine goes on, so that it rises to the base rate
      at 2·total and falls again.
    - Keras' and Optax' `alpha` is the lowest rate as a share of the base rate; PyTorch's `eta_min` is a rate, as here.
    - Keras' CosineDecay rounds everything to the precision of its rate, π included: it is 4e-9 off.
    - PyTorch computes each rate from the one before it, whose errors add up; stepping to iteration t takes t steps.

Edge cases: near the end with min = 0, 1 + cos(…) keeps few digits, the nearer the fewer; all of them come from the
definition itself. At the end it is 0 to within rounding.

Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, arXiv:1608.03983, eq. (5),
without restarts; torch.optim.lr_scheduler.CosineAnnealingLR, PyTorch 2.13; Keras 3.15, CosineDecay.
"""

from primcheck.spec import Case, Convention, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

TEN = dict(base_lr=0.1, total_steps=10)

cosine_lr = Primitive(
    title="A learning rate that falls along half a cosine",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Count("total_steps", low=1), Real("min_lr", 0.0, low=0)),
    outputs=(Output("rate", ""),),
    conventions=(
        Convention(
            "after_end",
            "What comes beyond the end",
            stay="the rate stays at its lowest: Keras, TensorFlow, Optax",
            rise="the cosine goes on, up and down again: PyTorch",
        ),
    ),
    cases=(
        Case("start", iteration=0, **TEN, hunts="a first rate that is not the base rate"),
        Case("second iteration", iteration=1, **TEN, hunts="an iteration counted from 1"),
        Case("first third", iteration=3, **TEN, hunts="a straight line, or a quarter of a wave"),
        Case("half way", iteration=5, **TEN, hunts="anything but half a wave: half the base rate"),
        Case("last before the end", iteration=9, **TEN, hunts="an end that is one early or late"),
        Case("at the end", iteration=10, **TEN, hunts="a rate that does not reach the lowest"),
        Case("beyond the end", steps=3, iteration=each([11, 15, 20]), **TEN, hunts="the other convention"),
        Case("long after", iteration=137, **TEN, min_lr=0.01, hunts="a rate that falls below the lowest"),
        Case(
            "every iteration",
            steps=13,
            iteration=counting(0, 13),
            base_lr=0.3,
            total_steps=12,
            min_lr=0.02,
            hunts="a curve that starts right and bends wrongly, and a lowest rate on top of it or cutting it off",
        ),
        Case(
            "lowest above the base rate",
            steps=3,
            iteration=each([0, 2, 5]),
            base_lr=0.1,
            total_steps=5,
            min_lr=0.4,
            hunts="a lowest rate that is taken for a bound",
        ),
        Case(
            "rate of one",
            steps=3,
            iteration=each([2, 5, 7]),
            base_lr=1.0,
            total_steps=8,
            min_lr=0.25,
            hunts="anything but a lowest rate that is a share of the base rate",
        ),
        Case("one iteration", steps=2, iteration=each([0, 1]), base_lr=0.1, total_steps=1, hunts="a division by 0"),
        Case(
            "long training",
            steps=3,
            iteration=each([100, 1_500, 1_999]),
            base_lr=0.1,
            total_steps=2_000,
            min_lr=0.001,
            hunts="an end that is off by one over a whole training",
        ),
        Case("rate of zero", iteration=3, base_lr=0.0, total_steps=10, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=5,
            iteration=each([0, 2, 3, 4, 6]),
            base_lr=9.0,
            total_steps=6,
            min_lr=1.0,
            hunts="anything: the cosines are 1, ½, 0, −½ and −1; the rates are 9, 1 + 8·¾ = 7, 5, 3 and 1",
        ),
    ),
    laws=(
        Law(
            "the first rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a curve that starts anywhere but at the base rate",
            where=lambda iteration: iteration == 0,
        ),
        Law(
            "half way the rate is in the middle",
            lambda rate, base_lr, min_lr: rate - (base_lr + min_lr) / 2,
            hunts="a wave that is not half a one",
            where=lambda iteration, total_steps: 2 * iteration == total_steps,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, **TEN, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, total_steps=10, hunts="a learning rate below 0"),
        Reject("no steps", iteration=0, base_lr=0.1, total_steps=0, hunts="a division by zero"),
        Reject("negative steps", iteration=0, base_lr=0.1, total_steps=-10, hunts="an end before the start"),
        Reject("negative lowest rate", iteration=0, **TEN, min_lr=-0.1, hunts="a lowest rate below 0"),
    ),
    cost=Cost(flops=lambda: 6, moved=lambda itemsize: 4 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, half of 10,000 iterations", iteration=5_000, base_lr=0.01, total_steps=10_000),
        small=Size("ResNet-56 on CIFAR-10, half way", iteration=32_000, base_lr=0.1, total_steps=64_000),
        large=Size("ResNet-50, the last of 90 epochs", iteration=450_449, base_lr=0.1, total_steps=450_450),
    ),
)
