"""Multiply by a factor: y = factor·x, or by its inverse where the convention says so."""

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    given,
    normal,
    of_shape,
)

scale = Primitive(
    title="Multiply by a factor",
    inputs=(Tensor("x"), Tensor("y")),
    options=(Real("factor", 2.0, low=0, open_low=True),),
    outputs=(Output("product"), Output("sum")),
    conventions=(Convention("way", "Which way the factor works", times="most people", over="some people"),),
    cases=(
        Case("plain", size=(3, 2), hunts="nothing in particular"),
        Case("third", size=(2,), factor=1 / 3, hunts="a factor that is built in"),
        Case("unit", size=(4,), factor=1.0, hunts="nothing, the factor cannot be seen"),
        Case("not a number", x=given([float("nan"), 1.0, float("inf")]), hunts="NaN and infinity that are lost"),
        Case("whole numbers", x=given([1.0, -2.0]), y=given([4.0, 8.0]), exact=True, hunts="anything, to the bit"),
        Case("empty", size=(0,), hunts="an empty array"),
    ),
    laws=(
        Law("product and sum differ by y", lambda x, product, sum, y: sum - product - y, hunts="a sum that is not one"),
    ),
    rejects=(
        Reject("no factor", size=(2,), factor=0.0, hunts="a factor of 0"),
        Reject("other shape", size=(2,), y=of_shape((3,), normal()), hunts="shapes that do not fit"),
    ),
    cost=Cost(flops=lambda size: 2 * size[0], moved=lambda size, itemsize: 4 * itemsize * size[0]),
    sizes=dict(tiny=Size("a toy", size=(50,)), small=Size("a larger toy", size=(5000,))),
    independent="*",
)
