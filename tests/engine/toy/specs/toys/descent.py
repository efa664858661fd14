"""A program that runs on a toy: it scales again and again, and its law says where it must arrive."""

import numpy as np

from primcheck.spec import Case, Count, Law, Output, Primitive, Tensor, given

descent = Primitive(
    title="Scale by a tenth until it is small",
    uses=("scale",),
    inputs=(Tensor("x", "2", draw=given([1.0, 3.0])),),
    options=(Count("rounds", default=3, low=1),),
    outputs=(Output("history", "?", settles=True),),
    cases=(
        Case("three steps", hunts="a scale that drifts"),
        Case("nine steps", hunts="a scale that drifts slowly", after=("three steps", 0.5), rounds=9),
        Case("forty steps", hunts="a scale that never arrives", after=("three steps", 0.5), compared=False, rounds=40),
    ),
    laws=(
        Law("arrives", lambda history: np.maximum(history[-1:] - 1e-30, 0), hunts="a walk that does not arrive",
            where=lambda rounds: rounds > 30, exact=True),
    ),
)  # fmt: skip
