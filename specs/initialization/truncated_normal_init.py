"""Initialization by normal draws without tails: what lies more than two standard deviations out is drawn again.

    w ~ N(mean, σ²) given that |w − mean| ≤ 2σ, independently

`shape` is any sequence of sizes ≥ 0; the result is a new float64 array of that shape. Cutting shrinks the spread: the
standard deviation of the result is σ·√(1 − 4φ(2)/(2Φ(2) − 1)) = 0.87962566103423978·σ. Whether `std` is σ or that of the
result is a convention. `rng` is the numpy.random.Generator to draw from: equal generators give equal weights; which ones
is up to the implementation.

Where libraries differ:
    - The scale is a convention: Keras' TruncatedNormal, JAX' truncated_normal and TensorFlow's random.truncated_normal take
      std as σ; Keras' and TensorFlow's VarianceScaling and JAX' variance_scaling divide it by 0.8796….
    - PyTorch's trunc_normal_ cuts at absolute bounds, −2 and 2 unless told otherwise: at std 0.02 nothing is cut at all, and
      at std 1 the result has 0.8796 and is not rescaled. Its bounds have to be said to be two standard deviations.
    - The defaults are mean 0 and std 1 in PyTorch, as here; Keras has std 0.05, JAX 0.01. The scale of TensorFlow 1's
      variance_scaling_initializer, which is cut and widened again, is 1.
    - Clipping is another operation: it would leave one draw in twenty exactly on a bound.

Edge cases: with std = 0 every weight is the mean itself. A shape without axes gives a 0-d array, a size of 0 an empty one.

Keras 3.15, keras.initializers.TruncatedNormal; the moments: Johnson, Kotz and Balakrishnan, Continuous Univariate
Distributions 1, 2nd ed. 1994, §13.10.1.
"""

from primcheck.spec import Case, Convention, Counts, Law, Primitive, Real, Reject, Rng, Statistic, TruncatedNormal

from ._depth import LAYER_BY_LAYER
from ._weights import COST, SIZES, STD_OF_TRUNCATED, WEIGHTS, negative_sizes


def sigma(std, scale):
    """Return the standard deviation before the cut."""
    return {"plain": std, "unit_variance": std / STD_OF_TRUNCATED}[scale]


def law(mean, std, scale):
    """Return the law of the weights."""
    return TruncatedNormal(mean, sigma(std, scale))


truncated_normal_init = Primitive(
    title="Initialization by normal draws without tails",
    inputs=(Counts("shape"),),
    options=(Real("mean", 0.0), Real("std", 1.0, low=0), Rng()),
    outputs=(WEIGHTS,),
    conventions=(
        Convention(
            "scale",
            "Whether std is the standard deviation before the cut or after it",
            plain="before: Keras' TruncatedNormal, JAX' truncated_normal, TensorFlow's random.truncated_normal, PyTorch",
            unit_variance="after: Keras', TensorFlow's and JAX' variance scaling",
        ),
    ),
    cases=(
        Case("dense layer", shape=(3, 4), hunts="weights of another shape or type than asked for"),
        Case("convolution", shape=(4, 3, 2, 5), std=0.01, hunts="a row in place of the whole shape"),
        Case("one axis", shape=(7,), std=0.01, hunts="code that needs two axes"),
        Case("one weight", shape=(1, 1), mean=1.0, hunts="an axis that is squeezed away"),
        Case("no axes", shape=(), mean=-1.0, std=2.0, hunts="a scalar parameter"),
        Case("no units", shape=(4, 0), hunts="an empty layer that makes the redrawing wait for ever"),
        Case("std of zero", shape=(3, 5), mean=0.25, std=0.0, hunts="a division by std, or a std taken for not given"),
    ),
    laws=(
        Law(
            "a std of zero gives the mean",
            lambda weights, mean: weights - mean,
            hunts="a mean that is scaled or left out, or noise that std does not scale",
            where=lambda std: std == 0,
            exact=True,
        ),
        Law(
            "weights stay within two standard deviations",
            lambda weights, mean, std, scale: (abs(weights - mean) - 2 * sigma(std, scale)).clip(min=0),
            hunts="tails that are not cut, or cut elsewhere",
            where=lambda shape: 0 not in shape,
        ),
    ),
    rejects=(
        *negative_sizes(),
        Reject("negative std", shape=(3, 4), std=-1.0, hunts="a standard deviation below 0"),
        Reject("std of NaN", shape=(3, 4), std=float("nan"), hunts="a standard deviation that is no number"),
    ),
    statistics=(
        Statistic(
            "by default",
            hunts="other defaults than mean 0 and std 1; tails that are piled up at the bounds",
            of="weights",
            law=law,
            values=dict(shape=(500, 400)),
        ),
        Statistic(
            "small weights, off centre",
            hunts="bounds that do not move with the mean or do not scale with std; a result that is rescaled, or is not",
            of="weights",
            law=law,
            values=dict(shape=(40, 20, 5, 50), mean=2.0, std=0.02),
        ),
    ),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
