"""A learning rate that rises to its maximum and falls far below its start, in one cycle.

    rate(it) = start + (max − start)·it / u                            for it ≤ u
             = end + (max − end)·(total − 1 − it) / (total − 1 − u)    after

it is `iteration`, the number of iterations done, counted from 0; max is `max_lr` ≥ 0, the highest rate; total is
`total_steps`, the iterations of the whole cycle; start is `start_fraction`·max and end is `end_fraction`·max, fractions
in [0, 1]; u = `warmup_fraction`·total − 1 is where the maximum is, which need not be a whole iteration. The result is
one number. The last iteration is total − 1; one beyond it is refused, and so is a u ≤ 0 or ≥ total − 1.

Where libraries differ:
    - How the rate moves from one end of a phase to the other is a convention: along a straight line, as above, or along
      half a cosine, with (1 − cos πs)/2 in place of the share s of the phase.
    - How many phases there are is a convention: two, as above; or Géron's three, linear only: with
      last = ⌊total/10⌋ + 1 and half = ⌊(total − last)/2⌋, up in half iterations, down to the start in half, then on to
      start/1000, reached just beyond the last iteration, at it = total. `end_fraction` and `warmup_fraction` have no
      part in it; a total that makes half < 1 is refused.
    - PyTorch's first rate is max/25 and its last 1e-4 of that, its warm-up 0.3 of the time along a cosine unless told
      otherwise; with three_phase=True its second phase mirrors the first, and ends at 2·`warmup_fraction`·total − 2.
      Optax puts the maximum at ⌊0.3·total⌋, and ends at total.
    - An iteration beyond the last is an error in PyTorch, as here.
    - PyTorch and Géron move the momentum the other way round at the same time, PyTorch from 0.95 to 0.85 and back; here
      only the rate is asked.

Edge cases: a fraction of 0 starts or ends at 0; one of 1 starts or ends at the maximum.

Smith, A Disciplined Approach to Neural Network Hyper-Parameters: Part 1, arXiv:1803.09820;
torch.optim.lr_scheduler.OneCycleLR, PyTorch 2.13; Géron, Hands-On Machine Learning with Scikit-Learn, Keras and
TensorFlow, 2nd edition, 2019, chapter 11 and its notebook, "1Cycle scheduling".
"""

from primcheck.spec import Case, Convention, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

ODD = dict(max_lr=0.8, total_steps=21, start_fraction=0.05, end_fraction=0.01, warmup_fraction=0.3)

