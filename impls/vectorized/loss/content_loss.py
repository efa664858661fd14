"""The content loss in NumPy."""

from ._checks import require_choice, require_maps, require_same_shape
from ._numbers import quotient


def content_loss(content, generated, *, scale="half"):
    """One temporary, squared in place and added up pairwise, which keeps long sums accurate."""
    divisor = _divisor(content, generated, scale)
    difference = (generated - content).ravel(order="K")
    difference *= difference
    return quotient(difference.sum(), divisor)


def content_loss_backward(content, generated, *, scale="half"):
    """The difference, scaled in place by one factor."""
    divisor = _divisor(content, generated, scale)
    difference = generated - content
    difference *= quotient(2, divisor)
    return difference


def _divisor(content, generated, scale):
    require_maps(content=content)
    require_same_shape(content=content, generated=generated)
    require_choice("scale", scale, ("half", "quarter_volume", "mean"))
    return {"half": 2, "quarter_volume": 4 * content.size, "mean": content.size}[scale]
