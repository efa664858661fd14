"""Boxes and their overlap, worked by hand."""

import numpy as np
import pytest

from primcheck.reference.detection.giou import giou
from primcheck.reference.detection.iou import iou
from primcheck.reference.detection.nms import nms

SQUARE = np.array([[0.0, 0.0, 4.0, 4.0]])


def test_iou():
    """Of the square's 16: a square of 4 within it, half of it, 2 · 2 at a corner of another 16, and nothing."""
    others = np.array([[1.0, 1.0, 3.0, 3.0], [0.0, 2.0, 4.0, 4.0], [2.0, 2.0, 6.0, 6.0], [5.0, 5.0, 6.0, 6.0]])
    np.testing.assert_array_equal(iou(SQUARE, others), [[4 / 16, 8 / 16, 4 / 28, 0.0]])
    np.testing.assert_array_equal(iou(others, SQUARE), [[4 / 16], [8 / 16], [4 / 28], [0.0]])


def test_iou_of_pixels():
    """5 · 5 pixels: 3 · 3 within them, a row of 5 at the edge, and from the next column on none."""
    others = np.array([[1.0, 1.0, 3.0, 3.0], [0.0, 4.0, 4.0, 4.0], [5.0, 0.0, 9.0, 4.0]])
    np.testing.assert_array_equal(iou(SQUARE, others, edges="inclusive"), [[9 / 25, 5 / 25, 0.0]])


@pytest.mark.parametrize(("edges", "expected"), [("continuous", 0.0), ("inclusive", 1.0)])
def test_iou_of_a_point(edges, expected):
    """A point has no area; as a pixel it has one, and matches itself."""
    point = np.array([[3.0, 2.0, 3.0, 2.0]])
    assert iou(point, point, edges=edges) == expected


def test_giou():
    """Within the square no gap; at its corner 32 of 64 are covered, beyond a gap 32 of 64 as well; 4/28 less 8/36."""
    others = np.array([[1.0, 1.0, 3.0, 3.0], [4.0, 4.0, 8.0, 8.0], [12.0, 0.0, 16.0, 4.0], [2.0, 2.0, 6.0, 6.0]])
    np.testing.assert_allclose(giou(SQUARE, others), [[4 / 16, -0.5, -0.5, 4 / 28 - 8 / 36]], rtol=1e-12)


def test_giou_of_boxes_without_area():
    """Points apart: all of the box around both is gap. On one line, or at one place, there is no such box."""
    points = np.array([[1.0, 1.0, 1.0, 1.0], [3.0, 2.0, 3.0, 2.0], [1.0, 5.0, 1.0, 5.0]])
    np.testing.assert_array_equal(giou(points[:1], points), [[0.0, -1.0, 0.0]])


# The first two share 12 of 16, the last two 6 of 9.
PAIRS = np.array([[0.0, 0.0, 4.0, 4.0], [0.0, 1.0, 4.0, 4.0], [6.0, 0.0, 9.0, 3.0], [6.0, 0.0, 9.0, 2.0]])
# Half of the square, and a quarter of it, which is half of the half.
HALVES = np.array([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 2.0], [0.0, 0.0, 2.0, 2.0]])
# 16, 8 and 4 pixels.
PIXELS = np.array([[0.0, 0.0, 3.0, 3.0], [0.0, 0.0, 3.0, 1.0], [0.0, 0.0, 1.0, 1.0]])


def test_nms():
    """Box 3 beats box 2 by 2/3 > 1/2, box 1 beats box 0 by 3/4 > 1/2."""
    scores = np.array([0.5, 0.75, 0.25, 1.0])
    np.testing.assert_array_equal(nms(PAIRS, scores, threshold=0.5), [3, 1])
    np.testing.assert_array_equal(nms(PAIRS, scores, threshold=0.7), [3, 1, 2])
    np.testing.assert_array_equal(nms(PAIRS, scores, threshold=0.75), [3, 1, 0, 2])


def test_nms_of_equal_scores():
    """The lower index comes first, and wins."""
    np.testing.assert_array_equal(nms(PAIRS, np.ones(4), threshold=0.5), [0, 2])


@pytest.mark.parametrize(("boxes", "edges"), [(HALVES, "continuous"), (PIXELS, "inclusive")])
@pytest.mark.parametrize(("suppress", "expected"), [("above", [0, 1, 2]), ("at_or_above", [0, 2])])
def test_nms_at_the_threshold(boxes, edges, suppress, expected):
    """The half overlaps the square by exactly 1/2; it is gone before it meets the quarter, which overlaps it by 1/2."""
    kept = nms(boxes, np.array([3.0, 2.0, 1.0]), threshold=0.5, suppress=suppress, edges=edges)
    np.testing.assert_array_equal(kept, expected)


def test_nms_of_nothing():
    """No boxes, no indices."""
    kept = nms(np.zeros((0, 4)), np.zeros(0), threshold=0.5)
    assert kept.shape == (0,)
    assert kept.dtype == np.int64