one_cycle_lr = Primitive(
    title="A learning rate that rises to its maximum and falls far below its start, in one cycle",
    inputs=(Count("iteration", flows=True),),
    options=(
        Real("max_lr", low=0),
        Count("total_steps", low=1),
        Real("start_fraction", 0.1, low=0, high=1),
        Real("end_fraction", 1e-4, low=0, high=1),
        Real("warmup_fraction", 0.5, low=0, high=1),
    ),
    outputs=(Output("rate", ""),),
    conventions=(
        Convention(
            "anneal",
            "How the rate moves from one end of a phase to the other",
            linear="along a straight line: Smith, Géron, PyTorch's anneal_strategy='linear', Optax's linear_onecycle",
            cosine="along half a cosine: PyTorch's default, fastai, Optax's cosine_onecycle",
        ),
        Convention(
            "phases",
            "How many phases there are",
            two="up, then down to the end: PyTorch's default, fastai",
            three="up, down to the start, then to a thousandth of it: Géron's Hands-On Machine Learning",
        ),
    ),
    excluded=({"anneal": "cosine", "phases": "three"},),
    cases=(
        Case("start", iteration=0, max_lr=0.5, total_steps=20, hunts="a first rate that is 0 or the maximum"),
        Case("second iteration", iteration=1, max_lr=0.5, total_steps=20, hunts="an iteration counted from 1"),
        Case("at the maximum", iteration=9, max_lr=0.5, total_steps=20, hunts="a maximum that is one late"),
        Case("after the maximum", iteration=10, max_lr=0.5, total_steps=20, hunts="a rate that stays at the maximum"),
        Case("last iteration", iteration=19, max_lr=0.5, total_steps=20, hunts="an end that is never reached"),
        Case("last but one", iteration=18, max_lr=0.5, total_steps=20, hunts="an end at total in place of total − 1"),
        Case(
            "every iteration",
            steps=21,
            iteration=counting(0, 21),
            **ODD,
            hunts="a curve that starts right and bends wrongly, with its maximum between two iterations",
        ),
        Case(
            "long warm-up",
            steps=4,
            iteration=each([3, 14, 16, 22]),
            max_lr=2.0,
            total_steps=24,
            warmup_fraction=0.75,
            hunts="a maximum that is always in the middle",
        ),
        Case(
            "from nothing to nothing",
            steps=4,
            iteration=each([0, 4, 9, 15]),
            max_lr=0.5,
            total_steps=16,
            start_fraction=0.0,
            end_fraction=0.0,
            hunts="a fraction of 0 that is taken for one not given",
        ),
        Case(
            "from the maximum",
            steps=3,
            iteration=each([0, 3, 12]),
            max_lr=0.5,
            total_steps=16,
            start_fraction=1.0,
            hunts="a start that is built in",
        ),
        Case(
            "maximum of one",
            steps=3,
            iteration=each([2, 7, 12]),
            max_lr=1.0,
            total_steps=16,
            hunts="anything but fractions that are taken as rates",
        ),
        Case(
            "shortest",
            steps=4,
            iteration=each([0, 1, 2, 3]),
            max_lr=0.5,
            total_steps=4,
            warmup_fraction=0.75,
            hunts="phases of one or two iterations that divide by zero",
        ),
        Case(
            "four iterations",
            steps=4,
            iteration=each([0, 1, 2, 3]),
            max_lr=0.5,
            total_steps=4,
            hunts="a maximum at the second iteration that is refused",
        ),
        Case(
            "ten to the fourth",
            steps=3,
            iteration=each([100, 5_000, 9_999]),
            max_lr=0.4,
            total_steps=10_000,
            warmup_fraction=0.3,
            hunts="an end that is off by one over a whole training",
        ),
        Case("rate of zero", iteration=7, max_lr=0.0, total_steps=20, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=5,
            iteration=each([0, 2, 4, 7, 9]),
            max_lr=8.0,
            total_steps=10,
            start_fraction=0.125,
            end_fraction=0.03125,
            hunts="anything: u = 4; the rates are 1, 4½, 8, ¼ + 7¾·⅖ and ¼; the cosine's 1, 4½, 8, … and ¼",
        ),
    ),
    laws=(
        Law(
            "the first rate is the start",
            lambda rate, max_lr, start_fraction: rate - start_fraction * max_lr,
            hunts="a cycle that starts anywhere but at start_fraction·max_lr",
            where=lambda iteration: iteration == 0,
        ),
        Law(
            "no rate is above the maximum",
            lambda rate, max_lr: (rate - max_lr).clip(min=0),
            hunts="a rate beyond the maximum",
        ),
        Law(
            "the last rate is the end",
            lambda rate, max_lr, end_fraction: rate - end_fraction * max_lr,
            hunts="a cycle that ends anywhere but at end_fraction·max_lr",
            where=lambda iteration, total_steps, phases: phases == "two" and iteration == total_steps - 1,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, max_lr=0.5, total_steps=20, hunts="an iteration before the first"),
        Reject("beyond the end", iteration=20, max_lr=0.5, total_steps=20, hunts="an iteration after the last"),
        Reject("negative rate", iteration=0, max_lr=-0.5, total_steps=20, hunts="a learning rate below 0"),
        Reject("no steps", iteration=0, max_lr=0.5, total_steps=0, hunts="a cycle without iterations"),
        Reject(
            "start above the maximum",
            iteration=0,
            max_lr=0.5,
            total_steps=20,
            start_fraction=1.5,
            hunts="a start that is no fraction",
        ),
        Reject(
            "negative end", iteration=0, max_lr=0.5, total_steps=20, end_fraction=-0.1, hunts="an end that is below 0"
        ),
        Reject(
            "no warm-up",
            iteration=1,
            max_lr=0.5,
            total_steps=20,
            warmup_fraction=0.05,
            when={"phases": "two"},
            hunts="a maximum at the first iteration: a division by zero",
        ),
        Reject(
            "a maximum before the start",
            iteration=0,
            max_lr=0.5,
            total_steps=3,
            warmup_fraction=0.0625,
            when={"phases": "two"},
            hunts="a maximum before the first iteration",
        ),
        Reject(
            "more than all for warm-up",
            iteration=1,
            max_lr=0.5,
            total_steps=20,
            warmup_fraction=1.5,
            hunts="a share above 1, even where it is not used",
        ),
        Reject(
            "nothing but warm-up",
            iteration=1,
            max_lr=0.5,
            total_steps=20,
            warmup_fraction=1.0,
            when={"phases": "two"},
            hunts="a maximum at the last iteration: a division by zero",
        ),
        Reject(
            "the second of two iterations",
            iteration=1,
            max_lr=0.5,
            total_steps=2,
            when={"phases": "three"},
            hunts="a rise without iterations that is over",
        ),
        Reject(
            "too short for three phases",
            iteration=0,
            max_lr=0.5,
            total_steps=2,
            when={"phases": "three"},
            hunts="a phase without iterations: a division by zero",
        ),
    ),
    cost=Cost(flops=lambda: 8, moved=lambda itemsize: 6 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, a third of 10,000 iterations", iteration=3_333, max_lr=0.1, total_steps=10_000),
        small=Size("ResNet-56 on CIFAR-10, Smith's 10,000 iterations", iteration=9_000, max_lr=3.0, total_steps=10_000),
        large=Size("ResNet-50, the last of 90 epochs", iteration=450_449, max_lr=0.4, total_steps=450_450),
    ),
)
