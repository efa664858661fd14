"""A learning rate that warms up in a straight line.

    rate(it) = base · min(1, (it + 1) / warmup)

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; warmup is `warmup_steps` ≥ 1,
the number of iterations of the warm-up. The result is one number: base/warmup at iteration 0, so that the first
iteration learns something, and base from iteration warmup − 1 on.

Where libraries differ:
    - PyTorch's LinearLR starts at a third of the rate unless told otherwise; with start_factor = 1/warmup and
      total_iters = warmup − 1 it is this.
    - Keras' CosineDecay and Optax' warm-up schedules start at a rate that is given, often 0: then it is base·it/warmup,
      whose first iteration learns nothing.
    - Goyal et al. start at base/k for k workers and rise over five epochs; the Transformer's rate rises like this and
      then falls like one over the root of the time.

Edge cases: with warmup = 1 the rate is always base.

Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, 2017, arXiv:1706.02677, section 2.2;
torch.optim.lr_scheduler.LinearLR, PyTorch 2.13.
"""

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

FIVE = dict(base_lr=0.1, warmup_steps=5)

warmup_lr = Primitive(
    title="A learning rate that warms up in a straight line",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Count("warmup_steps", low=1)),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, **FIVE, hunts="a first rate of 0, with which nothing is learned"),
        Case("second iteration", iteration=1, **FIVE, hunts="a share that is off by one"),
        Case("last before the whole rate", iteration=3, **FIVE, hunts="a warm-up that is one iteration too short"),
        Case("whole rate", iteration=4, **FIVE, hunts="a warm-up that is one iteration too long"),
        Case("after the warm-up", steps=3, iteration=each([5, 6, 1000]), **FIVE, hunts="a rate that rises or falls on"),
        Case(
            "every iteration",
            steps=10,
            iteration=counting(0, 10),
            base_lr=0.3,
            warmup_steps=7,
            hunts="a line that starts right and bends",
        ),
        Case("one step", steps=3, iteration=each([0, 1, 2]), base_lr=0.1, warmup_steps=1, hunts="a division by zero"),
        Case("long warm-up", iteration=1_234, base_lr=0.4, warmup_steps=25_025, hunts="whole-number division"),
        Case("rate of zero", iteration=3, base_lr=0.0, warmup_steps=10, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=5,
            iteration=each([0, 1, 2, 3, 4]),
            base_lr=8.0,
            warmup_steps=4,
            hunts="anything: the rates are 2, 4, 6, 8 and 8",
        ),
    ),
    laws=(
        Law(
            "the first rate is one step of the warm-up",
            lambda rate, base_lr, warmup_steps: rate * warmup_steps - base_lr,
            hunts="a warm-up that starts at 0 or at the whole rate",
            where=lambda iteration: iteration == 0,
        ),
        Law(
            "after the warm-up the rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a rate that rises or falls on",
            where=lambda iteration, warmup_steps: iteration >= warmup_steps - 1,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, **FIVE, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, warmup_steps=5, hunts="a learning rate below 0"),
        Reject("no steps", iteration=0, base_lr=0.1, warmup_steps=0, hunts="a division by zero"),
        Reject("negative steps", iteration=0, base_lr=0.1, warmup_steps=-5, hunts="a warm-up that goes backwards"),
    ),
    cost=Cost(flops=lambda: 3, moved=lambda itemsize: 2 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, the first 500 of 10,000 iterations", iteration=250, base_lr=0.01, warmup_steps=500),
        small=Size("ResNet-110 on CIFAR-10, 400 iterations", iteration=200, base_lr=0.1, warmup_steps=400),
        large=Size("ResNet-50, five epochs in batches of 8,192", iteration=400, base_lr=3.2, warmup_steps=782),
    ),
)
