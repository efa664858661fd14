"""The grid of cells of YOLO, filled and read by hand."""

import numpy as np
import pytest

from primcheck.reference.detection.yolo_decode import yolo_decode
from primcheck.reference.detection.yolo_encode import yolo_encode

# In an image of 8 × 12 pixels, 2 × 2 cells of 4 × 6 pixels: midpoints (9, 3), (2, 4) and (3, 6).
BOXES = np.array([[6.0, 2.0, 12.0, 4.0], [1.0, 0.0, 3.0, 8.0], [0.0, 5.0, 6.0, 7.0]])
CLASSES = np.array([1, 0, 2])
SHAPE = dict(grid=2, image_size=(8, 12), class_count=3)


def test_yolo_encode():
    """(9, 3) lies at (½, ¾) of the cell right above, (2, 4) at the upper edge of that left below, (3, 6) within it."""
    tensor = yolo_encode(BOXES[:2], CLASSES[:2], **SHAPE)
    empty = [0.0] * 8
    right_above = [1.0, 0.5, 0.75, 2 / 4, 6 / 6, 0.0, 1.0, 0.0]
    left_below = [1.0, 2 / 6, 0.0, 8 / 4, 2 / 6, 1.0, 0.0, 0.0]
    np.testing.assert_allclose(tensor, [[empty, right_above], [left_below, empty]], rtol=1e-12)


def test_the_last_object_stays():
    """The third object takes the cell of the second: nothing of it is left."""
    tensor = yolo_encode(BOXES, CLASSES, **SHAPE)
    np.testing.assert_array_equal(tensor[1, 0], [1.0, 0.5, 0.5, 0.5, 1.0, 0.0, 0.0, 1.0])


def test_yolo_decode():
    """Of two cells with confidences ¾ and ½, one is above ½: its midpoint is (4 + 2, 1), its size 3 × 4 pixels."""
    tensor = np.zeros((2, 2, 7))
    tensor[0, 1] = [0.75, 0.5, 0.25, 0.75, 1.0, 0.5, 0.625]
    tensor[1, 1] = [0.5, 0.5, 0.5, 1.0, 1.0, 1.0, 0.0]
    boxes, scores, classes = yolo_decode(tensor, image_size=8, confidence=0.5)
    np.testing.assert_array_equal(boxes, [[4.0, -0.5, 8.0, 2.5]])
    np.testing.assert_array_equal(scores, [0.75])
    np.testing.assert_array_equal(classes, [1])


def test_decoding_undoes_encoding():
    """Boxes come back cell by cell, row by row: here in the order in which they were given."""
    boxes, scores, classes = yolo_decode(
        yolo_encode(BOXES[:2], CLASSES[:2], **SHAPE), image_size=(8, 12), confidence=0.0
    )
    np.testing.assert_allclose(boxes, BOXES[:2], rtol=1e-12, atol=1e-14)
    np.testing.assert_array_equal(scores, [1.0, 1.0])
    np.testing.assert_array_equal(classes, CLASSES[:2])


def test_midpoints_outside_are_refused():
    """On the edge of the image there is no cell any more."""
    with pytest.raises(ValueError, match="within the image"):
        yolo_encode(np.array([[11.0, 1.0, 13.0, 2.0]]), np.array([0]), **SHAPE)
