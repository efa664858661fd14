"""Toys whose arguments and results have unusual forms: a list of arrays, a length that the values decide, a shape."""

from primcheck.spec import Case, Counts, Output, Primitive, Tensor, given

double_all = Primitive(
    title="Double every array of a list",
    inputs=(Tensor("first", "m n", within="arrays"), Tensor("second", "k", within="arrays")),
    outputs=(Output("first_doubled", "m n"), Output("second_doubled", "k")),
    cases=(Case("two arrays", m=2, n=3, k=4, hunts="a list that is taken apart"),),
)

positive_indices = Primitive(
    title="Where the positive numbers are",
    inputs=(Tensor("x", "n", flows=False),),
    outputs=(Output("indices", "?", dtype="int"),),
    cases=(
        Case("two of three", x=given([1.0, -1.0, 2.0]), hunts="indices that are too many or too few"),
        Case("none", x=given([-1.0, -2.0]), hunts="an empty result that is forgotten"),
    ),
)

doubled_shape = Primitive(
    title="Twice each length of a shape",
    inputs=(Counts("shape"),),
    outputs=(Output("doubled", "?", dtype="int"), Output("count", "", dtype="int")),
    cases=(Case("three axes", shape=(2, 3, 4), hunts="one axis that is left as it was"),),
)
