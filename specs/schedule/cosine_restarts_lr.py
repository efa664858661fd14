"""A learning rate that falls along half a cosine and starts again: SGDR.

    rate(it) = min + (base − min)·(1 + cos(π·(it − start) / length)) / 2

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0, the rate at every restart; min
is `min_lr` ≥ 0. length is the number of iterations of the period that it lies in, and start the iteration it began at:
the first period has `period` ≥ 1 iterations, each later one `multiplier` times as many as the one before it, an int ≥ 1.
With period 10 and multiplier 2 the restarts are at 10, 30, 70, 150. The result is one number.

Where libraries differ:
    - At a restart the rate is the base rate; min is never quite reached, for the iteration that would have it is the
      first of the next period. PyTorch and Keras agree; the paper counts epochs, in fractions, and reaches it as closely.
    - Keras' CosineDecayRestarts takes any multiplier ≥ 1, 2.0 unless told otherwise, lets the maximum shrink by `m_mul`
      at every restart, and has the lowest rate as a share, `alpha`, of the base rate. PyTorch's multiplier is an int.

Edge cases: with a period of 1 and a multiplier of 1 the rate is always the base rate.

Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, arXiv:1608.03983, eq. (5);
torch.optim.lr_scheduler.CosineAnnealingWarmRestarts, PyTorch 2.13.
"""

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

EQUAL = dict(base_lr=0.1, period=10)
GROWING = dict(base_lr=0.1, period=4, multiplier=2, min_lr=0.01)

cosine_restarts_lr = Primitive(
    title="A learning rate that falls along half a cosine and starts again",
    inputs=(Count("iteration", flows=True),),
    options=(
        Real("base_lr", low=0),
        Count("period", low=1),
        Count("multiplier", 1, low=1),
        Real("min_lr", 0.0, low=0),
    ),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, **EQUAL, hunts="a first rate that is not the base rate"),
        Case("in the first period", iteration=3, **EQUAL, hunts="a straight line, or a quarter of a wave"),
        Case("last before a restart", iteration=9, **EQUAL, hunts="a restart that is one iteration early"),
        Case("at a restart", iteration=10, **EQUAL, hunts="a restart that is one iteration late, or does not happen"),
        Case("in the second period", iteration=13, **EQUAL, hunts="a rate that rises in place of a restart"),
        Case("in the fourth period", iteration=33, **EQUAL, hunts="a restart that is overlooked: half a wave too many"),
        Case("in the eighth period", iteration=77, **EQUAL, hunts="restarts that drift away"),
        Case(
            "every iteration, growing periods",
            steps=32,
            iteration=counting(0, 32),
            **GROWING,
            hunts="periods of any wrong length: the restarts are at 4, 12 and 28",
        ),
        Case("growing, fourth restart", iteration=60, **GROWING, hunts="a period that grows by addition"),
        Case("growing, in the fifth period", iteration=101, **GROWING, hunts="an iteration counted from the beginning"),
        Case(
            "growing threefold",
            steps=5,
            iteration=each([2, 7, 8, 26, 30]),
            base_lr=0.3,
            period=2,
            multiplier=3,
            hunts="a multiplier that is built in",
        ),
        Case(
            "growing sixfold, from one",
            iteration=60,
            base_lr=0.1,
            period=1,
            multiplier=6,
            min_lr=0.01,
            hunts="more periods than are needed, whose lengths overflow",
        ),
        Case(
            "growing tenfold, from thousands",
            iteration=202_176,
            base_lr=0.1,
            period=22_535,
            multiplier=10,
            hunts="more periods than are needed, whose lengths overflow",
        ),
        Case(
            "period of one",
            steps=4,
            iteration=each([0, 1, 2, 17]),
            base_lr=0.1,
            period=1,
            hunts="a period of one iteration that divides by zero",
        ),
        Case("rate of zero", iteration=3, base_lr=0.0, period=10, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=6,
            iteration=each([0, 2, 3, 7, 9, 11]),
            base_lr=9.0,
            period=3,
            multiplier=2,
            min_lr=1.0,
            hunts="anything: 1 + 8·(1 + cos(π·⅔))/2 = 3 at 2; 9 at 3; 3 at 7, four sixths on; 9 at 9; 9 − … at 11",
        ),
    ),
    laws=(
        Law(
            "the first rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a period that starts anywhere but at the base rate",
            where=lambda iteration: iteration == 0,
        ),
        Law(
            "equal periods start at the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a restart that is early, late or not to the base rate",
            where=lambda iteration, period, multiplier: multiplier == 1 and iteration % period == 0,
        ),
        Law(
            "no rate is below the lowest",
            lambda rate, min_lr: (rate - min_lr).clip(max=0),
            hunts="a cosine that is not lifted above 0",
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, **EQUAL, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, period=10, hunts="a learning rate below 0"),
        Reject("no period", iteration=0, base_lr=0.1, period=0, hunts="a division by zero"),
        Reject("negative period", iteration=3, base_lr=0.1, period=-2, hunts="a period that runs backwards"),
        Reject("no multiplier", iteration=0, **EQUAL, multiplier=0, hunts="periods of no length, one after the other"),
        Reject("negative lowest rate", iteration=0, **EQUAL, min_lr=-0.1, hunts="a lowest rate below 0"),
    ),
    cost=Cost(flops=lambda: 10, moved=lambda itemsize: 5 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, restarts every 1,000 iterations", iteration=5_500, base_lr=0.01, period=1_000),
        small=Size(
            "Wide ResNet on CIFAR-10, SGDR with T₀ = 10 epochs of 391, doubled",
            iteration=39_100,
            base_lr=0.05,
            period=3_910,
            multiplier=2,
        ),
        large=Size(
            "ResNet-50, T₀ = 10 epochs of 5,005, doubled",
            iteration=450_449,
            base_lr=0.1,
            period=50_050,
            multiplier=2,
        ),
    ),
)
