"""What mistaken detections get right: areas, and the sides of what two boxes share."""

import numpy as np


def pixel_of(edges):
    """What the last pixel adds to every width and height."""
    return 1 if edges == "inclusive" else 0


def area(boxes, pixel=0):
    """One area per box; `pixel` is added to width and height."""
    return (boxes[..., 2] - boxes[..., 0] + pixel) * (boxes[..., 3] - boxes[..., 1] + pixel)


def common_sides(a, b, pixel=0):
    """Width and height of what each box of a shares with each of b, (len a, len b, 2); below 0 where they are apart."""
    return np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2]) + pixel


def common_area(a, b, pixel=0):
    """The area that each box of a shares with each of b."""
    sides = np.maximum(common_sides(a, b, pixel), 0)
    return sides[..., 0] * sides[..., 1]


def both_areas(a, b, pixel=0):
    """The areas of each box of a and each of b, added up."""
    return area(a, pixel)[:, None] + area(b, pixel)


def quotient(common, union):
    """The quotient, and 0 where nothing is shared or there is nothing to divide by."""
    fine = (common != 0) & (union != 0)
    return np.where(fine, common / np.where(fine, union, 1), 0)


def overlap(a, b, pixel=0):
    """The right intersection over union."""
    common = common_area(a, b, pixel)
    return quotient(common, both_areas(a, b, pixel) - common)
