"""A toy whose inputs come from a library that nobody has."""

from primcheck.faults import MissingLibrary
from primcheck.spec import Case, Draw, Output, Primitive, Tensor


def _missing(*_):
    raise MissingLibrary("the numbers come with a library that is not installed")


absent = Primitive(
    title="What cannot be asked",
    inputs=(Tensor("x", "2", draw=Draw(_missing)),),
    outputs=(Output("same", "2"),),
    cases=(Case("two numbers", hunts="nothing at all"),),
)
