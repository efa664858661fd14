"""One step of a walk: the position moves by rate·push, and the number of steps is counted."""

from primcheck.spec import Case, Output, Primitive, Real, Reject, Tensor, constant, each, normal

walk = Primitive(
    title="One step of a walk",
    inputs=(Tensor("position"), Tensor("push")),
    options=(Real("rate", 0.5, low=0),),
    outputs=(Output("position"),),
    cases=(
        Case("one step", size=(3,), hunts="the wrong direction"),
        Case(
            "five steps",
            size=(3,),
            steps=5,
            position=constant(0),
            rate=each([0.5, 0.5, 0.1]),
            hunts="a position kept inside",
        ),
        Case("fourfold", size=(2,), push=normal(std=4), hunts="a push that is cut"),
    ),
    rejects=(Reject("backwards", size=(2,), rate=-1.0, hunts="a negative rate"),),
)
