"""The scaled exponential linear unit, and its gradient."""

import numpy as np

from ._checks import require_choice, require_same_shape

ALPHA = 1.6732632423543772
LAMBDA = 1.0507009873554805


def selu(x: np.ndarray) -> np.ndarray:
    """Scale the positive elements by λ and bend the negative ones towards −λα.

    Args:
        x: any shape.

    Returns:
        y = λx where x > 0, and λα(eˣ − 1) elsewhere, of x's shape.

    Source: Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, NIPS 2017, equation 2.
    """
    return LAMBDA * np.where(x > 0, x, ALPHA * (np.exp(np.minimum(x, 0)) - 1))


def selu_backward(dy: np.ndarray, x: np.ndarray, *, at_zero: str = "lambda_alpha") -> np.ndarray:
    """Scale the gradient by λ where x is positive, and let it fade elsewhere.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.
        at_zero: the slope at exactly 0: "lambda_alpha" or "lambda".

    Returns:
        dx, of x's shape: λ · dy where x > 0, and λα · eˣ · dy where x < 0.

    Raises:
        ValueError: dy and x differ in shape, or at_zero is unknown.

    Source: Klambauer, Unterthiner, Mayr and Hochreiter 2017; the slope at 0 as in PyTorch 2.13 and JAX 0.10
    (lambda_alpha) and TensorFlow 2.21 (lambda).
    """
    require_same_shape(dy, x)
    require_choice("at_zero", at_zero, ("lambda_alpha", "lambda"))
    straight = x >= 0 if at_zero == "lambda" else x > 0
    # f′ = f + α, as for elu: what this loses in rounding, code that keeps y for the backward may lose too.
    bent = ALPHA * (np.exp(np.minimum(x, 0)) - 1) + ALPHA
    return LAMBDA * dy * np.where(straight, np.ones_like(x), bent)
