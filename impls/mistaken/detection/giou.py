"""Mistakes people make in giou: IoU − (E − U)/E, U the union of two boxes and E the box around both."""

import numpy as np

from ._boxes import both_areas, common_area, common_sides, overlap, quotient


def intersection_over_union_only(a, b):
    """You left out the box around both, so that boxes that are apart are all the same.

    Subtract the share of it that neither covers.
    IoU − (E − U)/E.
    """
    return overlap(a, b)


def gap_added(a, b):
    """You added the share that neither covers: boxes farther apart match better.

    Subtract it.
    IoU − (E − U)/E.
    """
    return overlap(a, b) + quotient(_around(a, b) - _union(a, b), _around(a, b))


def gap_over_the_union(a, b):
    """You divided the gap by the union, so that it grows beyond all bounds.

    Divide by the box around both.
    IoU − (E − U)/E.
    """
    return overlap(a, b) - quotient(_around(a, b) - _union(a, b), _union(a, b))


def intersection_for_union_in_the_gap(a, b):
    """You subtracted the intersection from the box around both, where the union belongs.

    The gap is what neither box covers.
    IoU − (E − U)/E, not (E − I)/E.
    """
    return overlap(a, b) - quotient(_around(a, b) - common_area(a, b), _around(a, b))


def intersection_counted_twice_in_the_union(a, b):
    """You added up both areas and left the intersection in twice.

    Subtract it once.
    U = area a + area b − intersection.
    """
    common, around, union = common_area(a, b), _around(a, b), both_areas(a, b)
    return quotient(common, union) - quotient(around - union, around)


def cut_off_at_zero(a, b):
    """You cut the result off at 0, and with it what giou tells about boxes that are apart.

    It lies between −1 and 1.
    IoU − (E − U)/E.
    """
    return np.maximum(_right(a, b), 0)


def as_a_loss(a, b):
    """You returned the loss, 1 less the value.

    Return the value: 1 for a perfect match.
    IoU − (E − U)/E.
    """
    return 1 - _right(a, b)


def sides_not_cut_off_at_zero(a, b):
    """You multiplied the sides of the intersection without cutting them off at 0.

    Boxes that are apart share nothing, whichever way they are apart.
    max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1)).
    """
    sides = common_sides(a, b)
    common, around = sides[..., 0] * sides[..., 1], _around(a, b)
    union = both_areas(a, b) - common
    return quotient(common, union) - quotient(around - union, around)


def nothing_divided_by_nothing(a, b):
    """You divided without looking: boxes without area give 0/0, NaN.

    Each quotient is 0 where its denominator is.
    IoU − (E − U)/E, with 0 for 0/0.
    """
    around, union = _around(a, b), _union(a, b)
    with np.errstate(invalid="ignore"):
        return common_area(a, b) / union - (around - union) / around


def distance_of_the_centres(a, b):
    """You subtracted the squared distance of the centres over the squared diagonal: that is DIoU.

    Subtract the share of the box around both that neither covers.
    IoU − (E − U)/E.
    """
    middle = ((a[:, :2] + a[:, 2:])[:, None] - (b[:, :2] + b[:, 2:])[None]) / 2
    return overlap(a, b) - quotient(np.sum(middle**2, axis=2), np.sum(_sides_around(a, b) ** 2, axis=2))


def _sides_around(a, b):
    return np.maximum(a[:, None, 2:], b[None, :, 2:]) - np.minimum(a[:, None, :2], b[None, :, :2])


def _around(a, b):
    sides = _sides_around(a, b)
    return sides[..., 0] * sides[..., 1]


def _union(a, b):
    return both_areas(a, b) - common_area(a, b)


def _right(a, b):
    return overlap(a, b) - quotient(_around(a, b) - _union(a, b), _around(a, b))
