"""Objects read from the grid of cells that YOLO predicts: the inverse of yolo_encode.

    for each cell [i, j] with tensor[i, j] = (c, bx, by, bh, bw, p) and c > confidence, row by row:

    x = (j + bx) · width/grid      y = (i + by) · height/grid      h = bh · height/grid      w = bw · width/grid

    box = (x − w/2, y − h/2, x + w/2, y + h/2)          score = c          class = the index of the largest of p

tensor is (grid, grid, 5 + class_count) with at least one class: in each cell of a grid over the image a confidence c,
the midpoint (bx, by) seen from the cell's upper left corner, height bh and width bw, in units of a cell, and a score
for each class. image_size is (height, width) in pixels, or one number for a square image; confidence, from 0 to 1, is
the threshold that c must be above. The results, for the K cells that are: boxes (K, 4) in pixels, scores (K,) and
classes (K,), integers, in row-major order of the cells: not sorted by score.

Edge cases: a confidence of exactly the threshold is not above it, so that a threshold of 0 leaves out empty cells, and
one of 1 everything. Of equal class scores the first wins. Boxes may reach beyond the image; they are not cut off. If no
cell is confident enough, all results are empty. A confidence that is NaN is not above the threshold; what NaN among
the class scores does is left open.

Where versions differ: the paper on YOLO multiplies the confidence by the score of the class (equation 1) before it is
compared, and writes sizes as shares of the image; others compare with ≥. Of class scores with a NaN among them the
argmax of NumPy, PyTorch and JAX takes the NaN's class, that of TensorFlow ignores it. To suppress boxes of the same
object, nms comes next.

Redmon, Divvala, Girshick and Farhadi, You Only Look Once: Unified, Real-Time Object Detection, CVPR 2016, section 2;
Ng, Convolutional Neural Networks, deeplearning.ai, 2017, week 3.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Pair,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

NOTHING = [0.0] * 8
# Three objects in 4 × 4 cells of 2 × 2 pixels, as yolo_encode writes them; and one whose confidence is ½.
BY_HAND = [
    [NOTHING, [1.0, 0.0, 0.5, 1.0, 1.0, 0.0, 0.0, 1.0], NOTHING, NOTHING],
    [NOTHING, NOTHING, NOTHING, [0.75, 0.25, 0.5, 2.0, 0.5, 0.25, 0.75, 0.0]],
    [NOTHING, NOTHING, [0.5, 0.5, 0.5, 1.0, 1.0, 1.0, 0.0, 0.0], NOTHING],
    [NOTHING, NOTHING, [1.0, 0.5, 0.0, 1.0, 3.0, 1.0, 0.0, 0.0], NOTHING],
]
TIES = [[[0.75, 0.5, 0.5, 1.0, 0.5, 0.25, 0.5, 0.5]] * 2, [[0.75, 0.5, 0.25, 1.0, 2.0, 0.0, 0.0, 0.0]] * 2]
NO_CONFIDENCE = [[[np.nan, 0.5, 0.5, 1.0, 1.0, 0.0, 1.0], [0.75, 0.5, 0.5, 1.0, 1.0, 0.0, 1.0]], [[0.0] * 7, [0.0] * 7]]


def read(tensor, confidence):
    """The contents of the confident cells, in row-major order."""
    return tensor[tensor[:, :, 0] > confidence]


def cell(image_size, g):
    """Width and height of a cell in pixels, for both corners of a box or for one."""
    return np.broadcast_to(image_size, 2)[::-1] / np.longdouble(g)


yolo_decode = Primitive(
    title="Objects read from the grid of cells that YOLO predicts",
    inputs=(Tensor("tensor", "g g k", draw=uniform(0, 1)),),
    options=(Pair("image_size", low=1), Real("confidence", low=0, high=1, flows=False)),
    outputs=(
        Output("boxes", "? 4"),
        Output("scores", "?", exact=True),
        Output("classes", "?", dtype="int", exact=True),
    ),
    cases=(
        Case(
            "some cells", g=3, k=8, image_size=96, confidence=0.5, hunts="row and column exchanged, or column by column"
        ),
        Case("wide image", g=3, k=9, image_size=(90, 160), confidence=0.3, hunts="height and width exchanged"),
        Case("tall image", g=4, k=7, image_size=(170, 85), confidence=0.6, hunts="height and width exchanged"),
        Case("finer grid", g=5, k=7, image_size=(100, 120), confidence=0.7, hunts="a size of cells that is built in"),
        Case(
            "image of one pixel", g=3, k=7, image_size=1, confidence=0.3, hunts="an image of one pixel taken for none"
        ),
        Case("one cell", g=1, k=8, image_size=(70, 90), confidence=0.0, hunts="a lost axis"),
        Case("every cell", g=3, k=7, image_size=64, confidence=0.0, hunts="a threshold of 0 taken for none"),
        Case("one class", g=4, k=6, image_size=64, confidence=0.5, hunts="a class that is counted from 1"),
        Case("many classes", g=3, k=30, image_size=64, confidence=0.4, hunts="a number of classes that is built in"),
        Case(
            "large boxes",
            g=3,
            k=7,
            tensor=uniform(0.6, 3),
            image_size=(64, 80),
            confidence=0.5,
            hunts="boxes cut off at the image",
        ),
        Case(
            "any numbers",
            g=4,
            k=8,
            tensor=normal(),
            image_size=(64, 80),
            confidence=0.2,
            hunts="scores or classes cut off at 0 and 1",
        ),
        Case(
            "no object",
            g=3,
            k=8,
            tensor=constant(0),
            image_size=64,
            confidence=0.0,
            exact=True,
            hunts="empty cells read as objects",
        ),
        Case("not confident", g=3, k=8, tensor=uniform(0, 0.5), image_size=64, confidence=0.75, hunts="nothing found"),
        Case(
            "threshold of one",
            g=3,
            k=8,
            tensor=constant(1),
            image_size=64,
            confidence=1.0,
            exact=True,
            hunts="a confidence of exactly 1, which is not above 1",
        ),
        Case(
            "at the threshold",
            tensor=given(BY_HAND),
            image_size=8,
            confidence=0.5,
            exact=True,
            hunts="a confidence of exactly ½ that is taken for more than ½",
        ),
        Case(
            "above the threshold",
            tensor=given(BY_HAND),
            image_size=(8, 16),
            confidence=0.25,
            exact=True,
            hunts="anything but ≥ for >",
        ),
        Case(
            "ties",
            tensor=given(TIES),
            image_size=32,
            confidence=0.5,
            exact=True,
            hunts="of equal class scores the last",
        ),
        Case(
            "confidence NaN",
            tensor=given(NO_CONFIDENCE),
            image_size=32,
            confidence=0.5,
            exact=True,
            hunts="a NaN taken for yes",
        ),
        Case(
            "by hand",
            tensor=given(BY_HAND),
            image_size=8,
            confidence=0.75,
            exact=True,
            hunts="anything: boxes (1, 0, 3, 2) and (2, 5, 8, 7), of the classes 2 and 0",
        ),
    ),
    laws=(
        Law(
            "midpoints are where the cells say",
            lambda tensor, boxes, confidence, image_size, g: (
                (boxes[:, :2] + boxes[:, 2:]) / 2 / cell(image_size, g)
                - np.argwhere(tensor[:, :, 0] > confidence)[:, ::-1]
                - read(tensor, confidence)[:, 1:3]
            ),
            hunts="boxes that would be written into another cell, or elsewhere in it",
        ),
        Law(
            "sizes are what the cells say",
            lambda tensor, boxes, confidence, image_size, g: (
                (boxes[:, 2:] - boxes[:, :2]) / cell(image_size, g) - read(tensor, confidence)[:, 4:2:-1]
            ),
            hunts="boxes that would be written with another height or width",
        ),
    ),
    rejects=(
        Reject(
            "not square",
            g=3,
            k=8,
            tensor=of_shape((3, 4, 8)),
            image_size=64,
            confidence=0.5,
            hunts="a grid that is none",
        ),
        Reject("no classes", g=3, k=5, image_size=64, confidence=0.5, hunts="cells without classes"),
        Reject(
            "a batch",
            g=3,
            k=8,
            tensor=of_shape((2, 3, 3, 8)),
            image_size=64,
            confidence=0.5,
            hunts="several images at once",
        ),
        Reject("no cells", g=0, k=8, image_size=64, confidence=0.5, hunts="a grid without cells"),
        Reject("image without rows", g=3, k=8, image_size=(0, 64), confidence=0.5, hunts="an image without pixels"),
        Reject("image without columns", g=3, k=8, image_size=(64, 0), confidence=0.5, hunts="an image without pixels"),
        Reject("no image", g=3, k=8, image_size=0, confidence=0.5, hunts="an image without pixels"),
        Reject("confidence in percent", g=3, k=8, image_size=64, confidence=50.0, hunts="a threshold above 1"),
        Reject("negative confidence", g=3, k=8, image_size=64, confidence=-0.5, hunts="a threshold below 0"),
    ),
    cost=Cost(flops=lambda g: 12 * g * g, moved=lambda g, k, itemsize: itemsize * g * g * k),
    sizes=dict(
        tiny=Size("YOLO v1, one image", g=7, k=25, image_size=448, confidence=0.9),
        small=Size("YOLO v2, one image", g=13, k=85, image_size=416, confidence=0.9),
        large=Size("YOLO v3, one image, the finest of its grids", g=76, k=85, image_size=608, confidence=0.9),
    ),
)
