"""Mistakes people make in nms: by falling score, keep each box that overlaps no kept one above the threshold."""

import numpy as np

from ._boxes import area, both_areas, common_area, common_sides, overlap, pixel_of, quotient


def lowest_scores_first(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You sorted by rising score, so that the worst of several boxes is kept.

    np.argsort rises: turn the sign of the scores.
    Keep boxes by falling score.
    """
    return _greedy(boxes, np.argsort(scores, kind="stable"), threshold, suppress, edges)


def in_the_order_given(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You went through the boxes as they came, without looking at the scores.

    Sort them by score first.
    Keep boxes by falling score.
    """
    return _greedy(boxes, np.arange(len(scores)), threshold, suppress, edges)


def ordered_by_the_lower_edge(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You sorted by y2, as a well-known fast version for boxes without scores does.

    There are scores: sort by them.
    Keep boxes by falling score.
    """
    return _greedy(boxes, np.argsort(-boxes[:, 3], kind="stable"), threshold, suppress, edges)


def later_box_first_on_ties(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You reversed a rising order, which also reverses boxes of equal score.

    Sort stably by the negative scores.
    Of equal scores the lower index comes first.
    """
    return _greedy(boxes, np.argsort(scores, kind="stable")[::-1], threshold, suppress, edges)


def sorted_back(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You returned the kept indices in the order of the boxes.

    They are asked for by falling score.
    The best box comes first.
    """
    return np.sort(_greedy(boxes, _falling(scores), threshold, suppress, edges))


def places_in_the_sorted_order(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You returned places among the sorted boxes.

    Translate them back: the caller's boxes are not sorted.
    kept = order[places].
    """
    order = _falling(scores)
    return _greedy(boxes[order], np.arange(len(order)), threshold, suppress, edges)


def suppressed_boxes_suppress(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You compared each box with all better ones, also with those that are suppressed themselves.

    A box that is gone harms no other.
    Compare with the boxes that are kept.
    """
    order = _falling(scores)
    rivals = _rivals(overlap(boxes[order], boxes[order], pixel_of(edges)), threshold, suppress)
    return order[~np.any(np.tril(rivals, -1), axis=1)]


def compared_with_the_last_kept_only(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You compared each box with the last one kept only.

    Any box kept so far may be the one it overlaps.
    Compare with all boxes that are kept.
    """
    return _greedy(boxes, _falling(scores), threshold, suppress, edges, memory=1)


def compared_with_the_best_only(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You removed what overlaps the best box, and stopped there.

    Every box that is kept removes others in its turn.
    Compare with all boxes that are kept.
    """
    order = _falling(scores)
    rivals = _rivals(overlap(boxes[order[:1]], boxes[order], pixel_of(edges)), threshold, suppress)
    return order[(np.arange(len(order)) == 0) | ~np.any(rivals, axis=0)]


def small_overlaps_suppressed(boxes, scores, *, threshold):
    """You kept what overlaps a better box and dropped what stands apart.

    It is a large overlap that makes two boxes one object.
    Drop a box if IoU > threshold.
    """
    return _greedy(boxes, _falling(scores), -threshold, measure=lambda a, b, pixel: -overlap(a, b, pixel))


def over_the_smaller_box(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You divided the intersection by the smaller area, so that a box within a large one is always suppressed.

    Divide by the union.
    IoU = intersection / (area a + area b − intersection).
    """
    return _greedy(boxes, _falling(scores), threshold, suppress, edges, _of_the_smaller)


def over_its_own_area(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You divided the intersection by the area of the box in question, as a well-known fast version does.

    Divide by the union.
    IoU = intersection / (area a + area b − intersection).
    """
    return _greedy(boxes, _falling(scores), threshold, suppress, edges, _of_its_own)


def intersection_counted_twice_in_the_union(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You divided by the sum of both areas: no two boxes then overlap by more than a half.

    Subtract the intersection once.
    IoU = intersection / (area a + area b − intersection).
    """
    return _greedy(boxes, _falling(scores), threshold, suppress, edges, _of_both)


def sides_not_cut_off_at_zero(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You multiplied the sides of the intersection without cutting them off at 0: boxes far apart suppress each other.

    Two negative sides have a positive product.
    max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1)).
    """
    return _greedy(boxes, _falling(scores), threshold, suppress, edges, _uncut)


def boxes_below_zero_dropped(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You looked for the best score from 0 on, so that boxes with a score of 0 or below are never kept.

    Scores may be any numbers; how good a box must be is another question.
    Start from the first score, or from −∞.
    """
    order = _falling(scores)
    return _greedy(boxes, order[scores[order] > 0], threshold, suppress, edges)


def last_box_forgotten(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You stopped when one box was left, and did not keep it.

    A box that is left over overlaps no better one.
    Go on until no box is left.
    """
    kept, left = [], _falling(scores)
    while len(left) > 1:
        kept.append(left[0])
        overlaps = overlap(boxes[left[:1]], boxes[left[1:]], pixel_of(edges))[0]
        left = left[1:][~_rivals(overlaps, threshold, suppress)]
    return np.array(kept, dtype=np.int64)


def _falling(scores):
    return np.argsort(-scores, kind="stable")


def _of_the_smaller(a, b, pixel):
    return quotient(common_area(a, b, pixel), np.minimum(area(a, pixel)[:, None], area(b, pixel)))


def _of_its_own(a, b, pixel):
    return quotient(common_area(a, b, pixel), area(a, pixel)[:, None])


def _of_both(a, b, pixel):
    return quotient(common_area(a, b, pixel), both_areas(a, b, pixel))


def _uncut(a, b, pixel):
    sides = common_sides(a, b, pixel)
    common = sides[..., 0] * sides[..., 1]
    return quotient(common, both_areas(a, b, pixel) - common)


def _rivals(overlaps, threshold, suppress):
    return overlaps >= threshold if suppress == "at_or_above" else overlaps > threshold


def _greedy(boxes, order, threshold, suppress="above", edges="continuous", measure=overlap, memory=0):
    kept = []
    for i in order:
        overlaps = measure(boxes[[i]], boxes[kept[-memory:]], pixel_of(edges))
        if not np.any(_rivals(overlaps, threshold, suppress)):
            kept.append(i)
    return np.array(kept, dtype=np.int64)
