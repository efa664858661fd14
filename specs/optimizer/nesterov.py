"""One step of gradient descent with Nesterov's momentum: the gradient is taken where the velocity leads.

    v ← µ·v − α·g
    θ ← θ + µ·v − α·g          with the v just computed

θ is the parameter `param`, of any shape, g its gradient `grad`, taken at θ, and v its velocity `velocity`, both shaped
like θ; every element stands alone. α is the learning rate `lr` ≥ 0; µ is `momentum`, 0 ≤ µ < 1, the share of the old
velocity that is kept. The results are the new θ and the new v; the arguments are left as they were. The velocity starts
as zeros.

Nesterov takes the gradient at a point ahead, φ + µ·v, and moves φ. Nobody wants to compute a gradient elsewhere than at
the parameter, so libraries keep the point ahead, θ = φ + µ·v, as the parameter: then the gradient is the ordinary one,
and the move above takes θ from one point ahead to the next.

Where libraries differ:
    - Where the learning rate stands is a convention, as in classical momentum. Inside the velocity, as above. Or
      outside it: v ← µ·v + g, θ ← θ − α·(g + µ·v). Both move θ alike as long as α stays what it is, not once it
      changes; their velocities differ from the start, in sign and scale.
    - CS231n writes the move as −µ·v_old + (1 + µ)·v, Caffe as (1 + µ)·h − µ·h_old with h = −v, Deep Learning from
      Scratch as µ²·v_old − (1 + µ)·α·g: all the same as above.
    - PyTorch refuses Nesterov's momentum with µ = 0, and with dampening.
    - PyTorch's lr is 1e-3 unless given; Keras' is 0.01, as here, and its momentum 0.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α and µ in float32, whatever θ is: up to 3e-6 off where it is
      float64.

Edge cases: with µ = 0 it is plain gradient descent, and the velocity is −α·g (or g). An element whose gradient is 0
still moves by µ·v. A NaN in the gradient spoils its own element, no other.

Nesterov, A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²), Soviet Mathematics Doklady 27
(1983), 372–376; in this form Bengio, Boulanger-Lewandowski and Pascanu, Advances in Optimizing Recurrent Networks,
ICASSP 2013, arXiv:1212.0901, eq. (7).
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Tensor,
    constant,
    each,
    given,
    normal,
)

from ._layers import layer_sizes
from ._usual import bounded_rejects, usual_cases, usual_rejects

FRESH = dict(velocity=constant(0))
RUNNING = dict(velocity=normal(std=0.1))

nesterov = Primitive(
    title="One step of gradient descent with Nesterov's momentum",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("velocity", draw=normal(std=0.1))),
    options=(Real("lr", 0.01, low=0), Real("momentum", 0.9, low=0, high=1, open_high=True)),
    outputs=(Output("param"), Output("velocity")),
    conventions=(
        Convention(
            "form",
            "Where the learning rate stands",
            lr_inside="v = µv − lr·g, p + µv − lr·g: Keras, Caffe, CS231n, Deep Learning from Scratch",
            lr_outside="v = µv + g, p − lr·(g + µv): PyTorch, Optax, TensorFlow 1",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, hunts="a first step that is not (1 + µ)·α·g long"),
        Case("second step", size=(3, 4), **RUNNING, hunts="an old velocity that is forgotten or does not look ahead"),
        Case("large rate", size=(3, 4), **RUNNING, lr=0.5, hunts="a rate that is built in, or scales the old velocity"),
        Case("strong momentum", size=(3, 4), **RUNNING, lr=0.1, momentum=0.99, hunts="a momentum that is built in"),
        Case(
            "half momentum",
            size=(3, 4),
            **RUNNING,
            lr=0.1,
            momentum=0.5,
            hunts="anything but µ and 1 − µ exchanged, which are the same here",
        ),
        Case(
            "no momentum",
            size=(3, 4),
            **RUNNING,
            lr=0.1,
            momentum=0.0,
            hunts="a velocity that acts though nothing of it is kept",
        ),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([0.5, -1.0]),
            velocity=given([2.0, 0.25]),
            lr=0.25,
            momentum=0.5,
            exact=True,
            hunts="anything: v = ½·2 − ¼·½ = ⅞, p = 1 + 7/16 − ⅛ = 1 5/16; rate outside: v = 1½, p = 1 − ¼·1¼ = 11/16",
        ),
        *usual_cases(FRESH, RUNNING),
        Case(
            "ten steps, rising momentum",
            size=(4, 3),
            **FRESH,
            steps=10,
            lr=0.05,
            momentum=each([0.5] * 3 + [0.9] * 4 + [0.99] * 3),
            hunts="a momentum that is kept from the first step",
        ),
    ),
    laws=(
        Law(
            "the parameter moves by the velocity ahead",
            lambda param, next_param, next_velocity, grad, lr, momentum, form: (
                next_param
                - param
                + lr * grad
                + (-momentum * next_velocity if form == "lr_inside" else lr * momentum * next_velocity)
            ),
            hunts="a velocity handed back that is not the one the parameter looked along",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "without momentum it is gradient descent",
            lambda param, next_param, grad, lr: next_param - param + lr * grad,
            hunts="an old velocity that acts though momentum is 0",
            where=lambda momentum: momentum == 0,
        ),
    ),
    rejects=(*usual_rejects("velocity"), *bounded_rejects(momentum=(-0.5, 1.0, 1.5))),
    cost=Cost(flops=lambda size: 7 * np.prod(size), moved=lambda size, itemsize: 5 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
