"""Mistakes people make in iou: the intersection of two boxes divided by their union, for all pairs."""

import numpy as np

from ._boxes import area, both_areas, common_area, common_sides, overlap, pixel_of, quotient


def sides_not_cut_off_at_zero(a, b, *, edges="continuous"):
    """You multiplied width and height of the intersection without cutting them off at 0.

    Two boxes that are apart in x and in y have two negative sides, whose product is a positive area; apart in one
    direction only, they get a negative one.
    max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1)).
    """
    sides = common_sides(a, b, pixel_of(edges))
    common = sides[..., 0] * sides[..., 1]
    return quotient(common, both_areas(a, b, pixel_of(edges)) - common)


def area_cut_off_at_zero(a, b, *, edges="continuous"):
    """You cut off the intersection's area at 0, not its sides: boxes apart in x and in y seem to overlap.

    Two negative sides have a positive product, so cut off each side before you multiply.
    max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1)).
    """
    sides = common_sides(a, b, pixel_of(edges))
    common = np.maximum(sides[..., 0] * sides[..., 1], 0)
    return quotient(common, both_areas(a, b, pixel_of(edges)) - common)


def absolute_sides(a, b, *, edges="continuous"):
    """You took absolute values of the intersection's sides: the gap between two boxes counts as overlap.

    A negative side means that nothing is shared, so make it 0.
    max(0, min(x2) − max(x1)), not |min(x2) − max(x1)|.
    """
    sides = np.abs(common_sides(a, b, pixel_of(edges)))
    common = sides[..., 0] * sides[..., 1]
    return quotient(common, both_areas(a, b, pixel_of(edges)) - common)


def intersection_counted_twice_in_the_union(a, b, *, edges="continuous"):
    """You added up both areas and left the intersection in twice.

    What both boxes cover is part of both areas: subtract it once.
    union = area a + area b − intersection.
    """
    return quotient(common_area(a, b, pixel_of(edges)), both_areas(a, b, pixel_of(edges)))


def over_the_first_box(a, b, *, edges="continuous"):
    """You divided by the area of the first box, not by the union.

    That measures how much of a is covered, so that a small box within a large one seems to fit perfectly.
    intersection / (area a + area b − intersection).
    """
    return quotient(common_area(a, b, pixel_of(edges)), area(a, pixel_of(edges))[:, None])


def over_the_smaller_box(a, b, *, edges="continuous"):
    """You divided by the smaller area, not by the union.

    A small box within a large one then seems to fit perfectly.
    intersection / (area a + area b − intersection).
    """
    return quotient(
        common_area(a, b, pixel_of(edges)), np.minimum(area(a, pixel_of(edges))[:, None], area(b, pixel_of(edges)))
    )


def over_the_enclosing_box(a, b, *, edges="continuous"):
    """You divided by the box around both, which also covers corners that belong to neither.

    The union is only what one of the boxes covers.
    union = area a + area b − intersection.
    """
    sides = np.maximum(a[:, None, 2:], b[None, :, 2:]) - np.minimum(a[:, None, :2], b[None, :, :2]) + pixel_of(edges)
    return quotient(common_area(a, b, pixel_of(edges)), sides[..., 0] * sides[..., 1])


def pixel_added_to_the_areas_only(a, b):
    """You added 1 to the sides of the boxes but not to those of their intersection: a box does not even match itself.

    Either all widths and heights count the last pixel, or none do.
    Continuous coordinates: x2 − x1 everywhere.
    """
    common = common_area(a, b)
    return quotient(common, area(a, 1)[:, None] + area(b, 1) - common)


def pixel_added_to_the_intersection_only(a, b):
    """You added 1 to the sides of the intersection but not to those of the boxes: boxes that only touch overlap.

    Either all widths and heights count the last pixel, or none do.
    Continuous coordinates: x2 − x1 everywhere.
    """
    sides = np.maximum(common_sides(a, b) + 1, 0)
    common = sides[..., 0] * sides[..., 1]
    return quotient(common, both_areas(a, b) - common)


def read_as_corner_and_size(a, b, *, edges="continuous"):
    """You read the boxes as (x, y, width, height).

    The last two numbers are the lower right corner.
    (x1, y1, x2, y2): the width is x2 − x1.
    """
    return overlap(_from_corner(a), _from_corner(b), pixel_of(edges))


def read_as_centre_and_size(a, b, *, edges="continuous"):
    """You read the boxes as (centre x, centre y, width, height).

    The four numbers are two corners.
    (x1, y1, x2, y2): the width is x2 − x1.
    """
    return overlap(_from_centre(a), _from_centre(b), pixel_of(edges))


def sides_side_by_side(a, b, *, edges="continuous"):
    """You read the boxes as (x1, x2, y1, y2).

    One corner comes after the other.
    (x1, y1, x2, y2): the width is the third number less the first.
    """
    return overlap(a[:, [0, 2, 1, 3]], b[:, [0, 2, 1, 3]], pixel_of(edges))


def nothing_divided_by_nothing(a, b):
    """You divided without looking: two boxes without area give 0/0, NaN.

    Answer 0 where the union is 0.
    intersection / union if union > 0, else 0.
    """
    common = common_area(a, b)
    with np.errstate(invalid="ignore"):
        return common / (both_areas(a, b) - common)


def epsilon_in_the_union(a, b, *, edges="continuous"):
    """You added 1e-6 to the union, so that no overlap is right, and small boxes never match.

    Look for a union of 0 in place of it.
    intersection / union if union > 0, else 0.
    """
    common = common_area(a, b, pixel_of(edges))
    return common / (both_areas(a, b, pixel_of(edges)) - common + 1e-6)


def transposed(a, b):
    """You gave each box of b a row.

    Rows belong to a, columns to b.
    The result is (len a, len b).
    """
    return overlap(b, a)


def first_box_against_all(a, b, *, edges="continuous"):
    """You compared the first box of a with all of b, and repeated that for the other rows.

    Each row has a box of its own.
    result[i, j] = IoU(a[i], b[j]).
    """
    return np.repeat(overlap(a[:1], b, pixel_of(edges)), len(a), axis=0)


def _from_corner(boxes):
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1)


def _from_centre(boxes):
    return np.concatenate([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], axis=1)
