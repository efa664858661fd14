"""What every optimizer step is asked, whatever its formula: special gradients, empty and scalar parameters, walks."""

from primcheck.spec import (
    Case,
    Reject,
    choice,
    constant,
    counting,
    each,
    given,
    mostly,
    normal,
    of_shape,
    uniform,
    varying,
)

FELT = uniform(0.5, 2.0)
"""A gradient that is not small beside the state: with β = 0, m + (1 − β)·(g − m) is rounded to the digits of m."""


def usual_cases(
    fresh: dict[str, object], running: dict[str, object], *, lr: float = 0.1, counted: bool = False
) -> tuple[Case, ...]:
    """Return the cases that every step is asked, given its state before the first step and in the midst of training."""
    return (
        Case(
            "rate of zero",
            size=(3, 4),
            **running,
            **_at(counted, 5),
            lr=0.0,
            hunts="a state that stands still, or a parameter that moves, when the rate is 0",
        ),
        Case(
            "zero gradient",
            size=(3, 4),
            **running,
            **_at(counted, 5),
            lr=lr,
            grad=constant(0),
            hunts="a state that stops moving when the gradient is 0",
        ),
        Case(
            "zero gradient, fresh state",
            size=(3, 4),
            **fresh,
            **_at(counted, 1),
            lr=lr,
            grad=constant(0),
            hunts="0/0, or a parameter that moves with neither gradient nor history",
        ),
        Case(
            "tiny gradient",
            size=(3, 4),
            **fresh,
            **_at(counted, 1),
            lr=lr,
            grad=normal(std=1e-8),
            hunts="a gradient of 1e-8 that is rounded to 0, and the place of ε",
        ),
        Case(
            "huge gradient",
            size=(3, 4),
            **running,
            **_at(counted, 5),
            lr=lr,
            grad=normal(std=1e15),
            hunts="an overflow, or a gradient that is clipped",
        ),
        Case(
            "NaN in the gradient",
            size=(4,),
            **running,
            **_at(counted, 5),
            lr=lr,
            grad=given([0.5, float("nan"), -1.0, 0.0]),
            hunts="a NaN that is swallowed, or that spreads to other elements",
        ),
        Case(
            "no parameters",
            size=(0,),
            **fresh,
            **_at(counted, 1),
            lr=lr,
            hunts="an empty layer that makes the step fail",
        ),
        Case(
            "scalar parameter",
            size=(),
            **running,
            **_at(counted, 5),
            lr=lr,
            hunts="a parameter without axes, such as a single bias",
        ),
        Case(
            "ten steps",
            size=(4, 3),
            **fresh,
            **_from(counted, 1, 10),
            lr=lr,
            hunts="state carried wrongly from step to step",
        ),
        Case(
            "ten steps, sparse gradients",
            size=(4, 3),
            **fresh,
            **_from(counted, 1, 10),
            lr=lr,
            grad=mostly(constant(0), 0.3, normal()),
            hunts="a state that is updated only where the gradient is not 0",
        ),
        Case(
            "ten steps, changing rate",
            size=(4, 3),
            **fresh,
            **_from(counted, 1, 10),
            lr=each([lr] * 5 + [lr / 8] * 5),
            hunts="a learning rate that is kept from the first step, or folded into the state",
        ),
        Case(
            "twelve steps resumed",
            size=(3, 4),
            **running,
            **_from(counted, 42, 12),
            lr=lr,
            grad=varying(normal(), normal(std=1e-6), constant(0), choice(-3, 3), normal(std=1e6)),
            hunts="a state or a counter kept inside, where the caller resumes from a saved one",
        ),
    )


def usual_rejects(*states: str, counted: bool = False) -> tuple[Reject, ...]:
    """Return the bad inputs that every step should refuse: shapes that do not fit, a negative rate, a step before 1."""
    return (
        Reject(
            "gradient of another shape",
            size=(3, 4),
            grad=of_shape((4,)),
            **_at(counted, 1),
            hunts="a gradient that broadcasts",
        ),
        *(
            Reject(
                f"{name} of another shape",
                size=(3, 4),
                **{name: of_shape((1, 4), constant(1))},
                **_at(counted, 1),
                hunts=f"a state that broadcasts: {name}",
            )
            for name in states
        ),
        *(
            Reject(
                f"{name} transposed",
                size=(3, 4),
                **{name: of_shape((4, 3), constant(1))},
                **_at(counted, 1),
                hunts=f"as many elements in another shape: {name}",
            )
            for name in ("grad", *states)
        ),
        Reject("negative rate", size=(3,), lr=-0.1, **_at(counted, 1), hunts="a learning rate below 0, which climbs"),
        *(
            Reject(name, size=(3,), step=step, hunts="a step counted from 0")
            for name, step in (("step zero", 0), ("negative step", -1))
            if counted
        ),
    )


def bounded_rejects(counted: bool = False, **options: tuple[float, ...]) -> tuple[Reject, ...]:
    """Return a reject for every value given of every option."""
    return tuple(
        Reject(
            f"{name} of {value:g}",
            size=(3,),
            **{name: value},
            **_at(counted, 1),
            hunts=f"a {name} out of range that is taken as it comes",
        )
        for name, values in options.items()
        for value in values
    )


def _at(counted: bool, step: int) -> dict[str, object]:
    return dict(step=step) if counted else {}


def _from(counted: bool, step: int, steps: int) -> dict[str, object]:
    return dict(steps=steps, step=counting(step, steps)) if counted else dict(steps=steps)
