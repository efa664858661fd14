"""Keep each element with the given chance, else make it 0; the mask tells which were kept."""

import numpy as np

from primcheck.spec import Bernoulli, Case, Law, Output, Primitive, Real, Reject, Rng, Statistic, Tensor

coin = Primitive(
    title="Keep by chance",
    inputs=(Tensor("x"),),
    options=(Real("chance", low=0, high=1), Rng()),
    outputs=(Output("y"), Output("mask", dtype="bool")),
    cases=(Case("half", size=(4, 4), chance=0.5, hunts="the wrong shape"),),
    laws=(Law("kept or zero", lambda x, y, mask: y - np.where(mask, x / 3, 0), hunts="values that are changed"),),
    rejects=(Reject("chance of two", size=(2,), chance=2.0, hunts="a chance above 1"),),
    statistics=(
        Statistic(
            "many", hunts="the wrong chance", of="mask", law=lambda chance: Bernoulli(chance),
            values=dict(size=(256, 1024), chance=0.75),
        ),
    ),
)  # fmt: skip
